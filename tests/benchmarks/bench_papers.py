"""A thousand agreements beside the raw canvas and typst, with the same text, fonts and QR, in one run.

python tests/benchmarks/bench_papers.py [COUNT [ROUNDS]]    CPU time of one file of COUNT and of COUNT files of their own, memory, size

Each measurement is a process of its own in which the modules are imported, the fonts open and one paper made ("a running program"); the
rounds take turns, and the medians of the ratios are printed, since the machine is not idle. The raw canvas: reportlab, drawString of
lines cut at the width. typst: justified, Song; the symbols are made by segno and handed in as SVG paths, outside the measured time.
Wanted: one file at most 6 times the canvas, files of their own 90 a second, under 150 MiB, a page at most 120 KB.
"""

import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SIZE, PITCH, WIDTH, HEIGHT, LEFT, TOP = 16, 28.95, 442.0, 637.0, 79.0, 735.0
NAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
ENGINES = ("canvas", "typst", "ours")


def papers(count: int):  # type: ignore[no-untyped-def]
    """As many agreements, each with another number, name and sum."""
    from desktop.documents import agreement, blocks
    from desktop.documents.blocks import PaperState
    from tests.documents import cases

    loan = cases.loan()
    made = json.dumps(
        blocks.to_json(agreement.paper(loan, loan.agreements[0], cases.setting(PaperState.ISSUED, training=False))), ensure_ascii=False
    )
    for n in range(count):
        one = made.replace("张𨱏", NAMES[n % 32] + NAMES[n // 32 % 32] + "某").replace("5,194,253.92", f"{n * 37 + 1000:,}.{n % 100:02d}")
        yield blocks.from_json(json.loads(one.replace("新诉调字第12号", f"新诉调字第{n + 1}号")))


def texts(paper) -> list[str]:  # type: ignore[no-untyped-def]
    """What is said, paragraph by paragraph."""
    from desktop.documents import blocks

    return [part for place, text in blocks.texts(paper) if place.startswith("blocks.") for part in text.split("\n")]


def ours(made: list, one_file: bool) -> list[bytes]:  # type: ignore[type-arg]
    from desktop.documents import pdf

    if one_file:
        return [pdf.render_all(made, computer_fonts=False)]
    return [pdf.render(paper, computer_fonts=False) for paper in made]


def canvas(made: list, one_file: bool) -> list[bytes]:  # type: ignore[type-arg]
    import io

    import segno
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfgen.canvas import Canvas

    out, widths, sheet, buffer = [], {}, None, io.BytesIO()
    for paper in made:
        if sheet is None or not one_file:
            buffer = io.BytesIO()
            sheet = Canvas(buffer, pagesize=(595.3, 841.9), pageCompression=1)
        symbol = segno.make(f"{paper.number}|{paper.version}", error="m")
        y, text = TOP, sheet.beginText(LEFT, TOP)
        text.setFont("Z", SIZE, PITCH)
        for line in (line for whole in texts(paper) for line in _cut("　　" + whole, widths, pdfmetrics.stringWidth)):
            text.textLine(line)
            y -= PITCH
            if y < TOP - HEIGHT:
                _page(sheet, text, symbol)
                y, text = TOP, sheet.beginText(LEFT, TOP)
                text.setFont("Z", SIZE, PITCH)
        _page(sheet, text, symbol)
        if not one_file:
            sheet.save()
            out.append(buffer.getvalue())
    if one_file and sheet is not None:
        sheet.save()
        out.append(buffer.getvalue())
    return out


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


def _page(sheet, text, symbol):  # type: ignore[no-untyped-def]
    sheet.drawText(text)
    path = sheet.beginPath()
    for n, row in enumerate(symbol.matrix):
        for k, dark in enumerate(row):
            if dark:
                path.rect(LEFT + k, 40 - n, 1, 1)
    sheet.drawPath(path, stroke=0, fill=1)
    sheet.showPage()


TYPST = """
#let ds = json(bytes(sys.inputs.d))
#set page(paper: "a4", margin: (top: 37mm, right: 26mm, bottom: 35mm, left: 28mm), footer: context {
  [#place(bottom + left, image(bytes(ds.at(0).svg), width: 13mm)) #align(center, [第 #counter(page).display() 页])]
})
#set text(font: "Noto Serif SC", size: 16pt, lang: "zh", region: "cn")
#set par(justify: true, leading: 12.9pt, spacing: 12.9pt, first-line-indent: (amount: 2em, all: true))
#for (i, d) in ds.enumerate() [
  #if i > 0 { pagebreak() }
  #for t in d.texts { par(t) }
]
"""


def typst(made: list, one_file: bool) -> list[bytes]:  # type: ignore[type-arg]
    import tempfile

    import typst as engine

    source = Path(tempfile.mkdtemp()) / "a.typ"
    source.write_text(TYPST, encoding="utf-8")
    compiler = engine.Compiler(str(source), font_paths=[str(ROOT / "resources" / "fonts")], ignore_system_fonts=True)
    sheets = [made] if one_file else [[one] for one in made]
    return [compiler.compile(format="pdf", sys_inputs={"d": json.dumps(sheet, ensure_ascii=False)}) for sheet in sheets]


def typst_input(made: list) -> list[dict[str, object]]:  # type: ignore[type-arg]
    import io

    import segno

    out = []
    for paper in made:
        svg = io.BytesIO()
        segno.make(f"{paper.number}|{paper.version}", error="m").save(svg, kind="svg", border=0)
        out.append({"texts": texts(paper), "svg": svg.getvalue().decode()})
    return out


def measure(name: str, count: int, one_file: bool) -> dict[str, float]:
    """CPU seconds, peak memory in MiB, bytes, in this process."""
    if name == "canvas":
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont

        pdfmetrics.registerFont(TTFont("Z", str(ROOT / "resources" / "fonts" / "NotoSerifSC-Regular.ttf")))
    make = {"ours": ours, "canvas": canvas, "typst": typst}[name]
    make(typst_input(list(papers(1))) if name == "typst" else list(papers(1)), False)
    made: list = list(papers(count))  # type: ignore[type-arg]
    made = typst_input(made) if name == "typst" else made
    begun = time.process_time()
    files = make(made, one_file)
    seconds = time.process_time() - begun
    return {"seconds": seconds, "mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "bytes": sum(map(len, files))}


def main(count: int, rounds: int) -> None:
    found: dict[tuple[str, bool], list[dict[str, float]]] = {(name, one): [] for name in ENGINES for one in (True, False)}
    for _ in range(rounds):
        for (name, one), results in found.items():
            many = count if one else max(count // 5, 1)
            said = subprocess.run(
                [sys.executable, __file__, name, str(many), "one" if one else "each"], capture_output=True, text=True, check=True, cwd=ROOT
            )
            results.append({**json.loads(said.stdout), "count": many})
    print(f"{'CPU ms a paper':24s}{'one file':>10s}{'own files':>11s}{'a second':>10s}{'MiB':>8s}{'KB a file':>11s}")
    for name in ENGINES:
        together, apart = (statistics.median(one["seconds"] / one["count"] for one in found[name, kind]) for kind in (True, False))
        most = max(one["mib"] for one in (*found[name, True], *found[name, False]))
        size = statistics.median(one["bytes"] / one["count"] for one in found[name, False]) / 1000
        print(f"{name:24s}{together * 1e3:10.2f}{apart * 1e3:11.2f}{1 / apart:10.0f}{most:8.0f}{size:11.1f}")
    for other in ENGINES[:-1]:
        for kind, said in ((True, "one file"), (False, "own files")):
            pairs = zip(found["ours", kind], found[other, kind], strict=True)
            ratio = statistics.median(a["seconds"] / b["seconds"] for a, b in pairs)
            print(f"ours over {other}, {said}: {ratio:.2f}")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    if sys.argv[1:2] and sys.argv[1] in ENGINES:
        print(json.dumps(measure(sys.argv[1], int(sys.argv[2]), sys.argv[3] == "one")))
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else 1000, int(sys.argv[2]) if sys.argv[2:] else 3)
