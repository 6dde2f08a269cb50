"""What the workspace's own pages have in common."""

from typing import NamedTuple

from eventapp.accounts.guarding import me, workspace
from eventapp.accounts.rights import role_name
from eventapp.events.models import Event
from eventapp.history.actions import action_name
from eventapp.history.models import Step
from eventapp.history.undoing import steps_done, steps_undone
from eventapp.translation.labels import text_state
from eventapp.values import typography

blueprint = workspace("workspace")
blueprint.add_app_template_filter(action_name)
blueprint.add_app_template_filter(role_name)
blueprint.add_app_template_filter(text_state)
blueprint.add_app_template_filter(typography.instant)

EVENT = "/<language:language>/manage/<slug:event>"


class LastSteps(NamedTuple):
    """What the reader can undo and redo next in an event."""

    done: Step | None
    undone: Step | None


@blueprint.app_template_global()
def last_steps(event: Event) -> LastSteps:
    """For the undo bar of every page."""
    account = me()
    return LastSteps(
        next(iter(steps_done(event.id, account.id)), None),
        next(iter(steps_undone(event.id, account.id)), None),
    )
