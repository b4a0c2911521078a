"""Sets up the program on a fresh machine and runs it or its tests. Standard library only.

python3 installer/bootstrap.py run     the training office: a window, or without a screen its agreements as PDF
python3 installer/bootstrap.py test    style, types, tests (what follows goes to pytest)
python3 installer/bootstrap.py setup   only sets up; `setup --dev` with the tools of the tests

The Windows paths are written for and untested.
"""

# Old Pythons must be able to read this file far enough to say that they are too old: no syntax newer than 3.7.
from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

OLDEST, NEWEST = (3, 11), (3, 13)

BUILD_LOCK = ROOT / "installer" / "requirements-build.lock"
LOCK = ROOT / "installer" / "requirements.lock"
DEV_LOCK = ROOT / "installer" / "requirements-dev.lock"

# Shared library -> Debian package. Without the first group not even an invisible Qt starts; a window needs the second as well.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
# Program -> Debian package: some tests look at the program from outside and skip themselves where these are missing.
TEST_PROGRAMS = {
    "pdftotext": "poppler-utils",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "strace": "strace",
}


class Stop(Exception):
    """What the user has to know or do before this can go on: one sentence, perhaps with the line to type."""


def say(text: str) -> None:
    """Prints a line at once, also into a pipe."""
    print(text, flush=True)


# --- Python -------------------------------------------------------------------------------------------------------------------


def check_python() -> None:
    """Stops on a Python that the program is not made for."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return
    this = ".".join(str(part) for part in sys.version_info[:2])
    raise Stop(
        f"Heyi needs Python 3.11, 3.12 or 3.13; this is {this} ({sys.executable}). Install one of them and start this file with it, "
        "for example: python3.12 installer/bootstrap.py run"
    )


def clean_environment() -> dict[str, str]:
    """The environment for what this script starts: UTF-8, no other Python's paths."""
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX")}
    environment.update(PYTHONUTF8="1", PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_NO_INPUT="1", PIP_USER="0")
    return environment


def run_quietly(command: list[str], trouble: str) -> None:
    """Runs a command and shows its last lines only when it fails."""
    done = subprocess.run(command, cwd=ROOT, env=clean_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        lines = [line for line in done.stdout.decode("utf-8", "replace").splitlines() if line.strip()]
        raise Stop("\n".join([*lines[-12:], trouble]))


# --- the system's packages ----------------------------------------------------------------------------------------------------


def has_apt() -> bool:
    """Whether this is Debian or a child of it (UOS, Kylin, Ubuntu)."""
    return shutil.which("apt-get") is not None


def may_install() -> bool:
    """Whether packages can be installed without asking anybody."""
    return has_apt() and os.geteuid() == 0


def line_to_type(packages: list[str]) -> str:
    """What an ordinary user has to type to get the packages."""
    return "sudo apt-get install -y " + " ".join(packages)


def apt_install(packages: list[str]) -> bool:
    """Installs packages without a question; False when that failed, after its last lines are shown."""
    say("Installing from Debian: " + " ".join(packages))
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    wait = ["-o", "DPkg::Lock::Timeout=120"]
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "-o", "Dpkg::Options::=--force-confold", *wait, *packages]
    output = ""
    for command in (["apt-get", "update", "-qq", *wait], install):
        done = subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
        # A failed update alone is not fatal: the lists on the machine may be good enough.
        output = done.stdout.decode("utf-8", "replace")
    if done.returncode:
        say("\n".join(output.splitlines()[-6:]))
    return done.returncode == 0


def missing_libraries(window: bool) -> dict[str, str]:
    """The shared libraries of Qt that this computer does not have, with the package each is in."""
    if not sys.platform.startswith("linux"):
        return {}
    wanted = dict(LIBRARIES)
    if window:
        # Beside an X server Qt gets along without Wayland, so its libraries matter only where there is nothing else.
        only_wayland = "WAYLAND_DISPLAY" in os.environ and "DISPLAY" not in os.environ
        wanted.update(WAYLAND_LIBRARIES if only_wayland else WINDOW_LIBRARIES)
    missing = {}
    for library, package in wanted.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing[library] = package
    return missing


def missing_packages(window: bool) -> list[str]:
    """All that an ordinary user has to ask for, so that there is one line to type and not two."""
    packages = list(missing_libraries(window).values())
    if not PYTHON.exists() and not has_ensurepip():
        packages.append("python3-venv")
    return packages


def provide_libraries(window: bool) -> str:
    """Sees to Qt's shared libraries. Returns nothing, or the sentence that says what is missing."""
    missing = missing_libraries(window)
    if missing and may_install():
        apt_install(list(missing.values()))
        missing = missing_libraries(window)
    if not missing:
        return ""
    if has_apt():
        return "Qt needs shared libraries that are not here. Type: " + line_to_type(missing_packages(window))
    return "Qt needs shared libraries that are not here; install what provides " + ", ".join(missing) + "."


def has_postgresql() -> bool:
    """Whether a PostgreSQL server program is on this computer."""
    return bool(shutil.which("initdb") or list(Path("/usr/lib/postgresql").glob("*/bin/initdb")))


def provide_test_programs() -> None:
    """Gets what some tests need, as far as possible; says in a sentence what stays missing."""
    if WINDOWS:
        return
    if may_install():
        packages = [package for program, package in TEST_PROGRAMS.items() if not shutil.which(program)]
        if not has_postgresql():
            packages.append("postgresql")
            # The tests start a throwaway server of their own; Debian's package would otherwise make and start one for the machine.
            settings = Path("/etc/postgresql-common/createcluster.conf")
            if not settings.exists():
                settings.parent.mkdir(parents=True, exist_ok=True)
                settings.write_text("create_main_cluster = false\n", encoding="utf-8")
        if packages and not apt_install(packages):
            # One package that is not to be had must not cost the others.
            for package in packages if len(packages) > 1 else []:
                apt_install([package])
    if not has_postgresql():
        say("No PostgreSQL here: the tests on it will be skipped" + (" (" + line_to_type(["postgresql"]) + ")." if has_apt() else "."))
    missing = {program: package for program, package in TEST_PROGRAMS.items() if not shutil.which(program)}
    if missing:
        hint = " (" + line_to_type(list(missing.values())) + ")." if has_apt() else "."
        say("Not here: " + ", ".join(missing) + "; the tests that need them will be skipped" + hint)


# --- .venv --------------------------------------------------------------------------------------------------------------------


def venv_is_usable() -> bool:
    """Whether .venv has a Python that starts and is of a supported version."""
    try:
        settings = (VENV / "pyvenv.cfg").read_text(encoding="utf-8")
    except OSError:
        return False
    found = re.search(r"^version(?:_info)?\s*=\s*(\d+)\.(\d+)", settings, re.MULTILINE)
    if not found or not OLDEST <= (int(found.group(1)), int(found.group(2))) <= NEWEST or not PYTHON.exists():
        return False
    # Only reached when something is to be installed: a half-made .venv has no pip.
    return subprocess.run([str(PYTHON), "-c", "import pip"], env=clean_environment(), capture_output=True, check=False).returncode == 0


def has_ensurepip() -> bool:
    """Whether this Python can make a .venv with pip in it; Debian takes that apart."""
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def make_venv() -> None:
    """Makes .venv anew."""
    if not has_ensurepip():
        package = "python3-venv"
        if sys.executable.startswith("/usr/bin/") and may_install():
            versioned = "python{}.{}-venv".format(*sys.version_info[:2])
            if not (apt_install([package]) or apt_install([versioned])):
                raise Stop("The package python3-venv could not be installed. Check the network and start this again.")
        elif has_apt():
            raise Stop("Python's venv module is not here. Type: " + line_to_type(missing_packages(has_display())))
        else:
            raise Stop("Python's modules venv and ensurepip are not here; install them with your system's package manager.")
    say("Making .venv with Python {}.{}.{}".format(*sys.version_info[:3]))
    run_quietly([sys.executable, "-m", "venv", "--clear", str(VENV)], f"{VENV} could not be made; the lines above say why.")


def stamp_of(lock: Path) -> str:
    """A text that changes when what is to be installed changes."""
    digest = hashlib.sha256(str(ROOT).encode("utf-8"))
    for path in (BUILD_LOCK, lock, ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_installed(lock: Path) -> bool:
    """Whether .venv holds what a lock says. The lock of the tests holds all that the program needs."""
    for candidate in {lock, DEV_LOCK}:
        stamp = VENV / f".{candidate.stem}.stamp"
        try:
            if stamp.read_text(encoding="utf-8") == stamp_of(candidate) and PYTHON.exists():
                return True
        except OSError:
            continue
    return False


def install(lock: Path) -> None:
    """Brings .venv to what a lock says: every file by its hash, then the project itself."""
    if is_installed(lock):
        return
    began = time.monotonic()
    if not venv_is_usable():
        make_venv()
    count = len(re.findall(r"^[\w-]+==", lock.read_text(encoding="utf-8"), re.MULTILINE))
    say(f"Installing {count} pinned packages (half a minute to a few minutes)")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet"]
    help_line = "The packages could not be installed; the lines above say why. Check the network or pip's settings and start this again."
    run_quietly([*pip, "--require-hashes", "--only-binary=:all:", "-r", str(BUILD_LOCK)], help_line)
    # Only binaries, so that nothing is compiled here; lunar_python is plain Python and comes as source only.
    binaries = ["--only-binary=:all:", "--no-binary=lunar_python"]
    run_quietly([*pip, "--require-hashes", "--no-build-isolation", *binaries, "-r", str(lock)], help_line)
    # An editable install cannot be hash-checked, so it comes alone and may fetch nothing.
    run_quietly([*pip, "--no-deps", "--no-build-isolation", "--no-index", "-e", str(ROOT)], help_line)
    (VENV / f".{lock.stem}.stamp").write_text(stamp_of(lock), encoding="utf-8")
    say(f"Ready after {time.monotonic() - began:.0f} s")


# --- what people do -----------------------------------------------------------------------------------------------------------


def data_folder() -> Path:
    """Where the user's own data of this program lies."""
    if WINDOWS:
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) / "heyi" if local else Path.home() / "AppData" / "Local" / "heyi"
    given = os.environ.get("XDG_DATA_HOME", "")
    # The XDG rules: a relative path there is to be ignored.
    return (Path(given) if given.startswith("/") else Path.home() / ".local" / "share") / "heyi"


def has_display() -> bool:
    """Whether a window can be opened here."""
    return WINDOWS or sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def heyi(*arguments: str) -> list[str]:
    """The command line of the program itself."""
    return [str(PYTHON), "-m", "desktop", *arguments]


def ask_heyi(*arguments: str) -> str:
    """What the program prints; its own sentence when it refuses."""
    done = subprocess.run(heyi(*arguments), cwd=ROOT, env=clean_environment(), capture_output=True, check=False)
    if done.returncode:
        sentence = done.stderr.decode("utf-8", "replace").strip()
        raise Stop(sentence or f"heyi {shlex.join(arguments)} ended with code {done.returncode}.")
    return done.stdout.decode("utf-8")


def make_training_office(office: Path) -> None:
    """Makes the training office; what is left of a failed try is taken away, so that the next one can begin."""
    say(f"Making the training office {office}")
    office.parent.mkdir(parents=True, exist_ok=True)
    new = not office.exists()
    try:
        ask_heyi("demo", str(office))
    except BaseException:
        if new:
            shutil.rmtree(office, ignore_errors=True)
        raise


def print_agreements(office: Path) -> int:
    """Writes every agreement of an office as PDF, in one start of the program, and says where."""
    papers = office.parent / "training-agreements"
    files = ask_heyi("--office", str(office), "print-every", "agreement", "-o", str(papers)).splitlines()
    if not files:
        raise Stop(f"The training office {office} has no agreement.")
    say("\n".join(f"  {file}" for file in files))
    say(f"{len(files)} agreement{'s' if len(files) > 1 else ''} of the training office {office} written to {papers}")
    return 0


def run(arguments: list[str]) -> int:
    """Sets up, then shows the program at work on the training office."""
    display = has_display()
    trouble = provide_libraries(window=display)
    install(LOCK)
    if trouble and display:
        raise Stop(trouble)
    office = data_folder() / "training"
    if not (office / "office.toml").exists():
        make_training_office(office)
    if not display:
        say("No screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): writing the agreements instead of opening the window.")
        return print_agreements(office)
    say(f"Opening the training office {office}")
    code = subprocess.run(heyi("--office", str(office), *arguments), cwd=ROOT, env=clean_environment(), check=False).returncode
    if code < 0:
        raise Stop("The window ended unexpectedly. If this screen cannot show windows, start again with DISPLAY and WAYLAND_DISPLAY unset.")
    return code


def test(arguments: list[str]) -> int:
    """Sets up, then checks style and types and runs the tests; all of them run, the first failure is the exit code."""
    trouble = provide_libraries(window=may_install() or has_display())
    if trouble and missing_libraries(window=False):
        raise Stop(trouble)
    provide_test_programs()
    install(DEV_LOCK)
    first = 0
    for module, *rest in (["ruff", "check", "."], ["mypy"], ["pytest", "-q", "-n", "auto", *(arguments or ["tests"])]):
        began = time.monotonic()
        say(f"== {module} {shlex.join(rest)}".rstrip())
        code = subprocess.run([str(PYTHON), "-m", module, *rest], cwd=ROOT, env=clean_environment(), check=False).returncode
        say(f"== {module}: {'passed' if code == 0 else f'failed with code {code}'} in {time.monotonic() - began:.0f} s")
        first = first or code
    # A process that a signal ended has a negative code, which an exit code cannot carry.
    return first if first >= 0 else 1


def setup(arguments: list[str]) -> int:
    """Only sets up."""
    trouble = provide_libraries(window=has_display())
    install(DEV_LOCK if "--dev" in arguments else LOCK)
    if trouble:
        say(trouble)
    return 0


def main(arguments: list[str]) -> int:
    """Does one of the three things and never shows a traceback."""
    for stream in (sys.stdout, sys.stderr):
        # A console that cannot write a character of a path must not stop the work.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    deeds = {"run": run, "test": test, "setup": setup}
    if not arguments or arguments[0] not in deeds:
        print((__doc__ or "").strip(), file=sys.stderr)
        return 0 if arguments and arguments[0] in ("-h", "--help", "help") else 2
    try:
        check_python()
        return deeds[arguments[0]](arguments[1:])
    except Stop as stop:
        print(str(stop), file=sys.stderr, flush=True)
    except KeyboardInterrupt:
        print("Interrupted; start again to go on.", file=sys.stderr)
        return 130
    except OSError as trouble:
        # Full disk, no right to write, a program that is not there.
        print(f"{trouble.strerror or trouble}: {trouble.filename or ROOT}", file=sys.stderr)
    except Exception as trouble:  # the last word to a user is a sentence, also about a fault in this file
        print(f"bootstrap.py could not go on ({type(trouble).__name__}: {trouble}).", file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
