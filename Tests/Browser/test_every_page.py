"""Every kind of page that links lead to, for each role: axe finds nothing, and it fits a screen of 320 pixels."""

import json
import zipfile
from urllib.parse import parse_qsl, urlsplit

from demo import PEOPLE
from life import assess
from visits import Visits, shape

# Where the links are followed from, beside what the navigation has.
SEEDS = ["/", "/shares/DRAFT-1", "/shares/ASSESSED-1", "/shares/ASSESSING-1"]
# What goes wrong has a page too.
MISHAPS = {
    "/nowhere": 404, "/shares/NONE": 404, "/shares?where=nonsense": 400, "/shares?stage=nonsense": 400,
    "/shares?text=no+such+words": 200, "/report?as-at=never": 400, "/board?as-at=never": 400, "/redundancy/nothing": 404,
    "/shares/DRAFT-1/act/proposal/nonsense": 404, "/shares/DRAFT-1/act/proposal/accept": 409,
}


class EveryPage(Visits):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        terms = [
            "provider=HMRC", "recipient=DWP", "purpose=Checking earnings", "data_items=Date of birth",
            "data_subjects=Benefit claimants",
        ]
        for reference in ("DRAFT-1", "ASSESSED-1"):
            cls.demo.concordat(
                "propose", "--as", "requester", "--reference", reference, "--field", f"title=Share {reference}", *terms)
            cls.demo.concordat("act", reference, "appoint-owner", "--as", "hub", "--field", "owner=owner")
        assess(cls.demo, "ASSESSING-1")

    def walk(self, person: str) -> list[str]:
        """The kinds of page that a person comes to, in the order in which they do; each is looked at once."""
        page = self.desk(person)
        waiting, known = list(SEEDS), set(SEEDS)
        while waiting:
            address = waiting.pop(0)
            answer = page.goto(address)
            self.assertIn(answer.status, (200, 404), f"{person} {address}")
            self.look(page)
            for link in page.evaluate("Array.from(document.links, link => link.href)"):
                if not link.startswith(self.demo.address):
                    self.fail(f"{address} leads to another site: {link}")
                path = link.removeprefix(self.demo.address).partition("#")[0] or "/"
                if shape(path) not in known and not is_file(path):
                    known.add(shape(path))
                    waiting.append(path)
        return sorted(known)

    def test_mishaps(self):
        page = self.desk("hub")
        for address, status in MISHAPS.items():
            with self.subTest(address):
                self.assertEqual(status, page.goto(address).status)
                self.look(page)

    def test_the_record_is_verified(self):
        page = self.desk("auditor")
        page.goto("/audit")
        page.get_by_role("button", name="Verify the record").click()
        self.assertIn("The record is whole", page.get_by_role("status").inner_text())
        self.look(page)
        with page.expect_download() as download:
            page.get_by_role("link", name="Take the evidence away (zip)").click()
        with zipfile.ZipFile(download.value.path()) as pack:
            self.assertIn("events.jsonl", pack.namelist())
            self.assertEqual([], json.loads(pack.read("verification.json"))["faults"])

    def test_what_is_wrong_is_found(self):
        page = self.nobody()
        for wrong in (
            "<h1>A field without a label</h1><input>",
            "<h1>Grey on white</h1><p style='color: #ccc'>Hard to read</p>",
            "<h1>Wide</h1><div style='width: 400px; height: 1px'></div>",
            "<p>No heading</p>",
        ):
            page.set_content(
                f"<!DOCTYPE html><html lang=en><title>Page</title><body style='margin: 0'><main>{wrong}</main>")
            with self.subTest(wrong), self.assertRaises(AssertionError):
                self.look(page)
        page.context.close()

    def test_sign_in(self):
        page = self.nobody()
        page.goto("/shares")
        self.look(page)
        page.get_by_label("Your id").fill("hub")
        page.get_by_label("Password").fill("wrong")
        page.get_by_role("button", name="Sign in").click()
        self.assertIn("not correct", page.locator(".error-summary").inner_text())
        self.look(page)
        page.context.close()

    def test_forms_that_are_refused(self):
        page = self.desk("requester")
        page.goto("/propose")
        page.get_by_role("button", name="Save the draft").click()
        self.assertTrue(page.title().startswith("Error: "))
        self.look(page)
        page = self.desk("hub")
        page.goto("/shares/DRAFT-1/act/proposal/withdraw")
        page.get_by_role("button", name="Withdraw").click()
        self.assertTrue(page.title().startswith("Error: "))
        self.look(page)


def is_file(path: str) -> bool:
    """Whether it is taken away rather than shown: by its ending, or because a form or a frozen text is asked for."""
    parts = urlsplit(path)
    return parts.path.endswith((".csv", ".zip", ".pem")) or any(
        key in ("form", "format", "agreement") for key, _ in parse_qsl(parts.query))


def test_of(person: str):
    def test(self: EveryPage):
        kinds = self.walk(person)
        self.assertIn("/shares/*", kinds)

    return test


for name in PEOPLE:
    setattr(EveryPage, f"test_{name}", test_of(name))
