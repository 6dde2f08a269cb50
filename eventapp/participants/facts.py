"""What happens to participants, for other rooms to follow."""

from datetime import datetime
from typing import NamedTuple

from eventapp.participants.models import Participant


class ParticipantRemoved(NamedTuple):
    """Somebody is no participant any more. Whoever still needs them answers with a Refusal."""

    participant: Participant
    now: datetime


class ParticipantRecast(NamedTuple):
    """Somebody comes as something else, or has another state: whoever counts places may refuse."""

    participant: Participant
    now: datetime


class ParticipantsMerged(NamedTuple):
    """Two participants of one event turned out to be one person; `other` is no more."""

    kept: Participant
    other: Participant
    now: datetime
