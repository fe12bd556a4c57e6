"""Every document opens in LibreOffice as it is and becomes a PDF; a comparison becomes the one version or the other."""

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from office import LibreOffice, value, words

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("CONCORDAT", ROOT / ".build/debug/concordat"))
SHARE = "DWP-1"
TERMS = {
    "title": "Earnings & <b>awards</b>", "provider": "HMRC", "recipient": "DWP", "purpose": "Checking earnings",
    "legal_gateway": "Welfare Reform Act 2012 s.127", "lawful_basis": "Public task",
    "data_items": "National Insurance number; Date of birth; Address", "data_subjects": "Benefit claimants",
    "frequency": "Daily", "transfer_method": "API", "classification": "OFFICIAL", "retention": "P2Y",
    "start_date": "2026-04-01", "end_date": "2036-03-31", "review_date": "2035-04-01",
}


class Documents(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="concordat-documents-")
        cls.addClassCleanup(cls.folder.cleanup)
        for person, role in (("requester", "requester"), ("hub", "hub")):
            cls.concordat("people", "add", person, "--name", person, "--role", role, "--organisation", "DWP")
        cls.concordat("propose", "--as", "requester", "--reference", SHARE, *asked_for(TERMS))
        cls.office = LibreOffice()
        cls.addClassCleanup(cls.office.stop)

    @classmethod
    def concordat(cls, *words: str) -> str:
        database = Path(cls.folder.name) / "register.sqlite"
        run = subprocess.run([PROGRAM, "--db", database, *words], capture_output=True, text=True)
        if run.returncode:
            raise AssertionError(f"concordat {' '.join(words)}: {run.stdout}{run.stderr}")
        return run.stdout

    def written(self, name: str, *words: str):
        file = Path(self.folder.name) / name
        self.concordat(*words, "--format", "odt", "--output", str(file))
        document = self.office.open(file)
        self.assertIsNotNone(document, f"{name} does not open as it is")
        self.addCleanup(document.close, True)
        return document

    def test_every_document_opens_as_it_is_and_becomes_a_pdf(self):
        templates = [one["name"] for one in json.loads(self.concordat("template", "list", "--format", "json"))]
        self.assertGreaterEqual(len(templates), 14)
        for name in templates:
            if name == "foi-answer":
                continue  # Refused for a proposal, of which nothing is public.
            with self.subTest(name):
                document = self.written(f"{name}.odt", "document", SHARE, "--template", name)
                properties = document.getDocumentProperties()
                self.assertTrue(properties.Title.endswith(f"Earnings & <b>awards</b> ({SHARE})"), properties.Title)
                self.assertEqual(document.CharLocale.Language, "en")
                self.assertIn("Earnings & <b>awards</b>", " ".join(words(document)))
                pdf = Path(self.folder.name) / f"{name}.pdf"
                document.storeToURL(pdf.as_uri(), (value("FilterName", "writer_pdf_Export"),))
                self.assertEqual(pdf.read_bytes()[:5], b"%PDF-")

    def test_a_broken_document_does_not_open(self):
        whole = Path(self.folder.name) / "whole.odt"
        self.concordat("document", SHARE, "--format", "odt", "--output", str(whole))
        broken = Path(self.folder.name) / "broken.odt"
        broken.write_bytes(whole.read_bytes()[:-400])
        self.assertIsNone(self.office.open(broken))

    def test_a_comparison_becomes_the_one_version_or_the_other(self):
        old = self.agreement("old.odt")
        before = json.loads(self.concordat("show", SHARE, "--format", "json"))["version"]
        self.concordat("act", SHARE, "edit", "--as", "requester", *asked_for({
            "purpose": "Checking awards", "retention": "P3Y", "costs": "Each bears its own",
            "data_items": "National Insurance number; Address; Date of death"}))
        new = self.agreement("new.odt")
        for command, wanted in ((".uno:RejectAllTrackedChanges", old), (".uno:AcceptAllTrackedChanges", new)):
            document = self.written("changes.odt", "document", "compare", SHARE, "--from", str(before))
            self.assertTrue(document.getRedlines().createEnumeration().hasMoreElements())
            self.office.give(command, document)
            self.assertFalse(document.getRedlines().createEnumeration().hasMoreElements())
            self.assertEqual(plain(words(document)), wanted, command)

    def agreement(self, name: str) -> list[str]:
        """Its words, but for the cover note and the list of contents, which no comparison has."""
        said = plain(words(self.written(name, "document", SHARE, "--template", "data-sharing-agreement")))
        note = said.index("Cover")
        text = max(place for place in range(len(said)) if said[place:place + 2] == ["1.", "Parties"])
        return said[:note] + said[text:]


def plain(said: list[str]) -> list[str]:
    """In cells, what stands below each other is told apart by semicolons in a comparison alone."""
    return [word.rstrip(";") for word in said]


def asked_for(fields: dict[str, str]) -> list[str]:
    return [part for name, text in fields.items() for part in ("--field", f"{name}={text}")]

