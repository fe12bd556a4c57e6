"""People sign in through a provider of OpenID Connect, which is another site to the browser."""

import json
import subprocess
import sys
import time
import urllib.request
from urllib.parse import urlsplit

from playwright.sync_api import Page

from demo import free_port
from visits import Visits

USERS = [
    {"sub": "owner-account", "email": "owner@example.org"},
    {"sub": "other-account", "email": "owner@example.org"},
    {"sub": "stranger", "email": "stranger@example.org"},
]


class OpenID(Visits):
    shares = 60

    @classmethod
    def setUpClass(cls):
        port = free_port()
        # The pages are at 127.0.0.1: to the browser this is another site.
        cls.provider = f"http://localhost:{port}"
        known = [word for user in USERS for word in ("--user-claims", json.dumps(user))]
        server = subprocess.Popen(
            [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), "--require-nonce", "true", *known],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        cls.addClassCleanup(server.wait, 10)
        cls.addClassCleanup(server.terminate)
        wait(cls.provider, server)
        super().setUpClass()

    def visitor(self) -> Page:
        page = self.nobody()
        # The provider's pages fetch a style sheet from elsewhere.
        page.context.route("**/cdn.jsdelivr.net/**", lambda route: route.abort())
        return page

    def set_out(self, page: Page, wanted: str = "/report"):
        page.goto(wanted)
        self.look(page)
        page.get_by_role("link", name="Sign in with the test provider").click()
        self.assertTrue(page.url.startswith(self.provider), page.url)

    def test_somebody_signs_in_and_their_account_is_theirs_from_then_on(self):
        page = self.visitor()
        self.set_out(page)
        page.get_by_role("button", name="owner-account").click()
        self.assertEqual("/report", urlsplit(page.url).path)
        self.assertIn("data-owner", page.locator("header .account").inner_text())
        cookies = {cookie["name"]: cookie for cookie in page.context.cookies(self.demo.address)}
        self.assertTrue(cookies["concordat"]["httpOnly"])
        self.assertNotIn("concordat-openid", cookies)
        self.assertIn(f"Signs in through {self.provider} as owner-account", self.demo.concordat("people", "show", "owner"))
        # Another account with the same address is not let in.
        other = self.visitor()
        self.set_out(other)
        other.get_by_role("button", name="other-account").click()
        self.refused(other, "that account is not one that signs in here")
        # The hub sees who is bound.
        hub = self.desk("hub")
        hub.goto("/hub/people")
        self.look(hub)
        self.assertIn("owner-account", hub.locator("#linked-accounts").inner_text())
        hub.get_by_role("textbox", name="Whom").fill("owner")
        hub.get_by_role("button", name="Unbind").click()
        self.assertEqual(0, hub.locator("#linked-accounts").count())
        page.goto("/report")
        self.assertEqual("/sign-in", urlsplit(page.url).path)

    def test_whoever_is_not_known_here_is_told_what_to_do(self):
        page = self.visitor()
        self.set_out(page)
        page.get_by_role("button", name="stranger").click()
        self.refused(page, "Ask the Chief Data Office")

    def test_whoever_does_not_go_on_can_begin_again(self):
        page = self.visitor()
        self.set_out(page)
        page.get_by_role("button", name="Deny").click()
        # This provider leaves “state” out of its refusal, so that it is taken for nobody's (RFC 6749, section 4.1.2.1).
        self.refused(page, "not finished in time")
        page.get_by_role("link", name="Sign in again").click()
        self.assertEqual("/sign-in", urlsplit(page.url).path)

    def refused(self, page: Page, words: str):
        self.assertEqual("You are not signed in", page.locator("h1").inner_text())
        self.assertIn(words, page.locator("main").inner_text())
        self.look(page)


def wait(address: str, server: subprocess.Popen):
    """Until the provider answers; gives up after 30 seconds."""
    for _ in range(300):
        try:
            urllib.request.urlopen(address + "/.well-known/openid-configuration", timeout=1).close()
            return
        except OSError:
            if server.poll() is not None:
                break
            time.sleep(0.1)
    raise RuntimeError("the provider does not answer")
