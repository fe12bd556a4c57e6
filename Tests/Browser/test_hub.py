"""What the hub does on its pages, by forms alone, with scripts off: a register comes in, work changes hands, a workflow and a
template are tried out."""

import json
from pathlib import Path

from demo import ROOT
from visits import Visits

COLUMNS = (
    "reference,title,provider,recipient,purpose,legal_gateway,lawful_basis,data_items,data_subjects,frequency,"
    "transfer_method,classification,start_date,end_date,review_date,data_owner,status")
SOUND = (
    "{reference},Pension credit check,DWP,Leeds City Council,To check awards,,6(1)(e),Full name,,weekly,SFTP,OFFICIAL,"
    "{start},,2027-09-01,,Live")


class Hub(Visits):
    scripts = False
    shares = 40

    def file(self, name: str, text: str) -> str:
        path = Path(self.demo.folder.name) / name
        path.write_text(text)
        return str(path)

    def test_a_register_is_tried_out_mended_and_loaded(self):
        page = self.desk("hub")
        page.goto("/hub")
        page.get_by_role("link", name="Import a register").click()
        broken = self.file("new.csv", "\n".join([
            COLUMNS, SOUND.format(reference="NEW-1", start="2023-04-01"),
            SOUND.format(reference="NEW-2", start="32/13/2023")]) + "\n")
        page.get_by_label("Register", exact=True).set_input_files(broken)
        page.get_by_role("button", name="Try it out").click()
        self.assertIn("Nothing was written: it would not be loaded", page.get_by_role("alert").inner_text())
        self.assertIn("new.csv: 2 rows, 1 new, 0 changed, 0 unchanged, 1 kept out.", page.locator("main").inner_text())
        self.assertIn("row 3, column start_date", page.locator("#findings").inner_text())
        page.get_by_label("Register", exact=True).set_input_files(broken)
        page.get_by_role("button", name="Load it").click()
        self.assertTrue(page.title().startswith("Error: "), "a register with an error is loaded")
        self.assertIn("Nothing was loaded", page.get_by_role("alert").inner_text())
        self.assertEqual(404, page.goto("/shares/NEW-1").status)
        page.goto("/hub/import")
        mended = self.file("new.csv", "\n".join([
            COLUMNS, SOUND.format(reference="NEW-1", start="2023-04-01"),
            SOUND.format(reference="NEW-2", start="2023-05-01")]) + "\n")
        page.get_by_label("Register", exact=True).set_input_files(mended)
        page.get_by_role("button", name="Load it").click()
        self.assertIn("2 new", page.get_by_role("status").inner_text())
        self.assertEqual(200, page.goto("/shares/NEW-2").status)
        self.assertIn("new.csv", page.locator("main").inner_text())

    def test_work_changes_hands(self):
        share = self.demo.concordat("shares", "--where", "stage=inherited", "--format", "csv").splitlines()[1].split(",")[0]
        self.demo.concordat("act", share, "appoint-owner", "--as", "hub", "--field", "owner=owner")
        page = self.desk("hub")
        page.goto("/hub/people")
        page.get_by_role("link", name="Hand over what somebody holds").click()
        page.get_by_label("Who hands over").select_option("owner")
        page.get_by_label("Who takes over").select_option("owner")
        page.get_by_label("Reason").fill("A new post")
        page.get_by_role("button", name="See what would go over").click()
        self.assertIn("Nobody hands over to themself.", page.locator(".error-summary").inner_text())
        self.demo.concordat(
            "people", "add", "next", "--name", "Next owner", "--role", "data-owner", "--organisation", "DWP")
        page.goto("/hub/hand-over?from=owner")
        page.get_by_label("Who takes over").select_option("next")
        page.get_by_label("Reason").fill("A new post")
        page.get_by_role("button", name="See what would go over").click()
        self.assertIn(share, page.locator("#given").inner_text())
        page.get_by_role("button", name="Hand over", exact=True).click()
        self.assertIn("1 share went", page.get_by_role("status").inner_text())
        page.goto(f"/shares/{share}")
        self.assertIn("Next owner", page.locator("main").inner_text())

    def test_a_workflow_and_a_template_are_tried_out(self):
        page = self.desk("hub")
        page.goto("/hub/workflows")
        review = json.loads((ROOT / "Templates/workflows/review.json").read_text())
        review["states"][1]["title"] = "Another title"
        page.get_by_label("Workflow or overlay").set_input_files(self.file("review.json", json.dumps(review)))
        page.get_by_role("button", name="Try it out").click()
        self.assertIn("review.json is sound", page.get_by_role("status").inner_text())
        self.assertIn("Shares under way", page.locator("main").inner_text())
        page.goto("/hub/templates")
        template = (ROOT / "Templates/agreements/process-mou.xhtml").read_text()
        page.get_by_label("File to try").set_input_files(self.file("process-mou.xhtml", template))
        reference = self.demo.concordat("shares", "--format", "csv").splitlines()[1].split(",")[0]
        page.get_by_label("Share to fill it for").fill(reference)
        page.get_by_role("button", name="Check it").click()
        self.assertIn("It is sound", page.get_by_role("status").inner_text())
        page.get_by_label("Template to fill").select_option("process-mou")
        with page.expect_download() as download:
            page.get_by_role("button", name="Take the filled document away").click()
        self.assertIn("Process memorandum of understanding", download.value.path().read_text())
