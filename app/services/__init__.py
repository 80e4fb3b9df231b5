# SPDX-License-Identifier: Apache-2.0
"""ACTS: one user act is one function, one transaction, one audit entry."""
