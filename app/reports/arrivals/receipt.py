# SPDX-License-Identifier: Apache-2.0
"""The receipt for who brought somebody: "tanda terima penyerahan", signed by both sides.

Two parties and two signatures as in a berita acara (domain §3.7). It names who was handed
over and what came with her; never an age as a fact, a case or anything of her health. One
sentence puts right what the paper found: clients were promised pocket money and "one or
two weeks" by those who brought them.
"""

from collections.abc import Sequence
from functools import partial

from reportlab.lib import colors
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer, Table

from app.reports import style
from app.reports.arrivals.content import HandedOver, Kept, Party, Receipt
from app.reports.style import CENTRED, LIGHT, section, text, title
from app.reports.words import DOTTED, clock, counted, day_in_words, time_in_words

NOT_KEPT = "belum ada yang tercatat; tulis di sini bila ada"
_SUBJECT = "Tanda terima penyerahan"
_LINE = "…" * 24


def render(content: Receipt) -> bytes:
    """Return the receipt as PDF; long lists go on with their heading on the next page."""
    return style.build(content.sheet, partial(_story, content), _SUBJECT)[0]


def _story(content: Receipt) -> list[Flowable]:
    how_many = counted(len(content.people))
    return [
        title("TANDA TERIMA PENYERAHAN"),
        text(f"Nomor: {content.number}", 9.5, align=CENTRED),
        *(
            [text(f"Versi {content.version}, menggantikan versi sebelumnya", 8.5, align=CENTRED)]
            if content.version > 1
            else []
        ),
        Spacer(1, 4 * mm),
        _when(content),
        Spacer(1, 2 * mm),
        _party(content.giving, "PIHAK PERTAMA", "yang menyerahkan"),
        Spacer(1, 1.5 * mm),
        _party(content.taking, "PIHAK KEDUA", "yang menerima"),
        Spacer(1, 2 * mm),
        text(
            f"PIHAK PERTAMA telah menyerahkan kepada PIHAK KEDUA, dan PIHAK KEDUA telah "
            f"menerima, {how_many} sebagai berikut:",
            9.5,
        ),
        Spacer(1, 1.5 * mm),
        _people(content.people),
        _heading("Barang dan dokumen yang dititipkan"),
        _kept(content.kept),
        KeepTogether(
            [
                section("Untuk diketahui PIHAK PERTAMA"),
                text(
                    f"{content.shelter} tidak memberikan uang saku, dan lama tinggal setiap orang "
                    "ditentukan oleh konferensi kasus (case conference), tidak dijanjikan "
                    "sebelumnya.",
                    9.5,
                ),
                Spacer(1, 3 * mm),
                text(
                    "Demikian tanda terima ini dibuat dengan sebenarnya dalam rangkap 2 (dua) "
                    "untuk dipergunakan sebagaimana mestinya.",
                    9.5,
                ),
                Spacer(1, 5 * mm),
                _signatures(content),
            ]
        ),
    ]


def _when(content: Receipt) -> Flowable:
    moment = content.handed_over
    doubt = ", jam diragukan" if content.doubtful else ""
    return text(
        f"Pada hari {day_in_words(moment.date())}, pukul {clock(moment, content.zone)} "
        f"({time_in_words(moment)}{doubt}), bertempat di {content.shelter}, {content.city}, kami "
        "yang bertanda tangan di bawah ini:",
        9.5,
    )


def _party(party: Party, called: str, side: str) -> Flowable:
    lines = [("Nama", party.name), ("Jabatan", party.post), ("Instansi", party.agency)]
    if called == "PIHAK PERTAMA":
        lines.append(("Telepon", party.phone))
    rows = [[text(name, 9.5), text(":", 9.5), text(said or _LINE, 9.5)] for name, said in lines]
    ending = f"{side}, selanjutnya disebut <b>{called}</b>."
    rows.append(["", "", Paragraph(ending, style.style(9.5))])
    return Table(
        rows,
        colWidths=[22 * mm, 4 * mm, style.WIDTH - 32 * mm],
        style=[*_TIGHT, ("VALIGN", *_ALL, "TOP")],
        hAlign="RIGHT",
    )


def _people(people: Sequence[HandedOver]) -> Flowable:
    heads = ("No.", "Nomor register", "Nama panggilan atau ciri", "Tiba", "Diperlakukan sebagai")
    rows = [
        [
            _cell(place),
            _cell(each.number),
            _cell(f"{each.name}\n{each.company}" if each.company else each.name),
            _cell(each.arrived),
            _cell(each.treated),
        ]
        for place, each in enumerate(people, start=1)
    ]
    return _table(heads, rows, (0.07, 0.2, 0.39, 0.16, 0.18))


def _heading(words: str) -> Flowable:
    heading = section(words)
    heading.keepWithNext = 1
    return heading


def _kept(kept: Sequence[Kept]) -> Flowable:
    if not kept:
        return text(f"{NOT_KEPT}: {_LINE}\n{_LINE * 3}", 9.5)
    rows = [[_cell(each.number), _cell(each.kind), _cell(each.what)] for each in kept]
    return _table(("Milik", "Jenis", "Barang atau dokumen"), rows, (0.2, 0.18, 0.62))


def _signatures(content: Receipt) -> Flowable:
    day = content.issued
    sides = (("\u00a0", content.giving), (f"{content.city}, {day:%d-%m-%Y}", content.taking))
    heads = ("PIHAK PERTAMA,\nyang menyerahkan", "PIHAK KEDUA,\nyang menerima")
    return Table(
        [
            [
                text(f"{above}\n{head}", 9, align=CENTRED)
                for (above, _), head in zip(sides, heads, strict=True)
            ],
            [_signer(party) for _, party in sides],
            [text(party.post, 8.5, align=CENTRED) for _, party in sides],
        ],
        colWidths=[style.WIDTH / 2] * 2,
        style=[
            *_TIGHT,
            ("TOPPADDING", (0, 1), (-1, 1), 17 * mm),
            ("LEFTPADDING", *_ALL, 8),
            ("RIGHTPADDING", *_ALL, 8),
            ("VALIGN", *_ALL, "TOP"),
        ],
    )


def _signer(party: Party) -> Flowable:
    name = f"<u>{style.safe(party.name)}</u>" if party.name else f"({DOTTED * 2})"
    return Paragraph(name, style.style(9.5, bold=True, align=CENTRED))


_ALL = ((0, 0), (-1, -1))
_TIGHT = (
    ("TOPPADDING", (0, 0), (-1, -1), 0.6),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
)


def _cell(words: object, *, bold: bool = False) -> Flowable:
    return text(str(words), 8.5, bold=bold)


def _table(heads: Sequence[str], rows: list[list[Flowable]], shares: tuple[float, ...]) -> Flowable:
    return Table(
        [[_cell(name, bold=True) for name in heads], *rows],
        colWidths=[share * style.WIDTH for share in shares],
        repeatRows=1,
        style=[
            ("GRID", (0, 0), (-1, -1), 0.4, colors.grey),
            ("BACKGROUND", (0, 0), (-1, 0), LIGHT),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), 1.6),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.4),
            ("LEFTPADDING", (0, 0), (-1, -1), 3),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ],
    )
