# SPDX-License-Identifier: Apache-2.0
"""Imported before everything else that opens a window: nothing that starts it is garbage.

The collector would go through the objects of Qt, of every module and of every class while
they are still being made, and would find none to free: 5 % of the way to the first paint.
``app.ui.sweeper`` collects from the moment the shelter's threads run.
"""

import gc

gc.disable()
