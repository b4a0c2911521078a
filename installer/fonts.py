"""Makes the fonts in resources/fonts/ from the npm packages of Google's Noto fonts and from Debian's BabelStone Han.

Run it only when a font changes: ``python installer/fonts.py`` (needs npm, apt-get, fontTools and the Unicode data of Debian's package
``unicode-data``, which it looks for in /usr/share/unicode and otherwise fetches with apt-get). The result is committed, so that
neither an office nor a test needs npm.
"""

from __future__ import annotations

import argparse
import bz2
import hashlib
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "resources" / "fonts"
LIMIT_BYTES = 30_000_000


class Package(NamedTuple):
    """One package, pinned: another file under the same version is refused."""

    name: str
    version: str
    sha256: str
    licence: str
    debian: bool = False


SERIF = Package(
    "@expo-google-fonts/noto-serif-sc",
    "0.4.3",
    "ff6bcf5ba68d92dfecc05544bb150f9e724741a932354a0dd97e7289c40a3f5e",
    "OFL-NotoSerifSC.txt",
)
SANS = Package(
    "@expo-google-fonts/noto-sans-sc",
    "0.4.3",
    "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59",
    "OFL-NotoSansSC.txt",
)
MONGOLIAN = Package(
    "@expo-google-fonts/noto-sans-mongolian",
    "0.4.1",
    "383061682ce39c24b3656c298f9a2675a88465a699ea9f0cfe3d319b5ae0a519",
    "OFL-NotoSansMongolian.txt",
)
CYRILLIC = Package(
    "@expo-google-fonts/noto-serif",
    "0.4.2",
    "78810a8143112a326def7ec976601ecb9855a9e79082c727246beec4f0531d0c",
    "OFL-NotoSerif.txt",
)
SYMBOLS = Package(
    "@expo-google-fonts/noto-sans-symbols-2",
    "0.4.1",
    "3bf3d6333487df36e88d146e032a9ed8246617ca2dfe1513a8a382c3fad12ac4",
    "OFL-NotoSansSymbols2.txt",
)
BABELSTONE = Package(
    "fonts-babelstone-han",
    "15.0.5-2",
    "c7b7f9b5b78ad14c94d7e6d2b103307a7a643844c7db856fb97611d9d8a80589",
    "Arphic-BabelStoneHan.txt",
    debian=True,
)

# Names from the villages, on the registers of which people are refused when a computer cannot write them.
RURAL = "㛃䶮𬭎𨱏𬱖龑𠮷𡛛"
# Drawn on the forms themselves: boxes to tick, brackets of document numbers, units of land and money.
FORMS = "□■√×／￥¥〔〕【】《》〈〉（）—…·“”‘’、。，；：！？％‰℃㎡㎞㎏㎜㎝㏄①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳○●△▲◇◆★☆→←↑↓±÷≤≥≠≈∶°′″〇々"
# What Song has not: boxes that are ticked, and the signs beside them.
TICKS = "☐☑☒✓✔✗✘☎"
# Where Unihan says that a character beyond Song comes from: names in the files of the police and of the last censuses, place names, the
# dictionaries in use, and the names of neighbours (Hong Kong, Japan). Not the 47,000 of the historical dictionaries.
RARE_SOURCES = {"GIDC", "GIDC23", "GXM", "GRM", "GCYY", "GDM", "GXC", "GXHZ", "GXH", "GCH", "GFZ", "GU", "GGH", "GBK", "GHF", "GWZ", "GZYS"}
RARE_LISTS = {"kJIS0213", "kHKSCS", "kXHC1983", "kUnihanCore2020"}


class Face(NamedTuple):
    """One font file that the program ships."""

    target: str
    package: Package
    member: str
    kept: str


FACES = (
    Face("NotoSerifSC-Regular.ttf", SERIF, "400Regular/NotoSerifSC_400Regular.ttf", "every character"),
    Face("NotoSerifSC-Bold.ttf", SERIF, "700Bold/NotoSerifSC_700Bold.ttf", "common"),
    Face("NotoSansSC-Medium.ttf", SANS, "500Medium/NotoSansSC_500Medium.ttf", "common"),
    Face("NotoSansMongolian-Regular.ttf", MONGOLIAN, "400Regular/NotoSansMongolian_400Regular.ttf", "shaped"),
    Face("NotoSerif-Cyrillic.ttf", CYRILLIC, "400Regular/NotoSerif_400Regular.ttf", "cyrillic"),
    Face("NotoSansSymbols2-Ticks.ttf", SYMBOLS, "400Regular/NotoSansSymbols2_400Regular.ttf", "ticks"),
    Face("BabelStoneHan-Rare.ttf", BABELSTONE, "usr/share/fonts/truetype/babelstone/BabelStoneHan.ttf", "rare"),
)


def is_han(code: int) -> bool:
    """Whether a code point is a unified or compatibility ideograph."""
    return 0x3400 <= code <= 0x4DBF or 0x4E00 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x3FFFF


def is_hangul(code: int) -> bool:
    """Whether a code point is Korean, which nobody here prints and which is large."""
    return 0x1100 <= code <= 0x11FF or 0x3130 <= code <= 0x318F or 0xA960 <= code <= 0xA97F or 0xAC00 <= code <= 0xD7FF


def gb2312() -> set[int]:
    """All characters of GB 2312: 6,763 ideographs and its symbols, letters and boxes."""
    found: set[int] = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes((row, cell)).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return found


def standard_characters(folder: Path) -> set[int]:
    """The 8,105 characters of 通用规范汉字表 (2013), as the property kTGH of Unicode's Unihan data names them."""
    found: set[int] = set()
    for path in sorted(folder.glob("Unihan_*.txt.bz2")):
        with bz2.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                if "\tkTGH\t" in line:
                    found.add(int(line.split("\t", 1)[0].removeprefix("U+"), 16))
    if len(found) < 8_105:
        raise SystemExit(f"通用规范汉字表 has 8,105 characters; {folder} names {len(found)} of them.")
    return found


def rare_characters(folder: Path) -> set[int]:
    """The characters of RARE_SOURCES and RARE_LISTS, as Unihan names them."""
    found: set[int] = set()
    for path in sorted(folder.glob("Unihan_*.txt.bz2")):
        with bz2.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                code, _tab, rest = line.rstrip("\n").partition("\t")
                key, _tab, value = rest.partition("\t")
                if not line.startswith("#") and (key in RARE_LISTS or key == "kIRG_GSource" and value.partition("-")[0] in RARE_SOURCES):
                    found.add(int(code.removeprefix("U+"), 16))
    return found


def unicode_data(work: Path) -> Path:
    """The folder of the Unihan files: the installed one, or that of a package unpacked under `work`."""
    installed = Path("/usr/share/unicode")
    if any(installed.glob("Unihan_*.txt.bz2")):
        return installed
    subprocess.run(["apt-get", "download", "-q", "unicode-data"], cwd=work, check=True)
    subprocess.run(["dpkg-deb", "-x", str(next(work.glob("unicode-data_*.deb"))), "unicode"], cwd=work, check=True)
    return work / "unicode" / "usr" / "share" / "unicode"


def fetch(package: Package, work: Path) -> Path:
    """The folder of an unpacked package, after its checksum."""
    if package.debian:
        subprocess.run(["apt-get", "download", "-q", f"{package.name}={package.version}"], cwd=work, check=True, capture_output=True)
        archive = next(work.glob(f"{package.name}_*.deb"))
    else:
        answer = subprocess.run(
            ["npm", "pack", "--silent", f"{package.name}@{package.version}"], cwd=work, check=True, capture_output=True, text=True
        )
        archive = work / answer.stdout.split()[-1]
    got = hashlib.sha256(archive.read_bytes()).hexdigest()
    if got != package.sha256:
        raise SystemExit(f"{package.name} {package.version}: the checksum is {got}, expected {package.sha256}.")
    folder = work / archive.stem
    if package.debian:
        subprocess.run(["dpkg-deb", "-x", str(archive), str(folder)], check=True)
        return folder
    with tarfile.open(archive) as members:
        members.extractall(folder, filter="data")
    return folder / "package"


def licence(package: Package, folder: Path) -> bytes:
    """The text of a package's licence."""
    return (folder / (f"usr/share/doc/{package.name}/copyright" if package.debian else "LICENSE_FONT")).read_bytes()


def wanted(kept: str, has: Iterable[int], standard: set[int], rare: set[int]) -> set[int]:
    """The code points to keep of those that a font has."""
    all_of_it = set(has)
    if kept == "shaped":
        return all_of_it
    if kept == "cyrillic":
        return {code for code in all_of_it if 0x400 <= code <= 0x52F}
    if kept == "ticks":
        return all_of_it & {ord(char) for char in TICKS}
    if kept == "rare":
        return all_of_it & (rare | {ord(char) for char in RURAL})
    named = gb2312() | standard | {ord(char) for char in RURAL + FORMS}
    small = {code for code in all_of_it if not is_han(code) and not is_hangul(code) and code < 0x20000}
    if kept == "common":
        return all_of_it & (named | small)
    # Song is also the last resort of the fallback list: it keeps every ideograph it has, in all planes.
    return {code for code in all_of_it if is_han(code)} | small


def subset(source: Path, target: Path, kept: str, standard: set[int], rare: set[int]) -> int:
    """Writes the subset of a font and returns how many characters it can print."""
    from fontTools import subset as subsetting
    from fontTools.ttLib import TTFont

    options = subsetting.Options()
    options.hinting = False
    options.glyph_names = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    if kept == "shaped":
        options.layout_features = ["*"]
        options.layout_closure = True
    else:
        # A PDF takes outlines and widths; nothing in the program sets Chinese vertically.
        options.layout_features = []
        options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "STAT", "gasp", "meta", "FFTM"]
    font = TTFont(source, recalcTimestamp=False)
    maker = subsetting.Subsetter(options)
    maker.populate(unicodes=wanted(kept, font.getBestCmap(), standard, rare))
    maker.subset(font)
    font.save(target, reorderTables=True)
    return len(characters(target))


def characters(target: Path) -> set[int]:
    """The code points that a font file has."""
    from fontTools.ttLib import TTFont

    return set(TTFont(target).getBestCmap())


def check(target: Path) -> None:
    """Stops when the PDF writer cannot take a font."""
    from reportlab.pdfbase.ttfonts import TTFont

    TTFont(target.stem, str(target))


def main() -> int:
    """Makes every font and licence, prints what was made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=TARGET, help="folder to write into")
    target: Path = parser.parse_args().to
    target.mkdir(parents=True, exist_ok=True)
    total = 0
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        data = unicode_data(work)
        standard, rare = standard_characters(data), rare_characters(data)
        folders: dict[str, Path] = {}
        song: set[int] = set()
        for face in FACES:
            folder = folders.get(face.package.name) or fetch(face.package, work)
            folders[face.package.name] = folder
            made = target / face.target
            count = subset(folder / face.member, made, face.kept, standard, rare - song)
            check(made)
            if face.kept == "every character":
                song = characters(made)
            size = made.stat().st_size
            total += size
            print(f"{made.name}: {count:,} characters, {size:,} bytes")
            (target / face.package.licence).write_bytes(licence(face.package, folder))
    print(f"together {total:,} bytes")
    if total > LIMIT_BYTES:
        print(f"The fonts are larger than {LIMIT_BYTES:,} bytes together.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
