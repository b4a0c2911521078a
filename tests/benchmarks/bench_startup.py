"""CPU until the frame is mapped: `heyi --office DIR` beside `empty_qt.py table`, in turn, in the same run.

python tests/benchmarks/bench_startup.py [-n RUNS] [--office DIR] [--most RATIO]

The ratio is taken pair by pair, so that a machine whose speed drifts does not move it. Without --office a plain training office is made.
Exit code 1 where the ratio is above --most (3).
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(HERE), str(ROOT)]

from startup import Screen, median, start  # noqa: E402


def office(folder: Path) -> Path:
    """A plain training office."""
    from desktop.services import office as offices

    offices.create(folder / "office", {}, engine="sqlite", training=True).desk.close()
    return folder / "office"


def main(argv: Sequence[str]) -> int:
    """Measures both in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=7)
    parser.add_argument("--office", default="")
    parser.add_argument("--most", type=float, default=3.0)
    told = parser.parse_args(argv)
    with Screen() as screen, tempfile.TemporaryDirectory() as home:
        folder = told.office or str(office(Path(home)))
        floor = [sys.executable, str(HERE / "empty_qt.py"), "table"]
        ours = [sys.executable, "-m", "desktop", "--office", folder]
        pairs = [(start(ours, screen, home), start(floor, screen, home)) for _run in range(told.n + 1)][1:]
    for name, column in (("heyi", 0), ("empty_qt.py table", 1)):
        print(f"{name:18s}", "  ".join(f"{key}={value:.2f}" for key, value in median([pair[column] for pair in pairs])._asdict().items()))
    ratios = sorted(one.mapped_cpu / other.mapped_cpu for one, other in pairs)
    middle = statistics.median(ratios)
    print(f"CPU to the mapped frame: {middle:.2f} times the floor [{ratios[0]:.2f}..{ratios[-1]:.2f}], at most {told.most:.1f} wanted")
    return 0 if middle <= told.most else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
