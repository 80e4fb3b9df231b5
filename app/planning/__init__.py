# SPDX-License-Identifier: Apache-2.0
"""Plans for many at once: facts in, a plan out, every plan checked again by the policies."""
