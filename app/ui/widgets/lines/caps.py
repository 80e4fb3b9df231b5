# SPDX-License-Identifier: Apache-2.0
"""Whether Caps Lock is on, as far as this system tells; Qt itself does not say.

Windows, macOS and X11 are asked. Under Wayland only the lamp of a keyboard tells; where there
is none, as on most notebooks without the lamp, and on every other platform, the first letter
does: a capital without Shift, or a small letter with it. Digits tell nothing, so that a PIN is
told of there only once the key itself was pressed beside a letter typed before.
"""

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtGui import QGuiApplication

_MAC = "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"
_MAC_ALPHA_SHIFT = 0x10000
_WINDOWS_CAPITAL = 0x14
_X11_CORE_KEYBOARD = 0x100
_LEDS = Path("/sys/class/leds")


def caps_lock() -> bool | None:
    """Say whether Caps Lock is on; None where this system does not tell."""
    try:
        return _asked()()
    except OSError:
        return None


def typed_in_capitals(letter: str, *, shift: bool) -> bool | None:
    """Say whether a typed letter tells of Caps Lock; None where it is no letter of two cases."""
    if len(letter) != 1 or letter.upper() == letter.lower():
        return None
    return letter.isupper() != shift


@cache
def _asked() -> Callable[[], bool | None]:
    """Return the way of this system; what asks it is loaded only now, after the first paint."""
    import ctypes

    if sys.platform == "win32":
        return lambda: bool(ctypes.windll.user32.GetKeyState(_WINDOWS_CAPITAL) & 1)
    if sys.platform == "darwin":
        flags = ctypes.CDLL(_MAC).CGEventSourceFlagsState
        flags.restype = ctypes.c_uint64
        return lambda: bool(flags(0) & _MAC_ALPHA_SHIFT)
    platform = QGuiApplication.platformName()
    if platform == "xcb":
        return _x11()
    return _lamp if platform.startswith("wayland") else lambda: None


def _x11() -> Callable[[], bool | None]:
    import ctypes

    library = ctypes.CDLL("libX11.so.6")
    library.XOpenDisplay.restype = ctypes.c_void_p
    library.XkbGetIndicatorState.argtypes = (
        ctypes.c_void_p,
        ctypes.c_uint,
        ctypes.POINTER(ctypes.c_uint),
    )
    display = library.XOpenDisplay(None)

    def ask() -> bool | None:
        state = ctypes.c_uint()
        if not display:
            return None
        library.XkbGetIndicatorState(display, _X11_CORE_KEYBOARD, ctypes.byref(state))
        return bool(state.value & 1)

    return ask


def _lamp() -> bool | None:
    """Look at the lamps of the keyboards; a keyboard without one tells nothing."""
    lamps = [each.read_text().strip() for each in _LEDS.glob("*::capslock/brightness")]
    return any(lamp != "0" for lamp in lamps) if lamps else None
