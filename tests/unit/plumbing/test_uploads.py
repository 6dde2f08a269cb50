"""Files that people hand in, and files that attackers do."""

from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin
from werkzeug.datastructures import FileStorage

from eventapp.plumbing.uploads import MEGABYTE, PDF, Upload, clean_name, judged
from eventapp.values.refusal import Refusal

DOCUMENT = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n"
PAGE = b"<html><script>alert(1)</script></html>"
CANARY = b"Canary-7f3a"


def a_picture(kind: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (8, 6)) -> bytes:
    """A picture that tells more than it shows."""
    file, picture = BytesIO(), Image.new(mode, size)
    if kind == "PNG":
        told = PngImagePlugin.PngInfo()
        told.add_text("Comment", CANARY.decode())
        picture.save(file, kind, pnginfo=told)
    else:
        noted = Image.Exif()
        noted[0x010E] = CANARY.decode()
        noted[0x0112] = 6  # turned by a quarter
        picture.save(file, kind, comment=CANARY, exif=noted)
    return file.getvalue()


def sent(content: bytes, name: str = "file.pdf") -> FileStorage:
    return FileStorage(BytesIO(content), name, content_type="application/pdf")


def test_a_document_is_taken_as_it_is() -> None:
    assert judged(sent(DOCUMENT, "Lettre de créance.PDF")) == Upload(
        "Lettre de créance.pdf", PDF, DOCUMENT
    )


@pytest.mark.parametrize(("kind", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_a_picture_keeps_its_points_and_nothing_else(kind: str, media_type: str) -> None:
    content = a_picture(kind)
    assert CANARY in content
    upload = judged(sent(content + b"PK\x03\x04" + PAGE, "x.pdf"))
    assert (upload.media_type, CANARY in upload.content, PAGE in upload.content) == (
        media_type,
        False,
        False,
    )
    with Image.open(BytesIO(upload.content)) as picture:
        assert picture.size == ((8, 6) if kind == "PNG" else (6, 8))  # stands upright
        assert (picture.format, dict(picture.getexif())) == (kind, {})


def test_a_scan_in_sixteen_greys_stays_legible() -> None:
    file = BytesIO()
    Image.new("I;16", (2, 2), 40_000).save(file, "PNG")
    with Image.open(BytesIO(judged(sent(file.getvalue())).content)) as picture:
        assert picture.convert("L").getpixel((0, 0)) == 40_000 // 256


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
HOSTILE = {
    "nothing": b"",
    "SVG": SVG,
    "SVG with a prologue": b'<?xml version="1.0"?>' + SVG,
    "HTML": PAGE,
    "HTML that begins like a PNG": b"\x89PNG\r\n\x1a\n" + PAGE,
    "HTML that begins like a JPEG": b"\xff\xd8\xff\xe0" + PAGE,
    "HTML inside a PDF’s first lines": b"%PDF-1.7\n" + PAGE + DOCUMENT,
    "PDF behind something else": b"GIF89a" + DOCUMENT,
    "ZIP behind a PDF": DOCUMENT + b"PK\x03\x04" + b"\0" * 40,
    "PDF cut short": DOCUMENT[:-10],
    "GIF": b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
    "EPS": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 1 1\n",
    "program": b"MZ\x90\x00",
    "PNG cut short": a_picture()[:-30],
    "JPEG cut short": a_picture("JPEG")[:-20],
    "PNG of too many points": a_picture(mode="1", size=(10_000, 9_000)),
    "PNG of a few points too many": a_picture(mode="1", size=(5_001, 5_000)),
    "too many bytes": DOCUMENT + b" " * MEGABYTE,
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_no_letter_is_refused(content: bytes) -> None:
    with pytest.raises(Refusal):
        judged(sent(content), most=MEGABYTE)


@pytest.mark.parametrize(
    ("claimed", "kept"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        (r"C:\Users\zoe\lettre.docx", "lettre.pdf"),
        ("a\r\nSet-Cookie: x=y.pdf", "a Set-Cookie x=y.pdf"),
        ("fdp.\u202egnp.html", "fdp.gnp.pdf"),
        ('"; filename=x.html', "filename=x.pdf"),
        (".pdf", "pdf.pdf"),
        ("...", "file.pdf"),
        ("é" * 3_000 + ".pdf", "é" * 120 + ".pdf"),
    ],
)
def test_a_name_is_one_short_line_and_tells_the_truth(claimed: str, kept: str) -> None:
    assert clean_name(claimed, PDF) == kept
