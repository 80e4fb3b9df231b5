# SPDX-License-Identifier: Apache-2.0
"""A bed for somebody: proposed, given, changed, kept, closed."""
