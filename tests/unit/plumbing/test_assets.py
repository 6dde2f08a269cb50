"""Fonts are copied with their licences, and a file that moved is noticed."""

from pathlib import Path

import pytest

from eventapp.plumbing.assets import Asset, copy

FONT = Asset("@foundry/face", ("face.css", "files/*-normal.woff2", "LICENSE"), "fonts/web/face")


def a_package(packages: Path, *names: str) -> None:
    """An installed package with these files, each holding its own name."""
    for name in names:
        file = packages / FONT.package / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)


def test_listed_files_keep_their_place_and_others_stay_behind(tmp_path: Path) -> None:
    packages, vendor = tmp_path / "packages", tmp_path / "vendor"
    a_package(packages, "face.css", "files/a-normal.woff2", "files/a-italic.woff2", "LICENSE")

    copy(FONT, packages, vendor)

    target = vendor / "fonts" / "web" / "face"
    copies = {
        str(file.relative_to(target)): file.read_text()
        for file in target.rglob("*")
        if file.is_file()
    }
    names = ["face.css", "files/a-normal.woff2", "LICENSE"]
    assert copies == {name: name for name in names}


def test_a_file_that_the_package_no_longer_has_is_named(tmp_path: Path) -> None:
    a_package(tmp_path, "face.css", "files/a-normal.woff2")

    with pytest.raises(FileNotFoundError, match="has no LICENSE"):
        copy(FONT, tmp_path, tmp_path / "vendor")
