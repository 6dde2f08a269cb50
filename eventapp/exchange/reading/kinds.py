"""What the free words of other systems mean in ours. Pure."""

import re

from eventapp.agenda.kinds import Role, SessionKind
from eventapp.values.folding import fold

#: The first kind of which a word stands in the type decides: “lunch talk” is a talk.
_VOCABULARY = {
    SessionKind.KEYNOTE: "keynote honneur",
    SessionKind.PANEL: "panel podium",
    SessionKind.ROUNDTABLE: "roundtable table bof bofs discussion debate debat",
    SessionKind.TRAINING: "training tutorial course class formation tutoriel cours",
    SessionKind.WORKSHOP: "workshop hands hackathon sprint lab atelier",
    SessionKind.TALK: (
        "talk lecture presentation lightning lightningtalk devroom maintrack paper demo"
        " conference expose communication demonstration"
    ),
    SessionKind.PLENARY: "plenary pleniere",
    SessionKind.OPENING: "opening welcome ouverture",
    SessionKind.CLOSING: "closing cloture",
    SessionKind.SIGNING: "signing signature",
    SessionKind.MEETING: "meeting meetup assembly reunion assemblee",
    SessionKind.VISIT: "visit tour excursion trip visite",
    SessionKind.PERFORMANCE: "performance concert show film movie music spectacle musique",
    SessionKind.RECEPTION: "reception cocktail social party fete",
    SessionKind.MEAL: "meal lunch breakfast dinner banquet repas dejeuner diner souper",
    SessionKind.BREAK: "break coffee tea pause cafe",
}
_WORDS = {kind: frozenset(words.split()) for kind, words in _VOCABULARY.items()}
_INTERVALS = (SessionKind.MEAL, SessionKind.BREAK)
_ROLES = {role.value: role for role in Role} | {
    "panellist": Role.PANELIST,
    "keynote": Role.KEYNOTE_SPEAKER,
}
_NONE_AT_ALL = {"no track", "none", "-"}
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")


def kind_of(free_type: str, title: str, *, has_people: bool) -> SessionKind:
    """The kind that a type in free words means, else that of a title such as “Lunch break”.

    Titles are asked only where the file gives no type and nobody speaks.
    """
    if free_type:
        return _first(free_type, tuple(_WORDS))
    if has_people or len(title.split()) > 3:
        return SessionKind.OTHER
    return _first(title, _INTERVALS)


def role_of(free_role: str) -> Role | None:
    """The role that a word means; none for “speaker”, which systems write of everybody."""
    role = _ROLES.get("_".join(_words(free_role)))
    return None if role is Role.SPEAKER else role


def languages_of(text: str) -> tuple[str, ...]:
    """The languages of `en`, `fr-CA` or `en, fr` as primary subtags (BCP 47), in order."""
    tags = (_TAG.fullmatch(part) for part in re.split(r"[\s,;/+&]+", text[:100]))
    return tuple(dict.fromkeys(tag[1].lower() for tag in tags if tag))


def is_track(name: str) -> bool:
    """Whether a track's name names one: some systems write “No Track”."""
    return bool(name) and fold(name) not in _NONE_AT_ALL


def _first(text: str, kinds: tuple[SessionKind, ...]) -> SessionKind:
    words = {form for word in _words(text) for form in (word, word.removesuffix("s"))}
    return next((kind for kind in kinds if words & _WORDS[kind]), SessionKind.OTHER)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", fold(text))
