"""What boards and owners decide, by forms alone, with scripts off: redundant shares, and an assessment question by question."""

from urllib.parse import urlsplit

from life import assess
from visits import Visits


class Decisions(Visits):
    scripts = False

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        assess(cls.demo, "ASSESSING-1")

    def test_redundant_shares_are_consolidated(self):
        page = self.desk("board")
        page.goto("/redundancy")
        page.locator('main a[href^="/redundancy/"]').first.click()
        compared = page.locator("h1").inner_text()
        self.assertRegex(compared, r"^Compare \d+ redundant shares$")
        page.get_by_role("button", name="Continue").click()
        self.assertTrue(page.title().startswith("Error: "), "a decision is taken without a verdict")
        page.get_by_label("Consolidate them").check()
        page.get_by_label("Reason", exact=True).fill("One feed is enough")
        page.get_by_role("button", name="Continue").click()
        said = page.locator("main").inner_text()
        page.locator("main form button").first.click()
        self.assertEqual("/redundancy", urlsplit(page.url).path, said)
        self.assertIn("One feed is enough", page.locator("main").inner_text())

    def test_an_assessment_is_answered_one_question_a_page(self):
        page = self.desk("owner")
        page.goto("/shares/ASSESSING-1")
        page.get_by_role("link", name="One question at a time").first.click()
        self.assertEqual("Question 1.1", page.locator("h1").inner_text())
        page.get_by_role("button", name="Save and continue").click()
        self.assertTrue(page.title().startswith("Error: "), "an empty answer is saved")
        page.locator("main textarea").first.fill("Fewer plots stand empty")
        page.get_by_role("button", name="Save and continue").click()
        self.assertEqual("Question 1.2", page.locator("h1").inner_text())
        page.get_by_role("link", name="Skip to question 2.1").click()
        self.assertEqual("Question 2.1", page.locator("h1").inner_text())
        page.get_by_role("link", name="Back to the list of parts").click()
        self.assertIn("1 of 2 answered", page.locator(".tasks").inner_text())

    def test_a_register_is_narrowed_and_taken_away(self):
        page = self.desk("board")
        page.goto("/data?item=NINO")
        page.get_by_role("link", name="See all of them in the register").click()
        found = int(page.locator("#results-title").inner_text().split()[0].replace(",", ""))
        with page.expect_download() as download:
            page.locator(".download a").click()
        lines = download.value.path().read_text().splitlines()
        self.assertEqual(found + 1, len(lines))
