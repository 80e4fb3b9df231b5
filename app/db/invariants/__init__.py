# SPDX-License-Identifier: Apache-2.0
"""Invariant triggers: the hard rules once more, where no bug and no import gets past.

SQLite only; a server database will state the same rules as exclusion constraints.
Each trigger raises a machine-readable text that ``app.db.trouble`` turns into a reason.
"""
