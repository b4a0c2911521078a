"""Start-up of a desktop program on its own Xvfb: seconds and CPU seconds until its first window is mapped, and until it is idle.

python tests/benchmarks/startup.py [-n RUNS] COMMAND [ARG ...]

Mapped: the first viewable top-level window of at least 200 x 120. Idle: the start of the first second in which it used less than
50 ms of CPU. The first run is not counted (cold files). Needs Xvfb, python-xlib, psutil.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Any, NamedTuple

import psutil
from Xlib import X, display, error


class Start(NamedTuple):
    """One start; the seconds of CPU are those of the process and its children."""

    mapped: float
    mapped_cpu: float
    idle: float
    idle_cpu: float
    memory_mib: float


class Screen:
    """An Xvfb of its own, with a window manager where there is one."""

    def __init__(self, size: str = "1366x768") -> None:
        self.size = size

    def __enter__(self) -> "Screen":
        self._number, ready = os.pipe()
        command = ["Xvfb", "-displayfd", str(ready), "-screen", "0", f"{self.size}x24", "-nolisten", "tcp"]
        self._server = subprocess.Popen(command, stderr=subprocess.DEVNULL, pass_fds=[ready])
        os.close(ready)
        with os.fdopen(self._number) as pipe:
            self.name = ":" + pipe.readline().strip()
        self._display = display.Display(self.name)
        self._manager = None
        if shutil.which("openbox"):
            environment = {**os.environ, "DISPLAY": self.name}
            self._manager = subprocess.Popen(["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(0.5)
        self._own = set(self._windows())
        return self

    def __exit__(self, kind: type[BaseException] | None, bug: BaseException | None, trace: TracebackType | None) -> None:
        self._display.close()
        for process in (self._manager, self._server):
            if process is not None:
                process.terminate()
                process.wait(5)

    def has_window(self) -> bool:
        """Whether a program has mapped its window."""
        return any(window not in self._own for window in self._windows())

    def _windows(self, above: Any = None, depth: int = 0) -> Iterator[int]:
        try:
            children = (above or self._display.screen().root).query_tree().children
        except error.XError:
            return
        for child in children:
            try:
                attributes, place = child.get_attributes(), child.get_geometry()
                seen = attributes.map_state == X.IsViewable and not attributes.override_redirect
                if seen and place.width >= 200 and place.height >= 120:
                    yield child.id
                elif depth < 1:
                    yield from self._windows(child, depth + 1)
            except error.XError:
                pass


def start(command: Sequence[str], screen: Screen, home: str) -> Start:
    """Starts the program once, waits until it is idle, ends it."""
    environment = {**os.environ, "DISPLAY": screen.name, "HOME": home, "XDG_CONFIG_HOME": f"{home}/.config", "XDG_RUNTIME_DIR": home,
                   "XDG_CACHE_HOME": f"{home}/.cache", "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "xcb", "NO_AT_BRIDGE": "1"}  # fmt: skip
    environment.pop("QT_SCALE_FACTOR", None)
    begun = time.monotonic()
    with (
        open(f"{home}/stderr", "w+") as said,
        subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=said) as process,
    ):
        program = psutil.Process(process.pid)
        mapped: tuple[float, float] | None = None
        past: list[tuple[float, float]] = []
        try:
            while True:
                now = time.monotonic() - begun
                if process.poll() is not None or now > 60:
                    said.seek(0)
                    raise RuntimeError(f"no window: {said.read()[-600:]}")
                used = _cpu(program)
                if mapped is None and screen.has_window():
                    mapped = now, _cpu(program)
                past.append((now, used))
                if mapped is not None:
                    quiet = [one for one in past if mapped[0] <= one[0] <= now - 1]
                    if quiet and used - quiet[-1][1] < 0.05:
                        return Start(*mapped, *quiet[-1], program.memory_full_info().rss / 2**20)
                time.sleep(0.01 if mapped is None else 0.05)
        finally:
            process.terminate()


def _cpu(program: psutil.Process) -> float:
    return sum(sum(one.cpu_times()[:2]) for one in [program, *program.children(recursive=True)])


def median(starts: Sequence[Start]) -> Start:
    """The middle of each figure."""
    return Start(*(statistics.median(figures) for figures in zip(*starts, strict=True)))


def main(argv: Sequence[str]) -> int:
    """Measures one command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=5)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    told = parser.parse_args(argv)
    with Screen() as screen, tempfile.TemporaryDirectory() as home:
        starts = [start(told.command, screen, home) for _run in range(told.n + 1)][1:]
    print("  ".join(f"{name}={value:.2f}" for name, value in median(starts)._asdict().items()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
