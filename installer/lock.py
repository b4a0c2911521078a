"""Writes the two lock files from pyproject.toml: every version pinned, every file by its hash, for all platforms at once.

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
# The project itself is installed without build isolation (it cannot be hash-checked), so its build tools are part of the lock.
BUILD_TOOLS = "setuptools>=80\nwheel\n"
LOCKS = {"requirements.lock": [], "requirements-dev.lock": ["--extra", "dev"]}


def compile_lock(uv: str, target: Path, extras: list[str], upgrade: bool) -> None:
    """Resolves one set of requirements into a lock file."""
    with tempfile.TemporaryDirectory() as scratch:
        tools = Path(scratch) / "build-tools.in"
        tools.write_text(BUILD_TOOLS, encoding="utf-8")
        command = [
            uv,
            "pip",
            "compile",
            "pyproject.toml",
            str(tools),
            *extras,
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
        # The dev lock starts from the runtime lock, so that both name the same version of what they share.
        if extras:
            command += ["--constraint", str(target.with_name("requirements.lock"))]
        if upgrade:
            command.append("--upgrade")
        subprocess.run(command, cwd=ROOT, check=True)
    text = target.read_text(encoding="utf-8")
    if "://" in text:
        raise SystemExit(f"{target.name} names an address; nothing in the repository may.")
    head = "# Made by installer/lock.py from pyproject.toml; do not edit.\n"
    target.write_text(head + text, encoding="utf-8")


def main() -> int:
    """Writes both locks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="take newer versions where pyproject.toml allows them")
    upgrade = parser.parse_args().upgrade
    uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or shutil.which("uv")
    if uv is None:
        print("uv is missing: pip install uv", file=sys.stderr)
        return 1
    for name, extras in LOCKS.items():
        compile_lock(uv, HERE / name, extras, upgrade)
        print(f"{name}: {(HERE / name).read_text(encoding='utf-8').count('==')} packages")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
