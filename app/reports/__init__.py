# SPDX-License-Identifier: Apache-2.0
"""PAPERS: frozen data in, bytes out."""
