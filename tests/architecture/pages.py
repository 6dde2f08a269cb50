"""Who may open which page, written down: the code's guards are held against it.

A page is named as its endpoint is, `blueprint.view`, without the blueprint below it.
"""

from collections.abc import Mapping

from eventapp.accounts.rights import Right


def _endpoints(views: Mapping[str, str]) -> set[str]:
    return {f"{blueprint}.{view}" for blueprint, names in views.items() for view in names.split()}


#: Pages of an event, by the right in it that they ask for.
WITH_RIGHT: Mapping[Right, set[str]] = {
    Right.READ: _endpoints(
        {
            "directory": "organisation organisations people person",
            "programme": (
                "board changes conflict conflicts meters preview rules session sessions track "
                "tracks"
            ),
            "releases": (
                "compare desk draft draft_agenda draft_people draft_person draft_session view "
                "view_agenda view_people view_person view_session"
            ),
            "sheets": "papers sheet signs",
            "texts": "desk glossary unit",
            "workspace": "overview places redo_step room team undo_step venue",
        }
    ),
    Right.PROGRAMME: _endpoints(
        {
            "programme": (
                "accept_conflict add add_new_track add_to_rules block_form move move_chosen "
                "move_form new new_track remove remove_from_rules remove_the_track "
                "removing_session removing_track save_session save_track separate_sessions "
                "shift shift_form swap_sessions switch_rules take_back_acceptance"
            ),
            "workspace": (
                "add_new_room add_new_venue new_room new_venue remove_room remove_venue "
                "removing_room removing_venue save_room save_venue"
            ),
        }
    ),
    Right.PEOPLE: _endpoints(
        {
            "directory": (
                "add_new_organisation add_new_person add_new_term merge merging new_organisation "
                "new_person new_term remove remove_the_organisation remove_the_term "
                "removing_organisation removing_person removing_term save_organisation "
                "save_person save_term search term twins"
            ),
        }
    ),
    Right.REGISTER: _endpoints(
        {
            "exchange": "accept discard look sending take",
            "itineraries": "send_to_participant",
            "participants": (
                "add_new add_new_category add_usual join new new_category remove_the_category "
                "remove_the_participant removing_category removing_participant save_category "
                "save_participant take_over"
            ),
            "registration": (
                "add_new_question answering_file answers decide_chosen desk invitations "
                "new_question policy question questions queue remove_the_question "
                "removing_question save_desk save_policy save_question save_seats seats "
                "seats_of_session send_invitations withdraw_personal_invitation"
            ),
        }
    ),
    Right.NEEDS: _endpoints({"participants": "save_needs"}),
    Right.TRANSLATE: _endpoints(
        {
            "texts": "add approve_chosen change save",
        }
    ),
    Right.PUBLISH: _endpoints(
        {
            "releases": (
                "ask_to_restore ask_to_withdraw publish_draft restore_release withdraw_release"
            ),
        }
    ),
    Right.PROTOCOL: _endpoints(
        {
            "bilaterals": (
                "accept add add_hours answer discard hours listing meeting new place place_form "
                "progress proposal proposals remove_hours remove_meeting removing save_meeting "
                "save_rules start stop"
            ),
            "movements": "add change late movement movements new remove removing write_delay",
            "programme": "move_private move_private_form swap_private",
            "sheets": "booklet",
            "agendas": "of_any",
            "delegations": (
                "add_chosen add_countries add_new_member add_new_party add_paper change_head "
                "choose_countries choose_parties delegation delegations edit find_member invite "
                "join member new_member new_party paper parties party remove_the_delegation "
                "remove_the_member remove_the_paper remove_the_party removing_delegation "
                "removing_member removing_party save_edit save_member save_party step "
                "take_access_away withdraw_access"
            ),
            "itineraries": "delegation end_addresses send_to_delegation",
            "protocol": (
                "add_exception draw draw_by_hand make_anew new_exception order remove_exception "
                "removing_exception rule save_draw save_rule take_back_draw"
            ),
        }
    ),
    Right.LETTERS: _endpoints(
        {
            "letters": "handled letter outbox",
        }
    ),
    Right.LOG: _endpoints(
        {
            "programme": "log log_file",
        }
    ),
    Right.PRIVACY: _endpoints(
        {
            "privacy": "desk erase_person erasing hand_over person set_retention",
        }
    ),
    Right.EVENT: _endpoints(
        {
            "workspace": "copy make_copy save_settings settings",
        }
    ),
    Right.TEAM: _endpoints(
        {
            "workspace": "give_roles invite withdraw_invitation",
        }
    ),
}

#: Pages of an event for which one of several rights is enough.
WITH_ONE_OF: Mapping[tuple[Right, ...], set[str]] = {
    (Right.REGISTER, Right.PROTOCOL): _endpoints(
        {
            "exchange": "export",
            "participants": "categories category listing participant",
            "sheets": "badge badge_sheets badges mark_badges participant_list plates",
        }
    ),
}

#: For everybody who is signed in.
SIGNED_IN = _endpoints(
    {
        "account": "address change_address save_settings settings setup_code",
        "agendas": "of_assigned",
        "journeys": "movements",
        "liaison_agenda": "agenda",
        "meetings": "answer ask listing meeting new",
        "liaison": (
            "accept_invitation add_new_member add_paper change_head contact delegation home member "
            "new_member paper remove_the_paper save_contact save_member step withdraw_the_member "
            "withdrawing_member"
        ),
        "workspace": "accept_invitation home",
    }
)

#: For administrators of the site.
ADMINISTRATORS = _endpoints(
    {
        "account": "close end_administrator make_administrator people reopen",
        "workspace": "add new",
    }
)

#: For who is not signed in yet: their addresses hold a secret, or they ask for one.
EVERYBODY = _endpoints(
    {
        "account": (
            "ask_for_link forgotten_password link new_address new_password send_link "
            "send_password_link set_new_address set_new_password use_link"
        ),
        "liaison": "invitation join",
        "workspace": "invitation join",
    }
)

#: Pages of Flask-Security, which guards them itself, behind our limits (`accounts.signing_in`).
OF_FLASK_SECURITY = _endpoints(
    {
        "security": (
            "change_password login logout mf_recovery mf_recovery_codes tf_select "
            "two_factor_rescue two_factor_setup two_factor_setup_validate "
            "two_factor_token_validation verify wan_delete wan_register "
            "wan_register_response wan_signin wan_signin_response wan_verify "
            "wan_verify_response"
        ),
    }
)
