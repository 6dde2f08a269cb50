"""What can be done to an event, as the log and the undo button call it. Pure."""

from collections.abc import Mapping
from enum import StrEnum

from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language


class Action(StrEnum):
    """One kind of deed, in the past tense of a log."""

    EDIT = "edit"
    ADD = "add"
    REMOVE = "remove"
    RESTORE = "restore"
    MOVE = "move"
    RESIZE = "resize"
    UNSCHEDULE = "unschedule"
    SWAP = "swap"
    SHIFT = "shift"
    MERGE = "merge"
    COPY = "copy"
    IMPORT = "import"
    APPROVE = "approve"
    ACCEPT = "accept"
    REOPEN = "reopen"
    SET_RULES = "set_rules"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"
    RESTORE_RELEASE = "restore_release"
    INVITE = "invite"
    GRANT = "grant"
    REVOKE = "revoke"
    LETTER = "letter"
    EXPORT = "export"
    ERASE = "erase"
    UNDO = "undo"
    REDO = "redo"


ACTIONS: Mapping[Action, str] = {
    Action.EDIT: N_("Edited"),
    Action.ADD: N_("Added"),
    Action.REMOVE: N_("Removed"),
    Action.RESTORE: N_("Brought back"),
    Action.MOVE: N_("Moved"),
    Action.RESIZE: N_("Length changed"),
    Action.UNSCHEDULE: N_("Taken off the schedule"),
    Action.SWAP: N_("Swapped"),
    Action.SHIFT: N_("Shifted"),
    Action.MERGE: N_("Merged"),
    Action.COPY: N_("Copied"),
    Action.IMPORT: N_("Imported"),
    Action.APPROVE: N_("Approved"),
    Action.ACCEPT: N_("Accepted"),
    Action.REOPEN: N_("Opened again"),
    Action.SET_RULES: N_("Rules set"),
    Action.PUBLISH: N_("Published"),
    Action.WITHDRAW: N_("Withdrawn"),
    Action.RESTORE_RELEASE: N_("Restored from a release"),
    Action.INVITE: N_("Invited"),
    Action.GRANT: N_("Role given"),
    Action.REVOKE: N_("Role taken away"),
    Action.LETTER: N_("Letter handled"),
    Action.EXPORT: N_("Taken away"),
    Action.ERASE: N_("Erased"),
    Action.UNDO: N_("Undone"),
    Action.REDO: N_("Redone"),
}


def action_name(action: Action, language: Language) -> str:
    """What was done, for a reader: `Moved`, « Déplacement »."""
    return translator(language)(ACTIONS[action])
