"""Kills a writer at random moments and checks that nothing acknowledged was lost.

    python tests/benchmarks/kill9.py [-n KILLS] [--max-ms MS] --write COMMAND --check COMMAND

The writer prints one token a line after each change that is kept; the checker prints every token that is there, and fails where
something is damaged. Prints kills, acknowledged changes, lost ones and damaged states (both must be 0), and changes that were
under way and turned out to be there (allowed). `bench_save.py --write FILE` and `--check FILE` are such commands.
"""

import argparse
import os
import random
import shlex
import signal
import subprocess
import sys
import time


def killed(command: list[str], seconds: float) -> set[str]:
    """The tokens a writer printed before it was killed."""
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
    assert writer.stdout is not None
    os.set_blocking(writer.stdout.fileno(), False)
    said, end = b"", time.monotonic() + seconds
    while time.monotonic() < end:
        said += writer.stdout.read() or b""
        time.sleep(0.002)
    os.killpg(writer.pid, signal.SIGKILL)
    writer.wait()
    os.set_blocking(writer.stdout.fileno(), True)
    said += writer.stdout.read()
    return set(said.decode().split("\n")[:-1])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=50, metavar="KILLS")
    parser.add_argument("--max-ms", type=float, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", type=shlex.split, required=True)
    parser.add_argument("--check", type=shlex.split, required=True)
    asked = parser.parse_args()
    draw = random.Random(asked.seed)
    acknowledged: set[str] = set()
    lost = damaged = under_way = idle = 0
    for _ in range(asked.n):
        said = killed(asked.write, draw.uniform(0, asked.max_ms) / 1e3)
        idle += not said
        checked = subprocess.run(asked.check, capture_output=True, text=True)
        if checked.returncode:
            damaged += 1
            continue
        there = set(checked.stdout.split())
        acknowledged |= said
        lost += len(acknowledged - there)
        under_way += len(there - acknowledged)
        acknowledged = there
    print(f"kills={asked.n} (before the first save: {idle}) kept={len(acknowledged)} lost={lost} damaged={damaged} under-way={under_way}")
    return 1 if lost or damaged else 0


if __name__ == "__main__":
    sys.exit(main())
