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
        self._count = 0
        self._out = bytearray(HEADER)
        self._places: dict[int, tuple[int, int, int]] = {}
        self._waiting: list[tuple[int, bytes]] = []  # said, and not packed yet

    def new(self) -> int:
        """The number of an object that is said later."""
        self._count += 1
        return self._count

    def put(self, number: int, body: str) -> int:
        """Says a numbered object."""
        said = body.encode("latin-1")
        if not self._packed:
            self._write(number, said)
            return number
        self._waiting.append((number, said))
        if len(self._waiting) >= MANY:
            self._pack()
        return number

    def add(self, body: str) -> int:
        """A new object; its number."""
        return self.put(self.new(), body)

    def stream(self, data: bytes, entries: str = "", pack: bool = True) -> int:
        """A new stream; its number. `entries` of its dictionary come as they are written."""
        number = self.new()
        if pack:
            data, entries = zlib.compress(data, LEVEL), entries + "/Filter/FlateDecode"
        self._write(number, f"<<{entries}/Length {len(data)}>>stream\n".encode("latin-1"), data, b"\nendstream")
        return number

    def done(self, root: int, info: int) -> bytes:
        """The whole file."""
        if self._waiting:
            self._pack()
        out, places = self._out, self._places
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
            out += b"xref\n0 %d\n0000000000 65535 f \n" % (self._count + 1)
            out += b"".join(b"%010d 00000 n \n" % places[n][1] for n in range(1, self._count + 1))
            out += f"trailer\n<</Size {self._count + 1}{trailer}>>\n".encode("latin-1")
        out += b"startxref\n%d\n%%%%EOF\n" % start
        return bytes(out)

    def _write(self, number: int, *parts: bytes) -> None:
        self._places[number] = (1, len(self._out), 0)
        self._out += b"%d 0 obj\n" % number
        for part in parts:
            self._out += part
        self._out += b"\nendobj\n"

    def _pack(self) -> None:
        """Puts the objects that wait into one object stream."""
        some, self._waiting = self._waiting, []
        head, length = [], 0
        for number, body in some:
            head.append(f"{number} {length}")
            length += len(body) + 1
        first = " ".join(head).encode("ascii") + b"\n"
        data = first + b"\n".join(body for _number, body in some)
        holder = self.stream(data, f"/Type/ObjStm/N {len(some)}/First {len(first)}")
        for n, (number, _body) in enumerate(some):
            self._places[number] = (2, holder, n)


def text(words: str) -> str:
    """A text as a PDF string."""
    if words.isascii() and words.isprintable() and not set(words) & set("()\\"):
        return f"({words})"
    return f"<FEFF{words.encode('utf-16-be', 'replace').hex().upper()}>"
