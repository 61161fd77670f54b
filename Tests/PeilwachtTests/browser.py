"""Looks at the status page with a real browser, and says what is wrong as JSON.

    browser.py BASE FOLDER HEADER PERSON

It loads every page that a link leads to, uses every form, and looks at one page of each kind as different readers see it:
wide and narrow, light and dark, enlarged, with their own colours, by the keyboard, on paper. Pictures go into FOLDER.
"""

import json
import pathlib
import re
import shutil
import sys
from urllib.parse import urldefrag, urljoin, urlsplit

import axe_playwright_python as carried
from playwright.sync_api import sync_playwright

BASE, FOLDER, HEADER, PERSON = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3], sys.argv[4]
AXE = pathlib.Path(carried.__file__).with_name("axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MOST_PAGES = 240
PATIENCE = 15_000

VIEWS = [
    ("light-1280", 1280, {}),
    ("dark-1280", 1280, {"color_scheme": "dark"}),
    ("light-375", 375, {}),
    ("dark-375", 375, {"color_scheme": "dark"}),
    ("reflow-320", 320, {}),
    ("forced-1280", 1280, {"forced_colors": "active", "reduced_motion": "reduce"}),
]

faults = []
seen = {"pages": [], "files": [], "forms": [], "views": 0}


def fault(where, what):
    faults.append(f"{where}: {what}")


def kind(address):
    """Pages that differ only in what they are about are of one kind."""
    path = urlsplit(address).path
    path = re.sub(r"^/programma/[^/]+/indicator/[^/]+", "/programma/P/indicator/I", path)
    path = re.sub(r"^/programma/(?!P/)[^/]+", "/programma/P", path)
    return re.sub(r"/\d+$", "/N", path)


class Reader:
    """One reader with a browser of their own kind; what the browser complains about is a fault."""

    def __init__(self, browser, width, media):
        self.context = browser.new_context(
            viewport={"width": width, "height": 800},
            locale="nl-NL",
            extra_http_headers={HEADER: PERSON},
            **media,
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.expected = set()
        self.page.on("console", lambda line: self.complain(line.text))
        self.page.on("pageerror", lambda error: fault(self.page.url, f"script: {error}"))
        self.page.on("requestfailed", lambda request: fault(self.page.url, f"not loaded: {request.url}"))
        self.page.on("response", self.answered)

    def complain(self, text):
        # A refused form is answered with a status that the browser writes on its console as well.
        if not (self.expected and "400" in text):
            fault(self.page.url, f"console: {text}")

    def answered(self, response):
        if response.status >= 400 and response.status not in self.expected:
            fault(response.url, f"status {response.status}")
        if urlsplit(response.url).netloc != urlsplit(BASE).netloc:
            fault(self.page.url, f"asks a foreign host: {response.url}")

    def open(self, address):
        self.page.goto(urljoin(BASE, address))

    def axe(self, where):
        self.page.evaluate(AXE + ";0")
        found = self.page.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)["violations"]
        for violation in found:
            for node in violation["nodes"][:3]:
                fault(where, f"axe {violation['id']}: {violation['help']}: {node['html'][:160]}")

    def fits(self, where):
        size = self.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        if size[0] > size[1]:
            fault(where, f"is wider than its window: {size[0]} > {size[1]}")

    def close(self):
        self.context.close()


def crawl(reader):
    """Follows every link within the page's own address, and gives one address of each kind."""
    waiting = ["/", "/meldingen", "/leveringen", "/verzonden"]
    known, kinds = set(waiting), {}
    while waiting and len(seen["pages"]) + len(seen["files"]) < MOST_PAGES:
        address = waiting.pop(0)
        answer = reader.context.request.get(urljoin(BASE, address))
        if answer.status >= 400:
            fault(address, f"a link leads to status {answer.status}")
            continue
        if "text/html" not in answer.headers.get("content-type", ""):
            seen["files"].append(address)
            continue
        reader.open(address)
        seen["pages"].append(address)
        kinds.setdefault(kind(address), address)
        if reader.page.locator("h1").count() != 1:
            fault(address, "has not exactly one h1")
        if reader.page.locator("script, [style], style").count():
            fault(address, "has a script or a style of its own")
        reader.axe(address)
        for link in reader.page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)"):
            link = urldefrag(link)[0]
            parts = urlsplit(link)
            if parts.netloc != urlsplit(BASE).netloc:
                fault(address, f"leads elsewhere: {link}")
                continue
            path = parts.path + (f"?{parts.query}" if parts.query else "")
            if path not in known:
                known.add(path)
                waiting.append(path)
    return kinds


def look(browser, kinds):
    for name, width, media in VIEWS:
        reader = Reader(browser, width, media)
        for of_kind, address in sorted(kinds.items()):
            where = f"{address} ({name})"
            reader.open(address)
            reader.fits(where)
            # Under a reader's own colours axe judges those of the author, which nobody sees.
            if not name.startswith("forced"):
                reader.axe(where)
            file = (of_kind.strip("/").replace("/", "-") or "overzicht") + f"-{name}"
            reader.page.screenshot(path=FOLDER / f"{file}.png", full_page=True)
            seen["views"] += 1
            if name == "light-1280":
                reader.page.emulate_media(media="print")
                reader.page.pdf(path=FOLDER / f"{file}.pdf", format="A4")
                reader.page.emulate_media(media="screen")
        reader.close()


def tab(browser, kinds):
    """By the keyboard: first past the head, then to everything, each of it in sight and marked."""
    reader = Reader(browser, 1280, {})
    for address in sorted(kinds.values()):
        reader.open(address)
        reader.page.keyboard.press("Tab")
        if not reader.page.evaluate("document.activeElement.classList.contains('skip')"):
            fault(address, "the first Tab does not reach the link past the head")
        reader.page.keyboard.press("Enter")
        reader.page.keyboard.press("Tab")
        if reader.page.evaluate("document.activeElement.closest('header, nav.trail') !== null"):
            fault(address, "the link past the head leads back into it")
        for _ in range(40):
            mark = reader.page.evaluate(
                """() => {
                    const e = document.activeElement
                    if (e === document.body) return null
                    const style = getComputedStyle(e), box = e.getBoundingClientRect()
                    const isSeen = box.bottom > 0 && box.top < innerHeight
                    return [e.outerHTML.slice(0, 120), style.outlineStyle !== 'none', isSeen]
                }"""
            )
            if mark is None:
                break
            if not mark[1]:
                fault(address, f"focus does not show on {mark[0]}")
            if not mark[2]:
                fault(address, f"focus is out of sight on {mark[0]}")
            reader.page.keyboard.press("Tab")
    reader.close()


def search(reader, kinds):
    """Uses every form that only asks: each field with something in it, and once without."""
    for address in sorted(kinds.values()):
        reader.open(address)
        count = reader.page.locator("form[method=get]").count()
        for number in range(count):
            for is_filled in (False, True):
                reader.open(address)
                form = reader.page.locator("form[method=get]").nth(number)
                if is_filled:
                    for field in form.locator("input[type=search], input[type=text], input:not([type])").all():
                        field.fill("dronten")
                    # A day, and an earlier one to compare it with.
                    for field, day in zip(form.locator("input[type=date]").all(), ["2025-03-01", "2025-01-01"]):
                        field.fill(day)
                    for choice in form.locator("select").all():
                        options = choice.locator("option").count()
                        choice.select_option(index=min(1, options - 1))
                form.locator("button, input[type=submit]").first.click()
                reader.page.wait_for_load_state()
                reader.axe(f"{reader.page.url} (after a form)")
            seen["forms"].append(f"{kind(address)} get {number}")


def handle(reader):
    """Takes an alert up and explains it: first wrongly, then rightly."""
    page = reader.page
    for address in seen["pages"]:
        if "/indicator/" not in address:
            continue
        reader.open(address)
        if not page.locator("form[action$='/bevestigen']").count():
            continue
        take_up(reader, address)
        explain(reader, address)
        return
    fault("/", "no page has a form to handle an alert with")


def opened(reader, name):
    form = reader.page.locator(f"details:has(form[action$='/{name}'])").first
    if not form.evaluate("e => e.open"):
        form.locator("summary").first.click()
    return form


def sent(reader, form):
    form.locator("button[type=submit]").click()
    reader.page.wait_for_load_state()


def take_up(reader, address):
    form = opened(reader, "bevestigen")
    form.locator("input[name=tot][value=dag]").check()
    form.locator("textarea[name=waarom]").fill("wacht op <b>GGD</b>")
    reader.expected = {400}
    sent(reader, form)
    reader.expected = set()
    form = opened(reader, "bevestigen")
    day = form.locator("input[name=dag]")
    described = day.get_attribute("aria-describedby")
    if day.get_attribute("aria-invalid") != "true" or not reader.page.locator(f"[id='{described}']").count():
        fault(address, "a form that is refused does not say at the field what is wrong")
    if form.locator("textarea[name=waarom]").input_value().strip() != "wacht op <b>GGD</b>":
        fault(address, "a form that is refused has lost what was typed")
    reader.axe(f"{address} (a refused form)")
    reader.page.screenshot(path=FOLDER / "formulier-geweigerd.png", full_page=True)
    form.locator("input[name=tot][value=opgelost]").check()
    sent(reader, form)
    if PERSON not in reader.page.inner_text("main") or "wacht op <b>GGD</b>" not in reader.page.inner_text("main"):
        fault(address, "an alert that was taken up does not show by whom and why")
    seen["forms"].append("bevestigen")


def explain(reader, address):
    form = opened(reader, "toelichten")
    form.locator("textarea[name=oorzaak]").fill("vergrijzing\nen nog iets")
    form.locator("textarea[name=bijsturing]").fill("een algemene voorziening")
    sent(reader, form)
    text = reader.page.inner_text("main")
    if "vergrijzing en nog iets" not in text or "een algemene voorziening" not in text:
        fault(address, "an explanation does not show")
    reader.axe(f"{address} (explained)")
    seen["forms"].append("toelichten")


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-dev-shm-usage"],
        )
        reader = Reader(browser, 1280, {})
        kinds = crawl(reader)
        search(reader, kinds)
        handle(reader)
        reader.close()
        look(browser, kinds)
        tab(browser, kinds)
        browser.close()
    print(json.dumps({"faults": faults[:100], "count": len(faults), "kinds": sorted(kinds), **seen}))


main()
