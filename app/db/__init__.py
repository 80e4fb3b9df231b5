# SPDX-License-Identifier: Apache-2.0
"""ENGINE ROOM: engine, unit of work, upgrade, backup, invariant triggers."""
