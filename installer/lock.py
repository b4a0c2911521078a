"""Writes the lock files from pyproject.toml: every version pinned, every file by its hash, for all platforms at once.

``python installer/lock.py`` needs uv (``pip install uv``). It works for Python 3.11 to 3.13 on Linux (x64 and arm64) and Windows. The
lock names no index: each computer takes the files from wherever its own pip is told to, and the hash decides.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
# Neither the project nor a package that comes as source is built in isolation (that would fetch tools past the lock): the tools come first.
BUILD_TOOLS = "setuptools>=80\nwheel\n"
# Each lock starts from the one before, so that all name the same version of what they share.
LOCKS = {
    "requirements-build.lock": ["build-tools.in"],
    "requirements.lock": ["build-tools.in", str(ROOT / "pyproject.toml")],
    "requirements-dev.lock": ["build-tools.in", str(ROOT / "pyproject.toml"), "--extra", "dev"],
}


def compile_lock(uv: str, target: Path, sources: list[str], before: Path | None, upgrade: bool) -> None:
    """Resolves one set of requirements into a lock file."""
    with tempfile.TemporaryDirectory() as scratch:
        (Path(scratch) / "build-tools.in").write_text(BUILD_TOOLS, encoding="utf-8")
        command = [
            uv,
            "pip",
            "compile",
            *sources,
            "--universal",
            "--python-version",
            "3.11",
            "--generate-hashes",
            "--no-emit-index-url",
            "--no-emit-find-links",
            "--no-annotate",
            "--no-header",
            "--quiet",
            "--output-file",
            str(target),
        ]
        if before is not None:
            command += ["--constraint", str(before)]
        if upgrade:
            command.append("--upgrade")
        subprocess.run(command, cwd=scratch, check=True)
    text = target.read_text(encoding="utf-8")
    if "://" in text:
        raise SystemExit(f"{target.name} names an address; nothing in the repository may.")
    head = "# Made by installer/lock.py from pyproject.toml; do not edit.\n"
    target.write_text(head + text, encoding="utf-8")


def main() -> int:
    """Writes every lock."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="take newer versions where pyproject.toml allows them")
    upgrade = parser.parse_args().upgrade
    uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or shutil.which("uv")
    if uv is None:
        print("uv is missing: pip install uv", file=sys.stderr)
        return 1
    before: Path | None = None
    for name, sources in LOCKS.items():
        compile_lock(uv, HERE / name, sources, before, upgrade)
        before = HERE / name
        print(f"{name}: {(HERE / name).read_text(encoding='utf-8').count('==')} packages")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
