"""What is appended to a bound PDF as an update of the file (ISO 32000-1, 7.5.6): outline, metadata, and the colours for the archive.

The file was written by pdfium: plain objects, a plain table of places, one flat list of pages. Where its plan is another, it stays as it
is and claims nothing.
"""

import re
from collections.abc import Sequence

from desktop.documents import pdf_archive
from desktop.documents.pdf_file import text

LANGUAGE = "zh-CN"
SUBJECT = "bound"


def finished(data: bytes, marks: Sequence[tuple[str, int]], title: str, author: str, archival: bool) -> bytes:
    """The file with an outline of (title, page counted from 0) and its metadata; `archival` files say that they are PDF/A-2b."""
    root = re.search(rb"/Root (\d+) 0 R", data[-2_000:])
    start = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", data)
    size = re.search(rb"/Size (\d+)", data[-2_000:])
    name = re.search(rb"/ID\s*\[\s*<[0-9A-Fa-f]*>\s*<[0-9A-Fa-f]*>\s*\]", data[-2_000:])
    if not (marks and root and start and size and name):
        return data
    catalogue = re.search(rb"(?:^|[\r\n])" + root[1] + rb" 0 obj\s*<<(.*?)>>\s*endobj", data, re.DOTALL)
    tree = re.search(rb"/Pages (\d+) 0 R", catalogue[1]) if catalogue else None
    pages = re.search(rb"(?:^|[\r\n])" + tree[1] + rb" 0 obj\s*<<.*?/Kids\[(.*?)\]", data, re.DOTALL) if tree else None
    kids = re.findall(rb"(\d+) 0 R", pages[1]) if pages else []
    if catalogue is None or len(kids) <= max(page for _title, page in marks):
        return data
    first = int(size[1])
    told, info, profile = first + 1 + len(marks), first + 2 + len(marks), first + 3 + len(marks)
    objects = _outline(first, marks, kids)
    packet = pdf_archive.xmp(title, author, SUBJECT, LANGUAGE, archival)
    objects.append((told, _stream(packet, pdf_archive.XMP)))
    objects.append((info, pdf_archive.information(title, author, SUBJECT).encode("latin-1")))
    entries = f"/Outlines {first} 0 R/PageMode/UseOutlines/Lang({LANGUAGE})/Metadata {told} 0 R"
    if archival:
        objects.append((profile, _stream(pdf_archive.srgb(), "/N 3")))
        entries += f"/OutputIntents{pdf_archive.intent_with(profile)}"
    objects.append((int(root[1]), b"<<" + catalogue[1] + entries.encode("latin-1") + b">>"))
    trailer = b"/Root %s 0 R/Info %d 0 R%s/Prev %s" % (root[1], info, name[0], start[1])
    return _appended(data, sorted(objects), trailer, max(number for number, _body in objects) + 1)


def _outline(first: int, marks: Sequence[tuple[str, int]], kids: Sequence[bytes]) -> list[tuple[int, bytes]]:
    items = [first + 1 + n for n in range(len(marks))]
    objects = [(first, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (items[0], items[-1], len(items)))]
    for n, (title, page) in enumerate(marks):
        beside = b""
        if n:
            beside += b"/Prev %d 0 R" % items[n - 1]
        if n < len(marks) - 1:
            beside += b"/Next %d 0 R" % items[n + 1]
        words = text(title).encode("latin-1")
        objects.append((items[n], b"<</Title %s/Parent %d 0 R%s/Dest[%s 0 R/Fit]>>" % (words, first, beside, kids[page])))
    return objects


def _stream(data: bytes, entries: str) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries.encode("latin-1"), len(data), data)


def _appended(data: bytes, objects: Sequence[tuple[int, bytes]], trailer: bytes, size: int) -> bytes:
    out, places = bytearray(data), []
    for number, body in objects:
        places.append((number, len(out)))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    begin = len(out)
    out += b"xref\n"
    for number, place in places:
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    out += b"trailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, begin)
    return bytes(out)
