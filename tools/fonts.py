"""The vendored fonts, made anew from their npm packages: `python -m tools.fonts`.

The packages carry web fonts cut into alphabets. Typst and the chart renderer need whole TrueType files, so
the Latin cuts of each style are joined; the signs that neither family draws (≥, ▲, →, ✓ …) come from Noto.
The same files, packed as woff2, serve the web pages. Needs npm and the development tools.
"""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[1]
PRINT_FOLDER = ROOT / "reports" / "fonts"
WEB_FOLDER = ROOT / "workbench" / "web" / "static" / "fonts"

SIGNS = "≈≥≤≠→←↑↓▲▼△▽●○■□◆◇✓‡∞√∑αβγδεηκλμνπρστφχψωΔΣ"
SIGNS_OF_SYMBOLS = "✗◐◑▶◀★☆"
# Signs that are another sign drawn in the same way: the hyphen that does not break, the narrow space.
TWINS = {"\u2011": "-", "\u202f": "\u2009", "µ": "μ"}


@dataclass(frozen=True, slots=True)
class Package:
    """An npm package of @fontsource at the version we took it from."""

    name: str
    version: str

    def cut(self, folder: Path, alphabet: str, style: str) -> Path:
        """The file of one alphabet in one style, such as "400-italic"."""
        return folder / self.name / "package" / "files" / f"{self.name}-{alphabet}-{style}.woff2"


@dataclass(frozen=True, slots=True)
class Family:
    """A family as we ship it: the name of its files and the styles we use."""

    package: Package
    file: str
    styles: dict[str, str]


NOTO_MATH = Package("noto-sans-math", "5.3.0")
NOTO_SYMBOLS = Package("noto-sans-symbols-2", "5.3.0")
FAMILIES = (
    Family(
        Package("atkinson-hyperlegible-next", "5.3.0"),
        "AtkinsonHyperlegibleNext",
        {"400-normal": "Regular", "400-italic": "Italic", "600-normal": "SemiBold", "700-normal": "Bold"},
    ),
    Family(
        Package("literata", "5.3.0"),
        "Literata",
        {"400-normal": "Regular", "400-italic": "Italic", "600-normal": "SemiBold"},
    ),
)
LICENCES = {
    "OFL-AtkinsonHyperlegibleNext.txt": FAMILIES[0].package,
    "OFL-Literata.txt": FAMILIES[1].package,
    "OFL-NotoSansMath.txt": NOTO_MATH,
    "OFL-NotoSansSymbols2.txt": NOTO_SYMBOLS,
}


def fetch(package: Package, folder: Path) -> None:
    """Unpack the npm package into a folder of its own."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("The fonts come from npm packages; install npm and try again.")
    home = folder / package.name
    home.mkdir()
    source = f"@fontsource/{package.name}@{package.version}"
    subprocess.run([npm, "pack", "--silent", source], cwd=home, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(next(home.glob("*.tgz"))) as archive:
        archive.extractall(home, filter="data")


def keep_signs(source: Path, signs: str, target: Path) -> Path:
    """The file with only these signs and none of its layout rules."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options()
    options.layout_features = []
    options.drop_tables += ["MATH", "STAT", "GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx"]
    options.hinting = False
    subsetter = Subsetter(options)
    subsetter.populate(text=signs)
    subsetter.subset(font)
    font.flavor = None
    font.save(target)
    return target


def strip_web(source: Path, target: Path) -> Path:
    """The file without web packing, hints and optical axes, ready to be joined."""
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    for table in ("STAT", "gasp", "prep", "fpgm", "cvt ", "BASE", "vhea", "vmtx", "DSIG"):
        if table in font:
            del font[table]
    font.save(target)
    return target


def join(parts: list[Path]) -> TTFont:
    """One font of all parts, with the line height and the names of the first."""
    first = TTFont(parts[0])
    font = Merger().merge([str(part) for part in parts])
    for table, fields in {
        "hhea": ("ascent", "descent", "lineGap"),
        "OS/2": ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent"),
        "head": ("created", "modified", "fontRevision", "macStyle"),
    }.items():
        for field in fields:
            setattr(font[table], field, getattr(first[table], field))
    font["name"] = first["name"]
    font.recalcTimestamp = False
    return font


def add_twins(font: TTFont) -> None:
    """Give signs without a drawing of their own the drawing of their twin."""
    drawings = font.getBestCmap()
    for sign, twin in TWINS.items():
        if ord(sign) not in drawings and ord(twin) in drawings:
            for table in font["cmap"].tables:
                if table.isUnicode():
                    table.cmap[ord(sign)] = drawings[ord(twin)]


def build(family: Family, style: str, *, folder: Path, signs: list[Path]) -> TTFont:
    """One style of a family: its Latin cuts and the signs it lacks."""
    cuts = [
        strip_web(family.package.cut(folder, alphabet, style), folder / f"{family.file}-{style}-{alphabet}.ttf")
        for alphabet in ("latin", "latin-ext")
    ]
    drawn = {code for cut in cuts for code in TTFont(cut).getBestCmap()}
    lacking = [
        keep_signs(
            source,
            "".join(sign for sign in map(chr, TTFont(source).getBestCmap()) if ord(sign) not in drawn),
            folder / f"{family.file}-{style}-{source.name}",
        )
        for source in signs
    ]
    font = join([*cuts, *lacking])
    add_twins(font)
    return font


def save(font: TTFont, name: str) -> None:
    """Write the font for print and, packed, for the web."""
    font.flavor = None
    font.save(PRINT_FOLDER / f"{name}.ttf")
    font.flavor = "woff2"
    font.save(WEB_FOLDER / f"{name}.woff2")


def main() -> None:
    """Make every style of every family, and put the licences beside them."""
    PRINT_FOLDER.mkdir(parents=True, exist_ok=True)
    WEB_FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for package in LICENCES.values():
            fetch(package, folder)
        signs = [
            keep_signs(NOTO_MATH.cut(folder, "latin", "400-normal"), SIGNS, folder / "math.ttf"),
            keep_signs(NOTO_SYMBOLS.cut(folder, "symbols", "400-normal"), SIGNS_OF_SYMBOLS, folder / "symbols.ttf"),
        ]
        for family in FAMILIES:
            for style, word in family.styles.items():
                save(build(family, style, folder=folder, signs=signs), f"{family.file}-{word}")
        for name, package in LICENCES.items():
            shutil.copyfile(folder / package.name / "package" / "LICENSE", PRINT_FOLDER / name)
            shutil.copyfile(folder / package.name / "package" / "LICENSE", WEB_FOLDER / name)


if __name__ == "__main__":
    main()
