# SPDX-License-Identifier: Apache-2.0
"""Beds for everyone who waits, proposed jointly."""
