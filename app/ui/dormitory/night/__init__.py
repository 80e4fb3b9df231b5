# SPDX-License-Identifier: Apache-2.0
"""The night: what is wrong, who slept where, who has to be found."""
