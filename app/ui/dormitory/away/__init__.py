# SPDX-License-Identifier: Apache-2.0
"""Who is out of the house for a time, or has left for good."""
