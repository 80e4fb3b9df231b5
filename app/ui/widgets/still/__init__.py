# SPDX-License-Identifier: Apache-2.0
"""What lets lists, choices and notices change without moving anything under the hand."""
