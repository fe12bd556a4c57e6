"""A share from its proposal to its retirement, by the people whose work it is, through forms alone; scripts are off."""

import re

from playwright.sync_api import Page

from life import AMENDED, ASSESSED, PROPOSAL, PROPOSED, RETIRED, REVIEWED, Step, approved
from visits import Visits


class Life(Visits):
    scripts = False

    def fill(self, page: Page, fields: dict[str, str]):
        """Answers the questions of the form on the page, each by its name."""
        for name, text in fields.items():
            control = page.locator(f'main [name="{name}"]')
            if control.first.get_attribute("type") == "radio":
                page.locator(f'main [name="{name}"][value="{text}"]').check()
            elif control.evaluate("control => control.tagName") == "SELECT":
                control.select_option(text)
            else:
                control.fill(text)

    def take(self, step: Step, share: str):
        """Finds the command on the share's page, fills its form in, sends it, and reads that it was done."""
        page = self.desk(step.person)
        page.goto(share)
        page.locator(f'.actions a[href$="/act/{step.machine}/{step.command}"]').click()
        self.fill(page, step.fields)
        page.locator("main form button").click()
        refused = page.locator(".error-summary")
        said = refused.inner_text() if refused.count() else ""
        self.assertEqual("", said, f"{step.person} {step.command}")
        self.assertEqual("Done", page.locator(".banner h2").inner_text())
        if step.then:
            self.assertIn(step.then, page.locator(".banner").inner_text(), step.command)

    def answer_for_similar(self, share: str):
        """The requester says of each share much like theirs why both are needed."""
        form = share + "/act/proposal/answer-similar"
        page = self.desk("requester")
        page.goto(form)
        for other in page.locator("#similar option:not([value=''])").evaluate_all("all => all.map(one => one.value)"):
            page.goto(form)
            self.fill(page, {"similar": other, "outcome": "distinct", "reason": "Another purpose"})
            page.locator("main form button").click()
            self.assertEqual("Done", page.locator(".banner h2").inner_text())

    def live(self, steps: list[Step], share: str):
        for step in steps:
            if step.command in ("submit", "resubmit"):
                self.answer_for_similar(share)
            self.take(step, share)

    def stage(self, share: str) -> str:
        page = self.desk("auditor")
        page.goto(share)
        return page.locator(".summary-list .row", has_text="Stage").first.inner_text()

    def test_from_proposal_to_retirement(self):
        page = self.desk("requester")
        page.goto("/work")
        page.get_by_role("link", name="Propose a new share").click()
        self.fill(page, PROPOSAL)
        page.get_by_role("button", name="Save the draft").click()
        share = re.sub(r"\?.*", "", page.url)
        for steps, stage in [
            (PROPOSED + ASSESSED + approved("open", "bring-into-force"), "Live"), (AMENDED, "Live"),
            (REVIEWED, "Live"), (RETIRED, "Ended"),
        ]:
            self.live(steps, share)
            self.assertIn(stage, self.stage(share))
