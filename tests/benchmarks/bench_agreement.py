"""The first agreement in a running program beside the raw canvas with the same text and QR, in one run.

python tests/benchmarks/bench_agreement.py [TIMES]    prints the medians of CPU time and their ratio (wanted: at most 3)

Each measurement is a process of its own in which the modules are imported and the fonts open ("a running program"), and nothing
was ever set or drawn. The raw canvas: reportlab, drawString of lines cut at the width, one segno symbol drawn on every page.
"""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SIZE, PITCH, WIDTH, HEIGHT, LEFT, TOP = 16, 28.95, 442.0, 637.0, 79.0, 735.0


def paper():  # type: ignore[no-untyped-def]
    """The loan's agreement as issued."""
    from desktop.documents import agreement
    from desktop.documents.blocks import PaperState
    from tests.documents import cases

    loan = cases.loan()
    return agreement.paper(loan, loan.agreements[0], cases.setting(PaperState.ISSUED))


def ours() -> list[float]:
    """CPU seconds of: opening the fonts, the first agreement, the second."""
    from desktop.documents import pdf

    made = paper()
    marks = [time.process_time()]
    pdf.warm(computer_fonts=False)
    marks.append(time.process_time())
    for _ in range(2):
        pdf.render(made, computer_fonts=False)
        marks.append(time.process_time())
    return [b - a for a, b in zip(marks, marks[1:], strict=False)]


def raw() -> list[float]:
    """The same for the raw canvas."""
    import io

    import segno
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from desktop.documents import blocks

    made = paper()
    texts = [text for place, text in blocks.texts(made) if place.startswith("blocks.")]
    marks = [time.process_time()]
    pdfmetrics.registerFont(TTFont("Z", str(ROOT / "resources" / "fonts" / "NotoSerifSC-Regular.ttf")))
    marks.append(time.process_time())
    for _ in range(2):
        widths: dict[str, float] = {}
        canvas = Canvas(io.BytesIO(), pagesize=(595.3, 841.9), pageCompression=1)
        symbol = segno.make(f"{made.number}|{made.version}", error="m")
        y, text = TOP, canvas.beginText(LEFT, TOP)
        text.setFont("Z", SIZE, PITCH)
        for line in (line for whole in texts for line in _cut("　　" + whole, widths, pdfmetrics.stringWidth)):
            text.textLine(line)
            y -= PITCH
            if y < TOP - HEIGHT:
                _page(canvas, text, symbol)
                y, text = TOP, canvas.beginText(LEFT, TOP)
                text.setFont("Z", SIZE, PITCH)
        _page(canvas, text, symbol)
        canvas.save()
        marks.append(time.process_time())
    return [b - a for a, b in zip(marks, marks[1:], strict=False)]


def _cut(text, widths, measure):  # type: ignore[no-untyped-def]
    line, width = "", 0.0
    for character in text:
        if character not in widths:
            widths[character] = measure(character, "Z", SIZE)
        if width + widths[character] > WIDTH:
            yield line
            line, width = "", 0.0
        line += character
        width += widths[character]
    yield line


def _page(canvas, text, symbol):  # type: ignore[no-untyped-def]
    canvas.drawText(text)
    path = canvas.beginPath()
    for n, row in enumerate(symbol.matrix):
        for k, dark in enumerate(row):
            if dark:
                path.rect(LEFT + k, 40 - n, 1, 1)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.showPage()


def main(times: int) -> None:
    found: dict[str, list[list[float]]] = {"raw": [], "ours": []}
    for _ in range(times):
        for name, seconds in found.items():
            made = subprocess.run([sys.executable, __file__, f"--{name}"], capture_output=True, text=True, check=True, cwd=ROOT)
            seconds.append(json.loads(made.stdout))
    middle = {name: [statistics.median(part) for part in zip(*seconds, strict=True)] for name, seconds in found.items()}
    print("CPU milliseconds      open fonts    first agreement    second")
    for name, parts in middle.items():
        print(f"{name:20s} {parts[0] * 1e3:11.1f} {parts[1] * 1e3:18.1f} {parts[2] * 1e3:9.1f}")
    print(f"ratio, first agreement: {middle['ours'][1] / middle['raw'][1]:.2f} (wanted: at most 3)")
    print(f"ratio, fonts and first: {sum(middle['ours'][:2]) / sum(middle['raw'][:2]):.2f}")
    print(f"ratio, second:          {middle['ours'][2] / middle['raw'][2]:.2f}")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    if sys.argv[1:] in (["--raw"], ["--ours"]):
        print(json.dumps(raw() if sys.argv[1] == "--raw" else ours()))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
