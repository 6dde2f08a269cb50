"""All that is held of one person, for them to take away: a ZIP of JSON and their own files."""

import json
from io import BytesIO
from typing import Any
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile

from werkzeug.exceptions import NotFound

from eventapp.people.facts import PersonPortrayed
from eventapp.people.models import Person
from eventapp.plumbing.facts import announce
from eventapp.plumbing.uploads import content_of

Sections = dict[str, list[dict[str, Any]]]


def portrait(person: Person) -> Sections:
    """Rows by table, as plain values; what holds nothing of them is left out."""
    asked = PersonPortrayed(person, {})
    announce(asked)
    return {name: rows for name, rows in asked.into.items() if rows}


def packed(sections: Sections) -> bytes:
    """The sections as `data.json`, and the files that were handed in."""
    packet = BytesIO()
    with ZipFile(packet, "w", ZIP_DEFLATED) as archive:
        archive.writestr("data.json", json.dumps(sections, ensure_ascii=False, indent=2))
        for paper in sections.get("paper", []):
            try:
                content = content_of(UUID(paper["uid"]))
            except NotFound:
                continue
            archive.writestr(f"files/{paper['uid']}-{paper['name']}", content)
    return packet.getvalue()
