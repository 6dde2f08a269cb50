"""Where a newcomer looks first."""

PLACES = {
    "The site": "/",
    "A summit’s agenda": "/en/belgrade-2024/agenda",
    "… and in French": "/fr/belgrade-2024/agenda",
    "Rooms × time": "/en/belgrade-2024/agenda?view=grid",
    "What changed": "/en/belgrade-2024/changes",
    "Its calendar": "/en/belgrade-2024/agenda.ics",
    "On paper": "/fr/belgrade-2024/agenda.pdf?languages=both",
    "Now and next": "/en/demo-today/agenda",
    "The workspace": "/en/manage/",
    "Its letters": "/en/demonstration/mail",
}


def addresses(base_url: str) -> list[str]:
    """One line an address, each with what it shows."""
    width = max(map(len, PLACES))
    return [f"  {name:<{width}}  {base_url}{path}" for name, path in PLACES.items()]
