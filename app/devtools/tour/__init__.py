# SPDX-License-Identifier: Apache-2.0
"""The tour: the main job once through, by keys and clicks, in the real window."""
