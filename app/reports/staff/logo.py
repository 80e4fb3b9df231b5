# SPDX-License-Identifier: Apache-2.0
"""A logo from a file that somebody chose: decoded where no key and no data are.

What comes out is drawn anew from its pixels, so that nothing hidden in the file is kept.
"""

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from app.policies.reasons import Reason
from app.policies.staff.letterheads import LOGO_BYTES, LOGO_FROM, LOGO_SIDE, LOGO_UP_TO

_COLOURS = 256
_SMALLER = 0.75
_DEEP = ("I;16", "I;16B", "I;16L", "I;16N")


def render(chosen: bytes) -> bytes:
    """Return a PNG of at most 600 pixels a side on white, or the code of what is wrong."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(chosen), formats=("PNG", "JPEG"))
        with picture:
            if not all(LOGO_FROM <= side <= LOGO_UP_TO for side in picture.size):
                return Reason.LOGO_SIZE.encode()
            picture.load()
            return _drawn(_on_white(ImageOps.exif_transpose(picture)))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return Reason.LOGO_SIZE.encode()
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        EOFError,
    ):
        return Reason.LOGO_UNREADABLE.encode()


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode in _DEEP:
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    seen = picture.convert("RGBA")
    paper = Image.new("RGBA", seen.size, "white")
    return Image.alpha_composite(paper, seen).convert("RGB")


def _drawn(picture: Image.Image) -> bytes:
    side = float(LOGO_SIDE)
    while True:
        small = picture.copy()
        small.thumbnail((int(side), int(side)), Image.Resampling.LANCZOS)
        out = io.BytesIO()
        small.quantize(_COLOURS).save(out, "PNG", optimize=True)
        if out.tell() <= LOGO_BYTES:
            return out.getvalue()
        side *= _SMALLER
