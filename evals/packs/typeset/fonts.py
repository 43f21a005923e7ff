"""The typefaces of the PDFs: the ones reportlab brings along, so no system font is needed."""

from __future__ import annotations

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

BODY, BOLD, ITALIC = "Vera", "VeraBd", "VeraIt"
# Inspection reports are full of bullets that extract as a private-use character or as a black
# square. Vera has neither, so each borrows the glyph that looks like it.
_BORROWED = {0xF0B7: 0x2022, 0x25FC: 0x002E}


def register_fonts() -> None:
    """Make the three faces known to reportlab; safe to call again."""
    if BODY in pdfmetrics.getRegisteredFontNames():
        return
    for name in (BODY, BOLD, ITALIC):
        font = TTFont(name, f"{name}.ttf")
        glyphs = font.face.charToGlyph
        for wanted, lender in _BORROWED.items():
            glyphs.setdefault(wanted, glyphs[lender])
            font.face.charWidths.setdefault(wanted, font.face.charWidths[lender])
        pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily(BODY, normal=BODY, bold=BOLD, italic=ITALIC, boldItalic=BOLD)
