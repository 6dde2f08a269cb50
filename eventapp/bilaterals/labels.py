"""What levels and states of bilateral meetings are called. Pure."""

from collections.abc import Mapping

from eventapp.bilaterals.kinds import BilateralState, Level
from eventapp.values.catalogue import N_

LEVELS: Mapping[Level, str] = {
    Level.LEADERS: N_("leaders"),
    Level.MINISTERS: N_("ministers"),
    Level.SENIOR_OFFICIALS: N_("senior officials"),
    Level.EXPERTS: N_("experts"),
}

BILATERAL_STATES: Mapping[BilateralState, str] = {
    BilateralState.REQUESTED: N_("meeting requested"),
    BilateralState.PROPOSED: N_("meeting proposed"),
    BilateralState.CONFIRMED: N_("meeting confirmed"),
    BilateralState.HELD: N_("meeting held"),
    BilateralState.DECLINED: N_("meeting declined"),
    BilateralState.CANCELLED: N_("meeting cancelled"),
}
