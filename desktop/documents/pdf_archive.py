"""What makes a PDF one for the archive (ISO 19005-2, level B): its metadata as XMP and the colours it is meant for.

Everything else that the norm asks is in how the pages are written: every font embedded with its widths, no transparency, no script,
nothing from outside, an identifier.
"""

import struct
from functools import cache
from xml.sax.saxutils import escape

from desktop.documents.pdf_file import PdfFile, text

PRODUCER = "Heyi"
CURVE = 256  # steps of the tone curve
# Primaries of sRGB adapted to D50 and the white of D50 (IEC 61966-2-1, ICC.1:2001-04)
PRIMARIES = (
    (b"rXYZ", (0.4360747, 0.2225045, 0.0139322)),
    (b"gXYZ", (0.3850649, 0.7168786, 0.0971045)),
    (b"bXYZ", (0.1430804, 0.0606169, 0.7141733)),
)
WHITE = (0.9642, 1.0, 0.8249)
XMP = "/Type/Metadata/Subtype/XML"
NAME = "sRGB IEC61966-2.1"


def intent(file: PdfFile) -> str:
    """The output intent, as an array."""
    return intent_with(file.stream(srgb(), "/N 3"))


def intent_with(profile: int) -> str:
    """The same, where the profile is the object of this number."""
    return f"[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier({NAME})/Info({NAME})/DestOutputProfile {profile} 0 R>>]"


def metadata(file: PdfFile, title: str, author: str, subject: str, language: str) -> tuple[int, int]:
    """The numbers of the XMP stream and of the information dictionary, which say the same."""
    return file.stream(xmp(title, author, subject, language), XMP, pack=False), file.add(information(title, author, subject))


def information(title: str, author: str, subject: str) -> str:
    """The information dictionary."""
    title, author, subject = (_encoded(words) for words in (title, author, subject))
    return f"<</Title {text(title)}/Author {text(author)}/Subject {text(subject)}/Creator({PRODUCER})/Producer({PRODUCER})>>"


def xmp(title: str, author: str, subject: str, language: str, claimed: bool = True) -> bytes:
    """The same as XMP; `claimed` is false for a file that does not keep what the norm asks."""
    one = "<rdf:Alt><rdf:li xml:lang='x-default'>{}</rdf:li></rdf:Alt>"
    claim = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>" if claimed else ""
    packet = (
        "<?xpacket begin='\ufeff' id='W5M0MpCehiHzreSzNTczkc9d'?>\n"
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
        "<rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:xmp='http://ns.adobe.com/xap/1.0/'"
        " xmlns:pdf='http://ns.adobe.com/pdf/1.3/' xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/'>"
        f"<dc:format>application/pdf</dc:format><dc:title>{one.format(_xml(title))}</dc:title>"
        f"<dc:creator><rdf:Seq><rdf:li>{_xml(author)}</rdf:li></rdf:Seq></dc:creator>"
        f"<dc:description>{one.format(_xml(subject))}</dc:description>"
        f"<dc:language><rdf:Bag><rdf:li>{_xml(language)}</rdf:li></rdf:Bag></dc:language>"
        f"<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool><pdf:Producer>{PRODUCER}</pdf:Producer>{claim}"
        "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end='w'?>"
    )
    return packet.encode()


def _encoded(words: str) -> str:
    return words.encode("utf-8", "replace").decode()


def _xml(words: str) -> str:
    return escape("".join(c for c in _encoded(words) if c >= " "))


@cache
def srgb() -> bytes:
    """An ICC profile (version 2) of the colours of sRGB, made from the figures of the norm; it is nobody's but ours."""
    curve = (
        b"curv"
        + bytes(4)
        + struct.pack(">I", CURVE)
        + struct.pack(f">{CURVE}H", *(round(65535 * _linear(n / (CURVE - 1))) for n in range(CURVE)))
    )
    words = NAME.encode("ascii") + b"\0"
    described = b"desc" + bytes(4) + struct.pack(">I", len(words)) + words + bytes(4 + 4 + 2 + 1 + 67)
    tags = [(b"desc", described), (b"cprt", b"text" + bytes(4) + b"No copyright\0"), (b"wtpt", _xyz(WHITE))]
    tags += [(name, _xyz(values)) for name, values in PRIMARIES]
    directory, data = b"", b""
    start = 128 + 4 + 12 * (len(tags) + 3)
    for name, body in tags:
        directory += name + struct.pack(">II", start + len(data), len(body))
        data += body + bytes(-len(body) % 4)
    for name in (b"rTRC", b"gTRC", b"bTRC"):
        directory += name + struct.pack(">II", start + len(data), len(curve))
    data += curve + bytes(-len(curve) % 4)
    day = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    head = (
        struct.pack(">I", start + len(data)) + bytes(4) + b"\x02\x10\0\0" + b"mntrRGB XYZ " + day + b"acsp" + bytes(4 + 4 + 4 + 4 + 8 + 4)
    )
    head += b"".join(struct.pack(">i", round(value * 65536)) for value in WHITE)
    return head + bytes(128 - len(head)) + struct.pack(">I", len(tags) + 3) + directory + data


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(value * 65536) for value in values))
