"""Every document of a share of which hardly anything is known and of one led through its life: the Nu HTML checker and axe
find nothing, it fits a small screen, and it says the same without its stylesheet."""

import json
from pathlib import Path

import nu
from life import ASSESSED, ESSENTIALS, PROPOSAL, PROPOSED, RETIRED, REVIEWED, approved, day
from visits import Visits

FULL = PROPOSAL | {
    "processor": "Capita", "provider_role": "joint controller", "recipient_role": "joint controller",
    "public_benefit": "Claimants are paid the right amount on time.",
    "necessity": "Awards follow earnings month by month.", "without_sharing": "Claimants would be paid late.",
    "spoke": "Standard of Living", "data_items": "National Insurance number; Date of birth; Medical condition",
    "special_category_condition": "Art 9(2)(b)", "item_justifications": "National Insurance number=To match; "
    "Date of birth=To match; Medical condition=To treat sick pay rightly", "volume": "5 million records a month",
    "handling": "SENSITIVE; PERSONAL DATA", "disposal": "Secure deletion", "onward_sharing": "None.",
    "transfers_outside_uk": "Ireland: adequacy", "agreement_type": "Data sharing agreement",
    "parent_agreement": "Umbrella MoU 2024", "privacy_information": "The DWP personal information charter",
    "automated_decisions": "None.", "costs": "Each party bears its own.",
    "rights_contact": "data.protection@department.example", "contact": "earnings.data@department.example",
}


class Documents(Visits):
    shares = 100

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        fields = [word for name, text in FULL.items() for word in ("--field", f"{name}={text}")]
        cls.demo.concordat("propose", "--as", "requester", "--reference", "FULL-1", *fields)
        cls.demo.concordat(
            "answer", "FULL-1", "--as", "requester", "5.3=HMRC", "5.4=DWP answers all of them", "5.5=In the notice of each")
        for step in PROPOSED + ASSESSED + approved("open", "bring-into-force") + REVIEWED + RETIRED:
            fields = step.fields | ({"next-review": day(170)} if "next-review" in step.fields else {})
            if step.command == "prepare-agreement":
                cls.sign_off_a_high_risk("FULL-1")
            if step.command == "complete":
                cls.demo.concordat(
                    "act", "FULL-1", "certify-deletion", "--as", "owner", "--field", "party=Capita", "--field",
                    "method=Shredding", "--field", "evidence=Certificate 2")
            if step.command in ("submit", "resubmit"):
                cls.say_of_similar("FULL-1")
            given = [word for name, text in fields.items() if name not in ESSENTIALS for word in ("--field", f"{name}={text}")]
            cls.demo.concordat("act", "FULL-1", step.command, "--as", step.person, *given)
        names = [template["name"] for template in json.loads(cls.demo.concordat("template", "list", "--format", "json"))]
        cls.pages: dict[str, Path] = {}
        folder = Path(cls.demo.folder.name)
        for share in ("FULL-1", "DWP-DS-00101"):
            for name in names:
                cls.pages[f"{name} of {share}"] = page = folder / f"{name}-{share}.html"
                cls.demo.concordat("document", share, "--template", name, "--output", str(page))
        cls.pages["the board's pack"] = page = folder / "pack.html"
        cls.demo.concordat("report", "--pack", str(page))
        cls.pages["a comparison"] = page = folder / "comparison.html"
        cls.demo.concordat("document", "compare", "FULL-1", "--from", "1", "--output", str(page))

    @classmethod
    def say_of_similar(cls, share: str):
        for other in json.loads(cls.demo.concordat("similar", share, "--format", "json")):
            cls.demo.concordat(
                "act", share, "answer-similar", "--as", "requester", "--field", f"similar={other['reference']}",
                "--field", "outcome=distinct", "--field", "reason=Another purpose")

    @classmethod
    def sign_off_a_high_risk(cls, share: str):
        for person in ("legal", "siro"):
            cls.demo.concordat("act", share, "sign-off", "--as", person)
        cls.demo.concordat(
            "act", share, "record-sign-off", "--as", "partner", "--field", "capacity=data-owner", "--field", "party=HMRC",
            "--field", "signatory=Data owner, HMRC", "--field", f"signed-on={day(0)}", "--field", "evidence=Letter 1")

    def test_the_checker_finds_nothing(self):
        self.assertEqual(30, len(self.pages))
        self.assertEqual([], nu.faults({name: page.read_bytes() for name, page in self.pages.items()}))

    def test_the_checker_finds_what_is_wrong(self):
        found = nu.faults({"right": b"<!DOCTYPE html><html lang=en><title>x</title><p>x", "wrong": b"<p><h1>x</p>"})
        self.assertTrue(found)
        self.assertEqual({"wrong"}, {fault.partition(":")[0] for fault in found})

    def test_everybody_can_read_them(self):
        reader = self.nobody()
        for name, page in self.pages.items():
            with self.subTest(name):
                reader.goto(page.as_uri())
                self.look(reader)

    def test_they_need_no_stylesheet_and_no_script(self):
        reader = self.nobody()
        for name, page in self.pages.items():
            with self.subTest(name):
                reader.goto(page.as_uri())
                self.assertEqual(0, reader.locator("script").count())
                dressed = reader.locator("body").inner_text()
                reader.evaluate("document.querySelector('style').remove()")
                self.assertEqual(dressed.split(), reader.locator("body").inner_text().split())
