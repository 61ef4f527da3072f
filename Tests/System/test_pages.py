"""The pages, in a real browser: as a parent sees them on a phone, and on paper."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import unicodedata
from dataclasses import dataclass

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from harness import calendars, people, plans
from harness.browser import DESK, PHONE, Browser
from harness.people import API, Household
from harness.server import BINARIES, FIXTURES, NOTICECTL, REPOSITORY, SERVER, Server, clean_environment

HOSTILE = FIXTURES / "hostile/text"
A4 = (595, 842)
#: What a page has only in a week with changes or things to bring.
LISTS = {"ul", "li", "strong"}


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    browser = Browser(tmp_path_factory.mktemp("chromium"))
    yield browser
    browser.quit()


@pytest.fixture(scope="module")
def home(town) -> Household:
    """A household with a whole year, a letter, and a child in each association."""
    town.pta.publish_csv(plans.YEAR_PLAN.read_bytes())
    letter = town.pta.letter(
        title="個別懇談会のお知らせ", source="association", grades=[1, 2],
        text="希望日時調査票に第3希望までご記入のうえ、担任へ提出してください。\n\nどうぞよろしくお願いします。",
    )
    town.pta.publish(letter["change_set"])
    home = town.pta.household(2)
    code = town.other.slips(4)[0]["code"]
    return people.redeem(town.server.client(), code, household=home)


# A parent joins


def test_a_parent_joins_from_the_slips_qr_code(town, browser):
    slip = town.pta.slips(2)[0]
    browser.open(slip["join_url"])
    browser.picture("join-360")
    assert not browser.scrolls_sideways()
    field = browser.driver.find_element(By.CSS_SELECTOR, "input[type=text], input:not([type])")
    assert field.get_attribute("value").replace("-", "") == slip["code"].replace("-", ""), "the code is filled in"
    submit(browser)
    browser.picture("joined-360")
    assert "webcal:" in browser.driver.page_source or ".ics" in browser.driver.page_source
    assert slip["code"] not in browser.driver.current_url
    assert not browser.scrolls_sideways() and not browser.complaints()


def test_a_parent_types_the_code_from_paper(town, browser):
    slip = town.pta.slips(1)[0]
    browser.open(f"{town.server.base_url}/join")
    field = browser.driver.find_element(By.CSS_SELECTOR, "input[type=text], input:not([type])")
    field.send_keys("ABCD-EFGH")
    submit(browser)
    browser.picture("join-mistyped-360")
    assert "番号" in browser.text()
    field = browser.driver.find_element(By.CSS_SELECTOR, "input[type=text], input:not([type])")
    field.clear()
    field.send_keys(slip["code"].lower())
    submit(browser)
    assert "1年" in browser.text()
    assert [complaint for complaint in browser.complaints() if "status of 422" not in complaint] == []


def submit(browser: Browser) -> None:
    page = browser.driver.find_element(By.TAG_NAME, "html")
    browser.driver.find_element(By.CSS_SELECTOR, "form button, form input[type=submit]").click()
    WebDriverWait(browser.driver, 10).until(lambda _: replaced(page) or "error" in browser.driver.page_source)


def replaced(page) -> bool:
    """The page that was there has gone."""
    try:
        page.is_enabled()
        return False
    except Exception:  # a stale element, in the driver's several words for it
        return True


# A household reads


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_home_page_is_readable(browser, home, width):
    browser.open(f"{home.client.base_url}/home/{home.secret}", width)
    browser.picture(f"home-{width}")
    assert browser.driver.current_url == f"{home.client.base_url}/home", "the secret stays out of the address"
    text = browser.text()
    for words in ("個別懇談会のお知らせ", "原本は紙・学校のアプリで", "中間テスト", "2年", "4年"):
        assert words in text, words
    assert not browser.scrolls_sideways() and not browser.complaints()
    sizes = browser.driver.execute_script(
        "return [...document.querySelectorAll('p, li, td, dd, a, button')].filter(e => e.innerText.trim())"
        ".map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert min(sizes) >= 12, "letters too small to read"


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_digest_is_readable(browser, home, width):
    browser.open(f"{home.digest_url}?week=2026-W21", width)
    browser.picture(f"digest-{width}")
    assert "中間テスト" in browser.text() and "最終確認日" in browser.text()
    assert not browser.scrolls_sideways() and not browser.complaints()
    widths = "return [...document.querySelectorAll('.week td')].map(e => e.clientWidth / document.querySelector('main').clientWidth)"
    assert min(browser.driver.execute_script(widths)) > 0.6, "a day's items have no room"


def test_the_large_digest_is_large_throughout(browser, home):
    browser.open(f"{home.digest_url}?week=2026-W21&large=1")
    assert not browser.scrolls_sideways()
    small = browser.driver.execute_script(
        """
        const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT), small = [];
        while (walker.nextNode()) {
            const size = parseFloat(getComputedStyle(walker.currentNode.parentElement).fontSize);
            if (walker.currentNode.textContent.trim() && size < 23.9) small.push(walker.currentNode.textContent.trim());
        }
        return small
        """
    )
    assert small == [], "smaller than 18 points"


def test_nothing_that_is_shown_once_is_lost_by_a_link(town, browser):
    browser.open(town.pta.slips(1)[0]["join_url"])
    assert browser.driver.find_elements(By.CSS_SELECTOR, "a[hreflang]")
    submit(browser)
    browser.driver.implicitly_wait(0)
    assert not browser.driver.find_elements(By.CSS_SELECTOR, "a[hreflang]"), "another language would drop the links"
    browser.driver.implicitly_wait(5)


def test_what_stays_japanese_says_so(browser, home):
    browser.open(f"{home.digest_url}?week=2026-W21&lang=en")
    spoken = "return [...document.querySelectorAll(arguments[0])].map(e => e.closest('[lang]').lang)"
    assert browser.driver.execute_script(spoken, "h1") == ["en"]
    assert set(browser.driver.execute_script(spoken, ".title, .item .chip:not(.group)")) == {"ja"}
    browser.open(f"{home.digest_url}?lang=ja")


def test_the_officers_page_can_be_read_on_a_phone(town, browser):
    browser.open(f"{town.server.base_url}/officer")
    cut = "return [...document.querySelectorAll('pre')].filter(e => e.scrollWidth > e.clientWidth).length"
    assert browser.driver.execute_script(cut) == 0 and not browser.scrolls_sideways()


def test_pages_run_no_inline_script_and_send_nothing_elsewhere(browser, home):
    for url in (f"{home.client.base_url}/join", f"{home.client.base_url}/home/{home.secret}", home.digest_url):
        browser.open(url)
        assert browser.suspicious() == []
        inline = "return [...document.scripts].filter(s => s.textContent.trim()).length + document.querySelectorAll('[style]').length"
        assert browser.driver.execute_script(inline) == 0
    response = home.digest().expect(200)
    policy = response.headers["Content-Security-Policy"]
    assert "'unsafe-inline'" not in policy and "default-src" in policy
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["X-Robots-Tag"] == "noindex"


def test_one_grades_week_prints_on_a4(town, browser, home, tmp_path):
    page = town.pta.officer.get(f"{API}/digest?grade=2&week=2026-W21&format=html").expect(200)
    file = tmp_path / "digest.html"
    file.write_bytes(page.body)
    browser.open(file.as_uri(), DESK)
    assert not browser.complaints(), "a saved page needs nothing else"
    pages, size = measured(browser.pdf(tmp_path / "digest.pdf"))
    assert pages == 1 and size == pytest.approx(A4, abs=2)
    browser.open(f"{home.client.base_url}/home/{home.secret}", DESK)
    pages, size = measured(browser.pdf(tmp_path / "home.pdf"))
    assert pages <= 3 and size == pytest.approx(A4, abs=2)
    shutil.copy(tmp_path / "digest.pdf", REPOSITORY / "var/screenshots/digest.pdf")
    shutil.copy(tmp_path / "home.pdf", REPOSITORY / "var/screenshots/home.pdf")


def measured(pdf) -> tuple[int, tuple[float, float]]:
    told = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
    width, height = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", told).groups()
    return int(re.search(r"Pages:\s+(\d+)", told).group(1)), (float(width), float(height))


# Hostile words


def hostile_words() -> list[str]:
    return [words for file in sorted(HOSTILE.glob("*.json")) for words in json.loads(file.read_text(encoding="utf-8"))]


@dataclass
class Accepted:
    words: list[str]
    home: Household


@pytest.fixture(scope="module")
def hostile(town, browser, home) -> Accepted:
    """Every string of the kit as a letter's title and text and as an event's, those refused aside."""
    accepted = []
    for words in hostile_words():
        event = {
            "title": words, "kind": "event", "start": "2026-05-12", "all_day": True, "grades": [3], "place": words,
            "items": [words], "note": words, "groups": [words],
        }
        draft = {"title": words, "text": words, "source": "association", "grades": [3], "events": [event]}
        response = town.pta.officer.post(f"{API}/notices", draft).expect(201, 422)
        if response.status == 201:
            town.pta.officer.post(f"{API}/change-sets/{response.json()['change_set']}/publish").expect(200)
            accepted.append(words)
        else:
            assert any(unicodedata.category(c) in ("Cc", "Zl", "Zp", "Cs") for c in words) or refusable(words), words
    assert len(accepted) > 30
    return Accepted(accepted, town.pta.household(3))


def refusable(words: str) -> bool:
    """What may be refused as a title: too long, or nothing to see in it."""
    return len(words) > 100 or not any(unicodedata.category(c)[0] in "LNPS" for c in words)


def test_hostile_words_add_no_element_and_open_no_dialog(browser, home, hostile):
    for name, ordinary, url in (
        ("home", f"{home.client.base_url}/home/{home.secret}", f"{home.client.base_url}/home/{hostile.home.secret}"),
        ("digest", home.digest_url, hostile.home.digest_url),
    ):
        browser.open(ordinary)
        known = browser.elements() | LISTS
        browser.open(url)
        assert not browser.dialog_is_open()
        browser.picture(f"hostile-{name}")
        assert browser.elements() <= known, f"new elements: {browser.elements() - known}"
        assert browser.suspicious() == [] and not browser.complaints()
        assert not browser.scrolls_sideways()
        text = browser.text()
        for words in ("<script>alert(1)</script>", "{{7*7}}", "{{{raw}}}", "${7*7}"):
            assert words in text, f"{words} is not shown as it was written on {name}"
        assert not browser.dialog_is_open()


def test_hostile_words_come_back_whole_from_the_calendar(hostile):
    body = hostile.home.feed().expect(200).body
    calendars.check_wire(body)
    shown = {summary.removesuffix("（3年）") for summary in calendars.summaries(body)}
    for words in hostile.words:
        plain = unicodedata.normalize("NFC", words)
        if plain.isprintable() and plain == plain.strip():
            assert plain in shown, words
    assert b"BEGIN:VALARM" not in body and b"\r\nATTENDEE" not in body


# Installed elsewhere


def test_copied_binaries_work_without_the_build_folder(binaries, tmp_path):
    """`Bundle.module` would find the build folder again: here it is not there."""
    installed = tmp_path / "opt"
    installed.mkdir()
    for program in (SERVER, NOTICECTL):
        shutil.copy(program, installed)
    for bundle in BINARIES.glob("*.resources"):
        shutil.copytree(bundle, installed / bundle.name)
    hidden = ["unshare", "-m", "sh", "-c", f'mount -t tmpfs none "{BINARIES}" && exec "$0" "$@"']
    if subprocess.run([*hidden, "true"], capture_output=True).returncode != 0:
        pytest.skip("SKIPPED: hiding the build folder needs root")
    server = Server(tmp_path / "server", binary=installed / "notice-server").start(*hidden)
    assert "登録カード" in server.client().get("/join").expect(200).text
    told = subprocess.run(
        [*hidden, str(installed / "noticectl"), "--help"], capture_output=True, text=True,
        env=clean_environment(tmp_path),
    )
    assert told.returncode == 0 and "login" in told.stdout
    server.stop()


def test_without_its_resources_a_copied_server_says_so(binaries, tmp_path):
    shutil.copy(SERVER, tmp_path / "notice-server")
    server = Server(tmp_path / "server", binary=tmp_path / "notice-server")
    finished = subprocess.run(
        [str(server.binary)], env=server.environment(), cwd=tmp_path, capture_output=True, text=True, timeout=20
    )
    assert finished.returncode == 78 and "otayori_NoticeServer.resources" in finished.stderr
