"""Was every acknowledged save on the disk before it was acknowledged?

    python tests/benchmarks/durable_order.py SECONDS WRITER [ARGUMENT ...]

kill -9 cannot show a missing fsync, because the system's page cache survives it. This runs a writer (it prints one line after
each kept change) under strace and checks that before each line every written file was synced. Prints the number of lines, how
many came too early, and the fsyncs a line. Exit code 1 when one came too early or none came.
"""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

CALLS = "write,pwrite64,writev,pwritev,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat"
LINE = re.compile(r"\d+\s+(\w+)\((\d+)<([^>]*)>")


def traced(seconds: float, command: list[str]) -> list[str]:
    """What strace saw of the writer in so many seconds."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "strace"
        strace = ["strace", "-f", "-y", "-qq", "-e", f"trace={CALLS}", "-o", str(log), *command]
        writer = subprocess.Popen(strace, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(seconds)
        os.killpg(writer.pid, signal.SIGKILL)
        writer.wait()
        return log.read_text(errors="replace").splitlines()


def judged(lines: Iterable[str]) -> tuple[int, int, int]:
    """(acknowledged, of these with something not yet synced, syncs)."""
    unsynced: set[str] = set()
    acknowledged = early = syncs = 0
    for line in lines:
        found = LINE.match(line)
        if found is None:
            continue
        call, handle, path = found.groups()
        if handle == "1":
            acknowledged += 1
            early += bool(unsynced)
        elif call in ("fsync", "fdatasync"):
            unsynced.discard(path)
            syncs += 1
        elif path.startswith("/") and not path.startswith(("/dev", "/proc", "/sys")) and not path.endswith("-shm"):
            unsynced.add(path)
    return acknowledged, early, syncs


if __name__ == "__main__":
    acknowledged, early, syncs = judged(traced(float(sys.argv[1]), sys.argv[2:]))
    print(f"acknowledged={acknowledged} before-their-sync={early} fsyncs={syncs} a-save={syncs / max(acknowledged, 1):.2f} (goal: 1)")
    sys.exit(1 if early or not acknowledged else 0)
