"""Photos in the DOCX: the same pictures, the same captions; of a sketch the words at its sides, since its points stand in a table."""

import base64
import binascii
import io
from typing import Any

from docx.image.exceptions import UnrecognizedImageError
from docx.shared import Mm

from desktop.documents import docx_xml
from desktop.documents.blocks import Sketch
from desktop.documents.picture_blocks import Photo

SIDE = 90.0  # millimetres: two pictures on a page


def paragraph(document: Any, photo: Photo, width: float, style_id: str) -> Any | None:
    """A paragraph in the style with the picture, at most `width` millimetres wide; None where there is none or it cannot be read."""
    if not photo.data:
        return None
    made = document.add_paragraph()
    element = made._p
    element.get_or_add_pPr().append(docx_xml.element("pStyle", val=style_id))
    element.getparent().remove(element)
    try:
        shape = made.add_run().add_picture(io.BytesIO(base64.b64decode(photo.data, validate=True)))
    except (binascii.Error, UnrecognizedImageError, ValueError):
        return None
    scale = min(Mm(min(photo.height, SIDE)) / shape.height, Mm(width) / shape.width)
    shape.width, shape.height = int(shape.width * scale), int(shape.height * scale)
    return element


def words(sketch: Sketch) -> list[str]:
    """What a sketch says in words: its corners, what lies north, east, south and west, where north is."""
    names = "、".join(one.name for one in sketch.corners)
    return [*([names] if names else []), *(bound for bound in sketch.bounds if bound), sketch.north]
