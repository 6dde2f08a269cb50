"""The board in a real browser: by mouse, by touch, by keys, and by two people at once."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from werkzeug.serving import make_server

from eventapp.accounts.models import Account
from eventapp.accounts.rights import EventRole
from eventapp.agenda.kinds import SessionKind, SlotState
from eventapp.app import create_app
from eventapp.events.models import Event
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from tests.browser.conftest import NARROW, WIDE
from tests.browser.test_accessibility import faults
from tests.builders import (
    a_person,
    a_room,
    a_session,
    a_summit,
    a_track,
    an_account,
    sign_in,
)
from tests.conftest import settings_for

pytestmark = pytest.mark.browser

BOARD = "/en/manage/summit/board?day=2024-12-03"


@dataclass
class Office:
    """A served site where some people organize a summit, each in a browser of their own."""

    app: Flask
    address: str
    browser: Browser
    contexts: list[BrowserContext]
    complaints: list[str]

    def opens(self, path: str = BOARD, *, who: str = "zoe", **options: object) -> Page:
        context = self.browser.new_context(
            base_url=self.address,
            **{"viewport": WIDE} | options,  # type: ignore[arg-type]
        )
        self.contexts.append(context)
        context.add_cookies(
            [{"name": "session", "value": self._session_of(who), "url": self.address}]
        )
        page = context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._noted)
        page.goto(path)
        page.wait_for_load_state("networkidle")
        return page

    def _noted(self, said: object) -> None:
        text = getattr(said, "text", "")
        if getattr(said, "type", "") == "error" and "status of 4" not in text:
            self.complaints.append(text)

    def _session_of(self, who: str) -> str:
        """The cookie of somebody who has signed in."""
        with self.app.app_context():
            account = db.session.query(Account).filter_by(email=f"{who}@example.org").one()
            client = self.app.test_client()
            sign_in(client, account)
            cookie = client.get_cookie("session")
            db.session.remove()
        assert cookie is not None
        return cookie.value


@pytest.fixture
def office(migrated_sqlite: Path, tmp_path: Path, browser: Browser) -> Iterator[Office]:
    file = tmp_path / "eventapp.sqlite"
    file.write_bytes(migrated_sqlite.read_bytes())
    settings = replace(settings_for(f"sqlite:///{file}", tmp_path), base_url="http://127.0.0.1")
    app = create_app(settings)
    with app.app_context():
        _draft()
        db.session.remove()
    server = make_server("127.0.0.1", 0, app, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    office = Office(app, f"http://127.0.0.1:{server.server_port}", browser, [], [])
    yield office
    for context in office.contexts:
        context.close()
    server.shutdown()
    with app.app_context():
        db.engine.dispose()
    assert office.complaints == []


def _draft() -> None:
    event = a_summit()
    hall, blue = a_room(event, "Hall"), a_room(event, "Blue")
    a_room(event, "Red")
    zoe = a_person("Zoé Été")
    governance = a_track(event)
    a_session(event, "OPEN", room=hall, title=Bilingual("Ouverture", "Opening"), people=(zoe,))
    a_session(
        event,
        "ETHICS",
        at="10:00",
        room=hall,
        track=governance,
        title=Bilingual("Éthique et données", "Ethics and Data"),
    )
    a_session(
        event,
        "FOREST",
        at="10:30",
        room=blue,
        title=Bilingual("La forêt boréale", "The Boreal Forest"),
        state=SlotState.TENTATIVE,
    )
    a_session(
        event,
        "PAUSE",
        at="11:30",
        minutes=30,
        kind=SessionKind.BREAK,
        title=Bilingual("Pause", "Break"),
    )
    a_session(event, "LATER", at=None, title=Bilingual("Plus tard", "Later"))
    for who in ("zoe", "ada"):
        role = EventRole.PROGRAMME
        an_account(event, role, email=f"{who}@example.org", name=f"{who.title()} Exemple")
    an_account(event, EventRole.READER, email="reader@example.org", name="Rae Exemple")
    db.session.commit()


def cell(page: Page, code: str) -> Locator:
    return page.locator(f'.cell[data-code="{code}"]')


def drag(page: Page, code: str, dx: float, dy: float, *, edge: bool = False) -> None:
    box = cell(page, code).bounding_box()
    assert box
    x, y = box["x"] + 60, box["y"] + (box["height"] - 3 if edge else 20)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + dx / 2, y + dy / 2, steps=3)
    page.mouse.move(x + dx, y + dy, steps=3)
    page.mouse.up()


def from_to(page: Page, source: Locator, target: Locator, inside: tuple[float, float]) -> None:
    """Drags a session to a point of something else, measured from its upper left corner."""
    begins, ends = source.bounding_box(), target.bounding_box()
    assert begins
    assert ends
    page.mouse.move(begins["x"] + 40, begins["y"] + 12)
    page.mouse.down()
    page.mouse.move(begins["x"] + 50, begins["y"] + 40, steps=2)
    page.mouse.move(ends["x"] + inside[0], ends["y"] + inside[1], steps=4)
    page.mouse.up()


def grip(page: Page, code: str) -> Locator:
    return cell(page, code).locator(".grip")


def top(page: Page) -> float:
    """Where the rows begin on the screen."""
    box = page.locator(".grid tbody").bounding_box()
    assert box
    return box["y"]


def one_room(page: Page) -> float:
    """The width of a column."""
    box = page.locator(".grid thead th").nth(1).bounding_box()
    assert box
    return box["width"]


def row_height(page: Page) -> float:
    """How high five minutes are."""
    body = page.locator(".grid tbody").bounding_box()
    assert body
    return body["height"] / page.locator(".grid tbody tr").count()


def test_a_session_is_dragged_to_another_time_and_room(office: Office) -> None:
    page = office.opens()
    drag(page, "OPEN", one_room(page), 12 * row_height(page))
    expect(cell(page, "OPEN").locator(".hours")).to_have_text("10:00–11:00\u00a0a.m.")
    expect(cell(page, "OPEN")).to_have_attribute("data-room", "blue")
    page.reload()
    expect(cell(page, "OPEN").locator(".hours")).to_have_text("10:00–11:00\u00a0a.m.")


def test_its_lower_edge_changes_a_sessions_length(office: Office) -> None:
    page = office.opens()
    drag(page, "OPEN", 0, -6 * row_height(page), edge=True)
    expect(cell(page, "OPEN").locator(".hours")).to_have_text("9:00–9:30\u00a0a.m.")
    drag(page, "PAUSE", 0, 3 * row_height(page), edge=True)
    expect(cell(page, "PAUSE").locator(".hours")).to_have_text("11:30\u00a0a.m.–12:15\u00a0p.m.")
    expect(cell(page, "PAUSE")).to_have_attribute("data-room", "")


def test_sessions_go_to_the_tray_and_come_from_it(office: Office) -> None:
    page = office.opens()
    tray = page.locator(".tray")
    from_to(page, cell(page, "OPEN"), tray, (60, 100))
    expect(tray.locator(".cell .cell-title")).to_have_text(["Later", "Opening"])
    free = page.locator(".grid tbody tr[data-at='12:30']").bounding_box()
    assert free
    from_to(page, cell(page, "LATER"), page.locator(".grid tbody"), (260, free["y"] - top(page)))
    expect(cell(page, "LATER").locator(".hours")).to_have_text("12:30–1:30\u00a0p.m.")


def test_escape_puts_back_what_the_mouse_holds(office: Office) -> None:
    page = office.opens()
    box = cell(page, "OPEN").bounding_box()
    assert box
    page.mouse.move(box["x"] + 50, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 300, box["y"] + 200, steps=4)
    expect(page.locator(".ghost")).to_be_visible()
    page.keyboard.press("Escape")
    page.mouse.up()
    expect(page.locator(".ghost")).to_have_count(0)
    expect(cell(page, "OPEN").locator(".hours")).to_have_text("9:00–10:00\u00a0a.m.")


def test_what_is_dropped_far_from_the_board_goes_back(office: Office) -> None:
    page = office.opens()
    drag(page, "FOREST", -one_room(page) * 3, 0)
    expect(page.locator(".ghost")).to_have_count(0)
    expect(page.locator("#board-said")).to_have_text("Put back: The Boreal Forest.")
    page.reload()
    expect(cell(page, "FOREST")).to_have_attribute("data-room", "blue")


def test_keys_move_a_session_and_say_where_it_is(office: Office) -> None:
    page = office.opens()
    said = page.locator("#board-said")
    grip(page, "OPEN").focus()
    page.keyboard.press("Space")
    expect(said).to_contain_text("Picked up: Opening.")
    page.keyboard.press("ArrowDown")
    expect(said).to_have_text("9:05\u00a0a.m., Room Hall, 60 minutes. Taken by Ethics and Data.")
    page.keyboard.press("ArrowRight")
    expect(said).to_have_text("9:05\u00a0a.m., Room Blue, 60 minutes. Free.")
    page.keyboard.press("PageDown")
    page.keyboard.press("Shift+ArrowUp")
    expect(said).to_have_text("9:35\u00a0a.m., Room Blue, 55 minutes. Free.")
    page.keyboard.press("Enter")
    expect(cell(page, "OPEN").locator(".hours")).to_have_text("9:35–10:30\u00a0a.m.")
    expect(grip(page, "OPEN")).to_be_focused()
    expect(page.locator("[data-part=outcome]")).to_contain_text("“Opening”")


def test_escape_and_leaving_put_back_what_the_keys_hold(office: Office) -> None:
    page = office.opens()
    for leaves in ("Escape", "Tab"):
        grip(page, "OPEN").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("ArrowDown")
        page.keyboard.press(leaves)
        expect(page.locator("#board-said")).to_have_text("Put back: Opening.")
    expect(page.locator(".ghost")).to_have_count(0)
    expect(cell(page, "OPEN").locator(".hours")).to_have_text("9:00–10:00\u00a0a.m.")


def test_arrows_go_from_session_to_session_and_tab_stops_once(office: Office) -> None:
    page = office.opens()
    grip(page, "OPEN").focus()
    page.keyboard.press("ArrowDown")
    expect(grip(page, "ETHICS")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(grip(page, "FOREST")).to_be_focused()
    assert page.locator("a.grip[tabindex='0']").count() == 1


def test_the_keyboard_takes_off_and_puts_on_the_schedule(office: Office) -> None:
    page = office.opens()
    grip(page, "OPEN").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Delete")
    page.keyboard.press("Enter")
    expect(page.locator(".tray .cell")).to_have_count(2)
    grip(page, "LATER").focus()
    page.keyboard.press("Space")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    expect(cell(page, "LATER")).to_have_attribute("data-room", "red")


def test_after_midnight_a_session_goes_to_the_next_day_and_not_back_to_this_ones(
    office: Office,
) -> None:
    with office.app.app_context():
        event = db.session.query(Event).one()
        a_session(event, "NIGHT", at="22:30", minutes=180, title=Bilingual.same("Night"))
        db.session.commit()
        db.session.remove()
    page = office.opens()
    grip(page, "ETHICS").focus()
    page.keyboard.press("Space")
    for _ in range(40):
        page.keyboard.press("PageDown")
    page.keyboard.press("Enter")
    expect(page.locator("[data-part=outcome]")).to_contain_text("Wednesday, December 4, 1:00–2:00")
    expect(cell(page, "ETHICS")).to_have_count(0)


def test_a_move_is_undone_and_redone_with_keys_also_after_a_reload(office: Office) -> None:
    page = office.opens()
    drag(page, "OPEN", one_room(page), 0)
    expect(cell(page, "OPEN")).to_have_attribute("data-room", "blue")
    page.reload()
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Control+z")
    expect(cell(page, "OPEN")).to_have_attribute("data-room", "hall")
    page.keyboard.press("Control+y")
    expect(cell(page, "OPEN")).to_have_attribute("data-room", "blue")


def test_another_organizers_move_appears_within_five_seconds(office: Office) -> None:
    zoe, ada = office.opens(), office.opens(who="ada")
    drag(zoe, "OPEN", one_room(zoe), 0)
    expect(cell(ada, "OPEN")).to_have_attribute("data-room", "blue", timeout=5_000)
    expect(ada.locator("[data-part=news]")).to_have_text("Zoe Exemple: Moved – Opening")


def test_others_moves_wait_while_one_holds_a_session(office: Office) -> None:
    zoe, ada = office.opens(), office.opens(who="ada")
    grip(ada, "FOREST").focus()
    ada.keyboard.press("Space")
    ada.keyboard.press("ArrowRight")
    drag(zoe, "OPEN", one_room(zoe), 0)
    ada.wait_for_timeout(4_000)
    expect(cell(ada, "OPEN")).to_have_attribute("data-room", "hall")
    expect(ada.locator(".ghost")).to_be_visible()
    ada.keyboard.press("Enter")
    expect(cell(ada, "FOREST")).to_have_attribute("data-room", "red")
    expect(cell(ada, "OPEN")).to_have_attribute("data-room", "blue")


def test_of_two_who_move_one_session_the_later_is_told_and_can_insist(office: Office) -> None:
    zoe, ada = office.opens(), office.opens(who="ada")
    grip(ada, "OPEN").focus()
    ada.keyboard.press("Space")
    ada.keyboard.press("End")
    drag(zoe, "OPEN", one_room(zoe), 0)
    expect(cell(zoe, "OPEN")).to_have_attribute("data-room", "blue")
    ada.keyboard.press("Enter")
    outcome = ada.locator("[data-part=outcome]")
    expect(outcome).to_contain_text("Zoe Exemple moved “Opening” meanwhile.")
    expect(cell(ada, "OPEN")).to_have_attribute("data-room", "blue")
    outcome.get_by_role("button", name="Move it all the same").click()
    expect(cell(ada, "OPEN")).to_have_attribute("data-room", "red")


def test_a_lost_connection_puts_the_session_back_and_loses_nothing(office: Office) -> None:
    page = office.opens()
    page.route("**/move?*", lambda route: route.abort())
    drag(page, "OPEN", one_room(page), 0)
    outcome = page.locator("[data-part=outcome]")
    expect(outcome).to_contain_text("The server did not answer")
    expect(cell(page, "OPEN")).to_have_attribute("data-room", "hall")
    expect(page.locator(".ghost")).to_have_count(0)
    page.unroute("**/move?*")
    outcome.get_by_role("button", name="Try again").click()
    expect(cell(page, "OPEN")).to_have_attribute("data-room", "blue")
    office.complaints.clear()  # the browser's own word about the lost request


def test_a_finger_that_rests_moves_and_one_that_slides_scrolls(office: Office) -> None:
    page = office.opens(has_touch=True, viewport={"width": 900, "height": 700})
    touch = page.context.new_cdp_session(page)

    def send(kind: str, *points: tuple[float, float]) -> None:
        places = [{"x": each[0], "y": each[1]} for each in points]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

    x, y = finger_on(page, "OPEN")
    send("touchStart", (x, y))
    send("touchMove", (x, y - 60))
    send("touchEnd")
    page.wait_for_timeout(450)
    expect(page.locator(".ghost")).to_have_count(0)
    x, y = finger_on(page, "OPEN")
    send("touchStart", (x, y))
    expect(page.locator(".ghost")).to_be_visible()
    for part in (0.3, 0.7, 1):
        send("touchMove", (x + part * one_room(page), y))
    send("touchEnd")
    expect(cell(page, "OPEN")).to_have_attribute("data-room", "blue")


def finger_on(page: Page, code: str) -> tuple[float, float]:
    """A point of the session, in the middle of the screen."""
    cell(page, code).evaluate("cell => cell.scrollIntoView({ block: 'center' })")
    page.wait_for_timeout(300)
    box = cell(page, code).bounding_box()
    assert box
    return box["x"] + 60, box["y"] + 20


def test_chosen_sessions_are_dragged_together(office: Office) -> None:
    page = office.opens()
    for code in ("OPEN", "ETHICS"):
        grip(page, code).click(modifiers=["Shift"])
    expect(page.locator("[data-selected]")).to_have_text("Chosen: 2")
    drag(page, "OPEN", 0, 30 * row_height(page))
    expect(cell(page, "ETHICS").locator(".hours")).to_have_text("12:30–1:30\u00a0p.m.")
    expect(cell(page, "OPEN").locator(".hours")).to_have_text("11:30\u00a0a.m.–12:30\u00a0p.m.")
    page.keyboard.press("Control+z")
    expect(cell(page, "ETHICS").locator(".hours")).to_have_text("10:00–11:00\u00a0a.m.")


def test_words_make_sessions_stand_out_and_stay_in_the_address(office: Office) -> None:
    page = office.opens()
    page.get_by_label("Words or people").fill("foret zzz")
    expect(page.locator(".board-day .is-dim")).to_have_count(4)
    page.get_by_label("Words or people").fill("zoe ete")
    expect(page.locator(".board-day .cell:not(.is-dim) .cell-title")).to_have_text(["Opening"])
    assert "q=zoe+ete" in page.url
    drag(page, "OPEN", one_room(page), 0)
    expect(page.locator(".board-day .cell:not(.is-dim) .cell-title")).to_have_text(["Opening"])


def test_the_board_works_without_scripts(office: Office) -> None:
    page = office.opens(java_script_enabled=False)
    page.get_by_role("link", name="Opening").click()
    page.get_by_label("Room").select_option("Room Red")
    page.get_by_label("Begins at").fill("16:00")
    page.get_by_role("button", name="Move", exact=True).click()
    assert page.url.endswith("/board?day=2024-12-03")
    expect(cell(page, "OPEN").locator(".hours")).to_have_text("4:00–5:00\u00a0p.m.")


def test_the_form_takes_a_session_off_the_schedule(office: Office) -> None:
    page = office.opens("/en/manage/summit/board/OPEN/move", java_script_enabled=False)
    page.get_by_role("button", name="Take off the schedule").click()
    expect(page.locator(".tray .cell[data-code='OPEN']")).to_have_count(1)


def test_a_reader_cannot_pick_anything_up(office: Office) -> None:
    page = office.opens(who="reader")
    drag(page, "OPEN", one_room(page), 0)
    expect(page.locator(".ghost")).to_have_count(0)
    expect(page.locator(".edge, .cell-tools, [data-undo]")).to_have_count(0)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("page", ["", "/OPEN/move", "/shift", "/block?code=OPEN&code=ETHICS"])
def test_the_boards_pages_are_accessible(office: Office, language: str, page: str) -> None:
    opened = office.opens(f"/{language}/manage/summit/board{page}")
    assert faults(opened) == []
    opened.emulate_media(color_scheme="dark")
    opened.set_viewport_size({"width": NARROW["width"], "height": NARROW["height"]})
    assert faults(opened) == []
    assert opened.evaluate("document.documentElement.scrollWidth") == NARROW["width"]


def test_a_board_with_a_session_picked_up_is_accessible(office: Office) -> None:
    page = office.opens()
    grip(page, "OPEN").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert faults(page) == []
    page.keyboard.press("Enter")
    expect(page.locator("[data-part=outcome] .outcome")).to_be_visible()
    assert faults(page) == []
