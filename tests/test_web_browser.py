"""The reading room in a real browser: what people do in it, that it can be used by all, that no page runs in it."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Page,
    Request,
    expect,
    sync_playwright,
)

from hostile_record import hostile_page, hostile_record
from made_room import CASES
from onrecord.archive import Archive
from onrecord.capture import Captured
from reading_room import WALL, served


def chromium() -> str:
    """The browser's path; `.ci/chromium`, which make test runs first, installs one where it can."""
    given = os.environ.get("CHROMIUM")
    names = (given,) if given else ("chromium", "chromium-browser", "google-chrome", "chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None and os.environ.get("CI") == "true":
        pytest.fail(
            "no Chromium, and on CI these tests are never skipped: .ci/chromium installs it", pytrace=False
        )
    if found is None:
        pytest.skip("no Chromium: install it (as root: apt-get install chromium), or name one in CHROMIUM")
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = chromium()
    # Chromium's own sandbox does not work for root; the pages here are our own.
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=flags)
        yield started
        started.close()


@pytest.fixture(scope="module")
def room(room_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a room with the archive of the cases, its own copy."""
    file = Path(shutil.copy(room_file, tmp_path_factory.mktemp("served") / "press.db"))
    with served(file) as address:
        yield address


@pytest.fixture
def page(browser: Browser, room: str) -> Iterator[Page]:
    """A page in which nothing may go wrong unseen: errors of scripts and refusals of the policy are collected."""
    context = browser.new_context(base_url=room, viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda said: wrong.extend([said.text] * ("Security Policy" in said.text)))
    yield opened
    context.close()
    assert wrong == []


# What people do


def test_search_comes_alive_while_typing(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("headline:breach", delay=20)
    expect(page.locator(".hit")).to_have_count(2)
    expect(page.locator(".total")).to_have_text("2 articles")
    expect(page).to_have_url(re.compile(r"\?q=headline%3Abreach$"))
    assert page.locator(".hit mark").first.inner_text() == "breach"


def test_half_a_query_is_told_as_it_is_typed_and_mended(page: Page) -> None:
    page.goto("/?q=wall")
    page.locator("#q").press_sequentially(" (", delay=20)
    expect(page.locator("#results")).to_contain_text("cannot be answered yet")
    page.locator("#q").press_sequentially("sea)", delay=20)
    expect(page.locator(".hit")).not_to_have_count(0)


def test_facets_narrow_and_widen(page: Page) -> None:
    page.goto("/?q=headline:breach")
    page.get_by_role("link", name=re.compile("Harrow Times")).click()
    expect(page.locator(".hit")).to_have_count(1)
    page.get_by_role("link", name="Take off publisher").click()
    expect(page.locator(".hit")).to_have_count(2)


@pytest.mark.parametrize("above", [0, 1])
def test_a_range_is_chosen_by_dragging_over_the_bars(page: Page, above: int) -> None:
    page.goto("/?q=type:article")
    bars = page.locator(".timeline a")
    first, last = bars.nth(1), bars.nth(3)
    low, high = first.get_attribute("data-period"), last.get_attribute("data-period")
    for link, act, leave in ((first, page.mouse.down, 0), (last, page.mouse.up, above)):
        box = link.locator(".reach").bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=5)
        if leave:
            page.mouse.move(box["x"] + box["width"] / 2, box["y"] - 10)
        act()
    expect(page.locator(".chosen")).to_contain_text(f"date:{low}..{high}")


def test_keys_walk_through_the_hits(page: Page) -> None:
    page.goto("/?q=headline:breach")
    for key, place in (("j", 0), ("j", 1), ("j", 1), ("k", 0)):
        page.keyboard.press(key)
        expect(page.locator(".hit .title").nth(place)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/record/"))


def test_help_teaches_by_examples_that_lead_somewhere(page: Page) -> None:
    page.goto("/")
    page.get_by_text("How to ask").click()
    example = page.locator("#help .examples a").first
    expect(example).to_be_visible()
    example.click()
    expect(page.locator(".hit")).not_to_have_count(0)


def test_evidence_opens_on_a_click_and_leads_to_the_source(page: Page) -> None:
    page.goto(f"/record?url={WALL}")
    row = page.locator("#of-date_published tbody tr").first
    expect(row).to_be_hidden()
    page.locator("summary", has_text="date_published").click()
    expect(row).to_be_visible()
    expect(row).to_contain_text("most trusted source")
    page.locator("#of-date_published tr", has_text="opengraph").get_by_role("link").click()
    expect(page.locator("#here")).to_have_text("2024-05-03T15:10:00+01:00")
    expect(page.locator("#here")).to_be_in_viewport()


def test_why_leads_to_the_evidence_and_opens_it(page: Page) -> None:
    page.goto(f"/record?url={WALL}")
    page.locator(".facts a[href='#of-author']").click()
    expect(page.locator("#of-author tbody tr").first).to_be_visible()


def test_versions_side_by_side(page: Page) -> None:
    page.goto(f"/record?url={WALL}")
    page.get_by_role("link", name="compare").first.click()
    expect(page.locator(".alert")).to_contain_text("silent edit")
    expect(page.locator(".sides del").first).to_have_text("41m")
    expect(page.locator(".sides ins").first).to_have_text("46m")
    fold = page.locator(".fold").first
    fold.locator("summary").click()
    expect(fold.locator(".row").first).to_be_visible()


def test_citations_are_copied(page: Page) -> None:
    page.goto(f"/record?url={WALL}")
    page.get_by_role("link", name="Cite this record").click()
    page.locator("#cited .copy").nth(1).click()
    expect(page.locator("#cited .copy").nth(1)).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()").startswith("@article{onrecord-")
    page.get_by_role("link", name="Cite statement 3").click()
    expect(page.locator("#cited-3")).to_contain_text("We cannot ask people to sleep")


def test_a_page_is_pasted_and_a_file_is_dropped(page: Page) -> None:
    page.goto("/try")
    page.get_by_label("HTML or text").fill("<h1>Rain in May</h1><p>It rained all day in the harbour.")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("h1")).to_have_text("Rain in May")
    expect(page.locator(".badge").first).to_have_text("not kept")
    page.goto("/try")
    text = (CASES / "visible-only" / "page.html").read_text("utf-8", "replace")
    transfer = page.evaluate_handle(
        "text => { const t = new DataTransfer(); t.items.add(new File([text], 'page.html')); return t }", text
    )
    page.dispatch_event("form[data-drop]", "drop", {"dataTransfer": transfer})
    expect(page.locator(".facts")).to_contain_text("Jost Behrendsen")


def test_tags_notes_and_searches_are_kept(page: Page) -> None:
    page.goto(f"/record?url={WALL}")
    page.locator("#tag").fill("defences")
    page.get_by_role("button", name="Add").click()
    expect(page.locator(".tags")).to_contain_text("defences")
    page.locator("#note").fill("Ask the board about the £5m.")
    page.get_by_role("button", name="Keep note").click()
    expect(page.locator(".note p")).to_have_text("Ask the board about the £5m.")
    page.get_by_role("button", name="Take off the tag defences").click()
    expect(page.locator(".tags")).to_have_count(0)
    page.goto("/?q=headline:breach")
    page.locator("#save-name").fill("Walls")
    page.get_by_role("button", name="Save").click()
    page.goto("/")
    page.get_by_role("link", name="Walls").click()
    expect(page.locator(".hit")).to_have_count(2)


def test_it_is_read_without_a_script(browser: Browser, room: str) -> None:
    context = browser.new_context(base_url=room, java_script_enabled=False)
    opened = context.new_page()
    opened.goto("/")
    opened.locator("#q").fill("headline:breach")
    opened.get_by_role("button", name="Search", exact=True).click()
    opened.locator(".hit .title").first.click()
    opened.locator("summary", has_text="headline").first.click()
    expect(opened.locator("#of-headline tbody tr").first).to_be_visible()
    opened.get_by_role("link", name="Cite this record").click()
    expect(opened.locator("pre").first).to_contain_text("Port Ellery")
    context.close()


# Everybody can use it


def shown(room_file: Path) -> tuple[str, ...]:
    """The address of one page of each kind."""
    with Archive(room_file, create=False) as archive:
        record = archive.get(WALL)
        first, second, *_ = (version.id for version in archive.versions(WALL))
        others = [
            found.id
            for found in archive.records()
            if re.search(
                "hebrew-rtl|live-blog|headings-lists-table|figures-and-credits", found.capture.file or ""
            )
        ]
        stories = [f"/story/{archive.story(WALL).story.number}", "/stories"]
    people = ["/people", "/people?kind=described", "/person?name=Kofi+Lascelles"]
    records = [f"/record/{key}" for key in (record.id, *others)]
    parts = [
        f"/record/{record.id}/{part}"
        for part in ("source?field=headline&n=0", "cite?statement=3", "versions")
    ]
    return ("/", "/?q=headline:breach", "/?q=((", "/?q=zzzz+wall", "/help", "/try", "/nothing", *people, *stories, *records, *parts, f"/diff/{first}/{second}")  # fmt: skip


SCHEMES = ("light", "dark")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_page_shuts_anybody_out(browser: Browser, room: str, room_file: Path, scheme: str) -> None:
    """axe-core finds no serious and no critical fault, with all that unfolds unfolded."""
    context = browser.new_context(base_url=room, color_scheme="dark" if scheme == "dark" else "light")
    opened = context.new_page()
    for address in shown(room_file):
        opened.goto(address)
        opened.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        opened.wait_for_load_state("networkidle")
        faults = [
            (fault["id"], fault["nodes"][0]["html"][:200], fault["nodes"][0]["failureSummary"])
            for fault in Axe().run(opened).response["violations"]
            if fault["impact"] in ("serious", "critical")
        ]
        assert faults == [], address
    context.close()


def test_a_narrow_screen_needs_no_scrolling_sideways(browser: Browser, room: str, room_file: Path) -> None:
    context = browser.new_context(base_url=room, viewport={"width": 360, "height": 740})
    opened = context.new_page()
    for address in shown(room_file):
        opened.goto(address)
        width = opened.evaluate("document.documentElement.scrollWidth")
        assert width <= 360, address
    context.close()


def test_print_has_the_text_and_no_tools(page: Page) -> None:
    page.goto(f"/record?url={WALL}")
    page.emulate_media(media="print")
    expect(page.locator(".text p").first).to_be_visible()
    for tool in (".top", ".actions", ".noting"):
        expect(page.locator(tool)).to_be_hidden()


def test_a_hebrew_text_runs_from_right_to_left(page: Page, room_file: Path) -> None:
    with Archive(room_file, create=False) as archive:
        key = next(r.id for r in archive.records() if "hebrew-rtl" in (r.capture.file or ""))
    page.goto(f"/record/{key}")
    direction = "e => getComputedStyle(e).direction"
    assert page.locator(".text").evaluate(direction) == "rtl"
    assert page.locator("h1").evaluate(direction) == "rtl"
    assert page.locator("body").evaluate(direction) == "ltr"


# A page that means harm


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, tuple[str, ...]]]:
    file = tmp_path_factory.mktemp("poisoned") / "press.db"
    with Archive(file) as archive:
        later = hostile_page().replace(b"rained", b"snowed")
        archive.add(hostile_record())
        archive.add(
            Captured("p", hostile_page(), url="https://evil.example/page", captured="2024-05-03T10:00:00Z"),
            statements=True,
        )
        archive.add(
            Captured("p", later, url="https://evil.example/page", captured="2024-05-04T10:00:00Z"),
            statements=True,
        )
        keys = [record.id for record in archive.records()]
        first, second = (version.id for version in archive.versions("https://evil.example/page"))
    parts = [
        f"/record/{key}{part}"
        for key in keys
        for part in ("", "/source", "/cite", "/cite?statement=1", "/versions")
    ]
    with served(file) as address:
        yield (
            address,
            (
                "/",
                "/?q=x",
                "/help",
                "/people",
                "/person?name=Ann+Roe",
                "/stories",
                f"/diff/{first}/{second}",
                *parts,
            ),
        )


def test_a_page_that_means_harm_does_nothing(browser: Browser, poisoned: tuple[str, tuple[str, ...]]) -> None:
    """No dialog, no request but to us, nothing the policy had to refuse, nothing run, and no way out but by a click."""
    room, addresses = poisoned
    context = browser.new_context(base_url=room)
    did = watch(context, room)
    opened = context.new_page()
    for address in addresses:
        opened.goto(address)
        opened.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        opened.wait_for_load_state("networkidle")
        assert opened.evaluate("window.harmed") is None, address
        assert opened.locator("[href^='javascript:'], [href^='data:'], iframe, img, poison").count() == 0, (
            address
        )
    opened.goto("/try")
    opened.locator("#file").set_input_files(
        {"name": "a.html", "mimeType": "text/html", "buffer": hostile_page()}
    )
    opened.get_by_role("button", name="Read it").click()
    expect(opened.locator(".badge").first).to_have_text("not kept")
    assert opened.evaluate("window.harmed") is None
    assert did == []
    context.close()


def watch(context: BrowserContext, room: str) -> list[str]:
    """What a page does that ours never do; it fills while pages are looked at."""
    did: list[str] = []

    def dialog(shown: Dialog) -> None:
        did.append(f"dialog {shown.message}")
        shown.dismiss()

    def request(asked: Request) -> None:
        if not asked.url.startswith(room):
            did.append(f"asked {asked.url}")

    def console(said: ConsoleMessage) -> None:
        if said.type == "error" and "404" not in said.text:
            did.append(said.text)

    context.on("dialog", dialog)
    context.on("request", request)
    context.on("console", console)
    context.on("weberror", lambda error: did.append(str(error.error)))
    return did


def test_what_is_watched_for_would_be_seen(browser: Browser, room: str) -> None:
    """The same watch over a page that is not ours sees what it does: the test above can fail."""
    context = browser.new_context(base_url=room)
    did = watch(context, room)
    opened = context.new_page()
    context.route("**/harm", lambda route: route.fulfill(content_type="text/html", body=hostile_page()))
    context.route("https://evil.example/**", lambda route: route.abort())
    opened.goto("/harm", wait_until="commit")
    opened.wait_for_timeout(500)
    assert any(one.startswith("dialog") for one in did)
    assert any("evil.example" in one for one in did)
    context.close()
