# SPDX-License-Identifier: Apache-2.0
"""What Teduh costs in time and memory, each beside a raw baseline of the same run."""
