"""People who look at the pages with Debian's Chromium, and what every page is held to."""

import os
import re
import shutil
import unittest
from pathlib import Path
from urllib.parse import urlsplit, parse_qsl

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

import nu
from demo import PASSWORD, Demo

# Everything that axe knows, and the size of targets (WCAG 2.2, 2.5.8), which it does not look at by itself.
AXE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
SCREENSHOTS = os.environ.get("SCREENSHOTS")
PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}


class Visits(unittest.TestCase):
    """A browser and the demo, shared by the tests of a class."""

    # axe-core is a script: only where it looks are scripts allowed.
    scripts = True
    # How many the demo's portfolio has.
    shares = 1500
    # Whether manifests are signed and published.
    signs = False
    # The address of a provider through which people sign in.
    provider: str | None = None

    @classmethod
    def setUpClass(cls):
        chromium = shutil.which("chromium")
        if chromium is None:
            raise RuntimeError("Chromium is missing: apt-get install chromium")
        cls.demo = Demo(cls.shares, cls.signs, cls.provider)
        cls.addClassCleanup(cls.demo.stop)
        cls.playwright = sync_playwright().start()
        cls.addClassCleanup(cls.playwright.stop)
        cls.browser = cls.playwright.chromium.launch(executable_path=chromium)
        cls.addClassCleanup(cls.browser.close)
        cls.axe = Axe()
        cls.desks: dict[str, Page] = {}
        cls.seen: set[str] = set()
        # Pages as they were sent, for the Nu HTML checker: it is started once a test, for all of them.
        cls.sent: dict[str, bytes] = {}

    def tearDown(self):
        pages = dict(self.sent)
        self.sent.clear()
        if pages:
            self.assertEqual([], nu.faults(pages))

    def nobody(self) -> Page:
        """A page of somebody who has not signed in."""
        context = self.browser.new_context(
            base_url=self.demo.address, java_script_enabled=self.scripts, viewport=DESK, locale="en-GB")
        context.set_default_timeout(15_000)
        return context.new_page()

    def desk(self, person: str) -> Page:
        """The page of a person, who signs in once."""
        if person not in self.desks:
            page = self.nobody()
            page.goto("/sign-in")
            page.get_by_label("Your id").fill(person)
            page.get_by_label("Password").fill(PASSWORD)
            page.get_by_role("button", name="Sign in").click()
            self.assertEqual(urlsplit(page.url).path, "/work", f"{person} is not let in")
            type(self).desks[person] = page
        return self.desks[person]

    def look(self, page: Page):
        """Holds the page that is open to what every page must be; one that somebody else saw before is not read again."""
        same = re.sub(r'value="[\w-]{32,}"|<span>[^<]*</span><button', "", page.content())
        if same in self.seen:
            return
        self.seen.add(same)
        where = page.url.removeprefix(self.demo.address)
        if page.url.startswith(self.demo.address):
            self.sent[where] = page.request.get(page.url).body()
        found = self.axe.run(page, options=AXE).response["violations"]
        self.assertEqual([], [says(violation) for violation in found], where)
        self.assertEqual(1, page.locator("h1").count(), f"{where}: one heading of the first level")
        page.set_viewport_size(PHONE)
        wide = page.evaluate("document.documentElement.scrollWidth")
        picture(page, "phone")
        page.set_viewport_size(DESK)
        self.assertLessEqual(wide, PHONE["width"], f"{where}: scrolls sideways on a small screen")
        picture(page, "desk")


def says(violation: dict) -> str:
    """A rule, why, and where."""
    nodes = [f"{' '.join(map(str, node['target']))} {node['html'][:160]}" for node in violation["nodes"][:3]]
    return f"{violation['id']}: {violation['help']}: {nodes}"


def shape(address: str) -> str:
    """What an address has in common with others of its kind: /shares/*/act/proposal/edit, /shares?stage."""
    parts = urlsplit(address)
    segments = parts.path.split("/")
    if len(segments) > 2 and segments[1] in ("shares", "redundancy"):
        segments[2] = "*"
    keys = sorted({key for key, _ in parse_qsl(parts.query)} - {"done"})
    return "/".join(segments) + ("?" + "&".join(keys) if keys else "")


def picture(page: Page, size: str):
    """Keeps what is on the screen, where pictures are asked for."""
    if SCREENSHOTS:
        person = page.locator("header .account span").all_inner_texts()
        name = re.sub(r"[^a-z0-9]+", "-", f"{' '.join(person)} {shape(page.url)} {size}".lower().replace("http://127.0.0.1", ""))
        Path(SCREENSHOTS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(SCREENSHOTS) / f"{name.strip('-')}.png", full_page=True)
