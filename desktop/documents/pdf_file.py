"""Writes the objects of one PDF file: numbers them, packs them, and says where each stands.

After ISO 32000-1, 7.5 (file structure): small objects go packed into object streams, the table of places is a stream too, and the
identifier is a digest of the content, so that the same paper is the same file. A page costs a fraction of what a general writer takes.
"""

import hashlib
import struct
import zlib

LEVEL = 1  # half the time of the default for three bytes in a hundred
MANY = 200  # objects in one object stream
HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class PdfFile:
    """One file being written. `packed=False` writes every object plainly, as a reader of PDF 1.4 wants it."""

    def __init__(self, packed: bool = True) -> None:
        self._packed = packed
        self._plain: list[bytes | None] = [None]  # by number; None: a stream, or not said yet
        self._streams: dict[int, bytes] = {}

    def new(self) -> int:
        """The number of an object that is said later."""
        self._plain.append(None)
        return len(self._plain) - 1

    def put(self, number: int, body: str) -> int:
        """Says a numbered object."""
        self._plain[number] = body.encode("latin-1")
        return number

    def add(self, body: str) -> int:
        """A new object; its number."""
        self._plain.append(body.encode("latin-1"))
        return len(self._plain) - 1

    def stream(self, data: bytes, entries: str = "", pack: bool = True) -> int:
        """A new stream; its number. `entries` of its dictionary come as they are written."""
        number = self.new()
        if pack:
            data, entries = zlib.compress(data, LEVEL), entries + "/Filter/FlateDecode"
        self._streams[number] = f"<<{entries}/Length {len(data)}>>stream\n".encode("latin-1") + data + b"\nendstream"
        return number

    def done(self, root: int, info: int) -> bytes:
        """The whole file."""
        out = bytearray(HEADER)
        places: dict[int, tuple[int, int, int]] = {}
        if self._packed:
            self._pack(places)
        for number in range(1, len(self._plain)):
            body = self._streams.get(number) or self._plain[number]
            if number not in places and body is not None:
                places[number] = (1, len(out), 0)
                out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
        digest = hashlib.md5(out, usedforsecurity=False).hexdigest()
        trailer = f"/Root {root} 0 R/Info {info} 0 R/ID[<{digest}><{digest}>]"
        start = len(out)
        if self._packed:
            number = self.new()
            places[number] = (1, start, 0)
            rows = b"".join(struct.pack(">BIH", *places.get(n, (0, 0, 65535 if n == 0 else 0))) for n in range(number + 1))
            packed = zlib.compress(rows, LEVEL)
            head = f"<</Type/XRef/Size {number + 1}/W[1 4 2]{trailer}/Filter/FlateDecode/Length {len(packed)}>>stream\n"
            out += b"%d 0 obj\n%b%b\nendstream\nendobj\n" % (number, head.encode("latin-1"), packed)
        else:
            out += b"xref\n0 %d\n0000000000 65535 f \n" % len(self._plain)
            out += b"".join(b"%010d 00000 n \n" % places[n][1] for n in range(1, len(self._plain)))
            out += f"trailer\n<</Size {len(self._plain)}{trailer}>>\n".encode("latin-1")
        return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)

    def _pack(self, places: dict[int, tuple[int, int, int]]) -> None:
        """Puts the plain objects into object streams."""
        numbers = [n for n, body in enumerate(self._plain) if body is not None]
        for at in range(0, len(numbers), MANY):
            some = numbers[at : at + MANY]
            bodies = [self._plain[n] or b"" for n in some]
            head, length = [], 0
            for number, body in zip(some, bodies, strict=True):
                head.append(f"{number} {length}")
                length += len(body) + 1
            first = " ".join(head).encode("ascii") + b"\n"
            holder = self.stream(first + b"\n".join(bodies), f"/Type/ObjStm/N {len(some)}/First {len(first)}")
            for n, number in enumerate(some):
                places[number] = (2, holder, n)


def text(words: str) -> str:
    """A text as a PDF string."""
    if words.isascii() and words.isprintable() and not set(words) & set("()\\"):
        return f"({words})"
    return f"<FEFF{words.encode('utf-16-be', 'replace').hex().upper()}>"
