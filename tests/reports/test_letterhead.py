# SPDX-License-Identifier: Apache-2.0
"""The letterhead: its lines and logo on a paper, and logos read from any file."""

import io
import struct
import zlib
from dataclasses import replace

import pytest
from PIL import Image, PngImagePlugin
from pypdf import PdfReader

from app.policies.reasons import Reason
from app.policies.staff.letterheads import LOGO_BYTES, LOGO_SIDE
from app.reports import style
from app.reports.sheet import NO_HEAD, Letterhead, Sheet
from app.reports.staff.logo import render

FULL = Letterhead(
    ("KEMENTERIAN UJI", "DIREKTORAT UJI"),
    "Rumah Uji",
    ("Jalan Uji 1", "Jakarta"),
    "(021) 555",
    "uji@contoh.go.id",
)


def picture(
    mode: str = "RGB", size: tuple[int, int] = (300, 200), kind: str = "PNG", **options: object
) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 40000 if mode == "I;16" else "red").save(out, kind, **options)
    return out.getvalue()


def read(logo: bytes) -> Image.Image:
    return Image.open(io.BytesIO(logo))


def paper(head: Letterhead) -> tuple[bytes, str, int]:
    sheet = Sheet(head, "UJI", training=False)
    made, _pages = style.build(sheet, lambda: [style.text("isi surat")], "Uji")
    page = PdfReader(io.BytesIO(made)).pages[0]
    return made, " ".join(page.extract_text().split()), len(page.images)


def test_every_line_stands_on_the_paper_from_the_ministry_down_to_the_contact() -> None:
    _, words, pictures = paper(FULL)
    lines = ("KEMENTERIAN UJI", "DIREKTORAT UJI", "RUMAH UJI", "Jalan Uji 1", "Jakarta")
    places = [words.index(line) for line in (*lines, "Telepon (021) 555", "Surel uji@contoh")]
    assert places == sorted(places)
    assert pictures == 0


@pytest.mark.parametrize("head", [FULL, NO_HEAD, replace(FULL, superiors=(), address=(), phone="")])
def test_a_logo_adds_a_picture_and_takes_no_line_away(head: Letterhead) -> None:
    plain = paper(head)
    logo = render(picture())
    made, words, pictures = paper(replace(head, logo=logo))
    assert (words, pictures) == (plain[1], 1)
    assert made == paper(replace(head, logo=logo))[0]


@pytest.mark.parametrize("logo", [b"", render(picture(size=(900, 200)))])
def test_long_names_wrap_and_push_the_content_down(logo: bytes) -> None:
    long = Letterhead(
        ("KEMENTERIAN " * 8,) * 3, "Rumah " * 20, ("Jalan " * 16,) * 2, "0" * 80, "a" * 70, logo
    )
    _, words, _ = paper(long)
    assert words.count("KEMENTERIAN") == 24
    assert words.count("RUMAH") == 20
    short = replace(FULL, superiors=FULL.superiors[:1], address=FULL.address[:1])
    heads = (long, FULL, short, NO_HEAD)
    tall, full, usual, bare = (style.Head(head).bottom for head in heads)
    assert tall > full > usual == bare


@pytest.mark.parametrize(
    "chosen",
    [
        picture(),
        picture("RGBA"),
        picture("L"),
        picture("P"),
        picture("I;16"),
        picture(kind="JPEG"),
        picture("CMYK", kind="JPEG"),
        picture(size=(4000, 32)),
        picture(size=(32, 32)),
    ],
)
def test_any_png_or_jpeg_becomes_a_small_png(chosen: bytes) -> None:
    logo = render(chosen)
    seen = read(logo)
    seen.load()
    assert seen.format == "PNG"
    assert max(seen.size) <= LOGO_SIDE
    assert len(logo) <= LOGO_BYTES
    assert paper(replace(FULL, logo=logo))[2] == 1


def test_sixteen_bits_of_grey_stay_grey_and_what_is_seen_through_is_white() -> None:
    assert read(render(picture("I;16"))).convert("L").getpixel((9, 9)) == 156
    out = io.BytesIO()
    Image.new("RGBA", (64, 64), (0, 0, 0, 0)).save(out, "PNG")
    assert read(render(out.getvalue())).convert("RGB").getpixel((9, 9)) == (255, 255, 255)


def test_a_picture_that_was_turned_stands_upright_and_tells_nothing_else() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "jalan rahasia 5"
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "jalan rahasia 5")
    assert read(render(picture(kind="JPEG", exif=exif))).size == (200, 300)
    for chosen in (picture(kind="JPEG", exif=exif), picture(pnginfo=notes)):
        assert b"rahasia" in chosen
        kept = render(chosen)
        assert b"rahasia" not in kept
        assert read(kept).info.keys() <= {"dpi"}


def test_noise_is_made_smaller_until_it_may_be_kept() -> None:
    bands = [Image.effect_noise((900, 900), 200) for _band in range(3)]
    out = io.BytesIO()
    Image.merge("RGB", bands).save(out, "JPEG", quality=60)
    assert len(render(out.getvalue())) <= LOGO_BYTES


def _claiming(wide: int, high: int) -> bytes:
    """Return a PNG that says it is large and holds next to nothing."""
    head = b"IHDR" + struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    return b"\x89PNG\r\n\x1a\n" + chunk + b"\0\0\0\0IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))


def _bomb_of_words() -> bytes:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "x" * 80_000_000, zip=True)
    return picture(pnginfo=notes)


@pytest.mark.parametrize(
    ("chosen", "reason"),
    [
        (b"", Reason.LOGO_UNREADABLE),
        (b"\x89PNG\r\n\x1a\n", Reason.LOGO_UNREADABLE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Reason.LOGO_UNREADABLE),
        (picture(kind="GIF"), Reason.LOGO_UNREADABLE),
        (picture(kind="TIFF"), Reason.LOGO_UNREADABLE),
        (picture(kind="WEBP"), Reason.LOGO_UNREADABLE),
        (picture()[:-40], Reason.LOGO_UNREADABLE),
        (picture(kind="JPEG")[:-300], Reason.LOGO_UNREADABLE),
        (_bomb_of_words(), Reason.LOGO_UNREADABLE),
        (_claiming(4000, 4000), Reason.LOGO_UNREADABLE),
        (_claiming(4001, 100), Reason.LOGO_SIZE),
        (_claiming(10_000, 10_000), Reason.LOGO_SIZE),
        (_claiming(60_000, 60_000), Reason.LOGO_SIZE),
        (picture(size=(31, 100)), Reason.LOGO_SIZE),
    ],
)
def test_what_is_no_logo_is_refused_with_one_reason(chosen: bytes, reason: Reason) -> None:
    assert render(chosen) == reason.encode()
