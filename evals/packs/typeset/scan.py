"""Turns a typeset PDF into what a photocopier makes of it: pictures of pages and no text.

The skew, the grain and the paper tone are seeded, so a scan is the same bytes every time.
"""

from __future__ import annotations

import io

import numpy as np
import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

DPI = 200
JPEG_QUALITY = 42
PAPER = 246


def scanned(pdf: bytes, seed: int) -> bytes:
    """The same pages as 200-dpi grey JPEG images, one to a page, without a text layer."""
    noise = np.random.default_rng(seed)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    canvas.setTitle("Scanned document")
    for page in pypdfium2.PdfDocument(pdf):
        picture = page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L")
        canvas.drawImage(ImageReader(_jpeg(_aged(picture, noise))), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _aged(picture: Image.Image, noise: np.random.Generator) -> Image.Image:
    angle = float(noise.uniform(0.25, 0.8)) * (1 if noise.random() < 0.5 else -1)
    turned = picture.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
    soft = np.asarray(turned.filter(ImageFilter.GaussianBlur(0.6)), dtype=np.float32)
    height, width = soft.shape
    inked = 28 + soft * ((PAPER - 28) / 255)
    shade = np.linspace(-5.0, 2.0, width, dtype=np.float32)[None, :]
    edge = np.clip(1 - np.arange(width, dtype=np.float32) / 22, 0, 1)[None, :] * 40
    grain = noise.normal(0.0, 2.6, size=(height, width)).astype(np.float32)
    specks = (noise.random((height, width)) < 0.00001) * -110.0
    mixed = np.clip(inked + shade - edge + grain + specks, 0, 255)
    return Image.fromarray(mixed.astype(np.uint8), mode="L")


def _jpeg(picture: Image.Image) -> io.BytesIO:
    out = io.BytesIO()
    picture.save(out, format="JPEG", quality=JPEG_QUALITY, dpi=(DPI, DPI))
    out.seek(0)
    return out
