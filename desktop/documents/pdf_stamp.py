"""The page numbers of a bound file, each as a small page of its own that is laid over a page of the file."""

from desktop.documents import fonts, page_layout
from desktop.documents.blocks import Align, Furniture, Paper
from desktop.documents.pdf_pen import Pen
from desktop.documents.setter import Setter

LAYOUT = "form"
WIDTH, HEIGHT = 120.0, 16.0  # points


def numbers(words: str, count: int) -> bytes:
    """A PDF with so many small pages; `words` has the field {n}, such as `第{n}页`."""
    paper = Paper("stamp", "", "", "", Furniture("", "", "", ""), ())
    faces = fonts.faces(False)
    setter = Setter(paper, faces, page_layout.layout(LAYOUT))
    pen = Pen(paper, faces, (WIDTH, HEIGHT))
    pen.paper_begin(0)
    for n in range(1, count + 1):
        text = setter.text(words.replace("{n}", str(n)), "number", "furniture", WIDTH, Align.RIGHT, split=False)
        pen.page_begin()
        pen.open_artifact(True)
        text.draw(pen, 0.0, (HEIGHT - text.style.line) / 2, 0, 1)
        pen.close()
        pen.page_end()
    return pen.done()
