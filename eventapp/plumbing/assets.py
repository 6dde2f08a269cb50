"""Copies the installed fonts and scripts to where the site and the paper read them.

`python -m eventapp.plumbing.assets`, after `npm ci`. Standard library only: it runs while an
image is built, before the application can start.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[2]
PACKAGES = PROJECT / "node_modules"
VENDOR = PROJECT / "static" / "vendor"


@dataclass(frozen=True)
class Asset:
    """Files of one package, as patterns below its folder, and their folder below vendor/.

    A file keeps its place below the package: `files/*.woff2` lands in `files/`.
    """

    package: str
    patterns: tuple[str, ...]
    target: str


# The web gets faces split by script, which the style sheet beside them knows to choose among;
# paper gets whole faces, because the typesetter takes one file a face.
ASSETS = (
    Asset(
        "@fontsource-variable/source-sans-3",
        ("wght.css", "wght-italic.css", "files/*-wght-*.woff2", "LICENSE"),
        "fonts/web/source-sans-3",
    ),
    Asset(
        "@fontsource-variable/source-serif-4",
        ("wght.css", "files/*-wght-normal.woff2", "LICENSE"),
        "fonts/web/source-serif-4",
    ),
    Asset(
        "@expo-google-fonts/noto-sans",
        (
            "400Regular/*.ttf",
            "400Regular_Italic/*.ttf",
            "600SemiBold/*.ttf",
            "700Bold/*.ttf",
            "LICENSE_FONT",
        ),
        "fonts/print/noto-sans",
    ),
    Asset("htmx.org", ("dist/htmx.min.js", "LICENSE"), "htmx"),
)


def copy(asset: Asset, packages: Path = PACKAGES, vendor: Path = VENDOR) -> None:
    """Copies one asset's files.

    Raises FileNotFoundError for a pattern that matches nothing: a package that moved its files
    is noticed at the update, not on a page without its font.
    """
    folder = packages / asset.package
    for pattern in asset.patterns:
        for found in _matches(folder, pattern):
            target = vendor / asset.target / found.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(found, target)


def _matches(folder: Path, pattern: str) -> list[Path]:
    matches = sorted(folder.glob(pattern))
    if not matches:
        raise FileNotFoundError(f"{folder} has no {pattern}: run npm ci")
    return matches


def main() -> None:
    """Makes vendor/ anew, so that it holds nothing but what is listed here."""
    shutil.rmtree(VENDOR, ignore_errors=True)
    for asset in ASSETS:
        copy(asset)


if __name__ == "__main__":
    main()
