"""The pictures of docs/tour.md: `RECORD=1 Tests/Browser/run -k Tour` takes them anew; without it, each is there and shown."""

import os
import re
import unittest
from pathlib import Path

from demo import ROOT
from life import assess
from visits import Visits

TOUR = ROOT / "docs/tour.md"
PICTURES = ROOT / "docs/tour"
# By name: whose page, its address, and what stands at its top; the first screenful where nothing is said.
SHOTS = {
    "work": ("owner", "/work", None),
    "register": ("hub", "/shares?spoke=disability&stage=inherited", None),
    "share": ("owner", "/shares/ASSESSING-1", None),
    "assessment": ("owner", "/shares/ASSESSING-1", "#assessment-tasks"),
    "question": ("owner", "/shares/ASSESSING-1/act/dpia/answer-assessment?question=1.2", None),
    "board": ("board", "/board", None),
    "channels": ("board", "/board", "#channel-years"),
    "map": ("board", "/map", None),
    "data": ("hub", "/data?item=NINO", None),
    "redundancy": ("board", "/redundancy", None),
}
SIZE = {"width": 1000, "height": 680}


@unittest.skipIf(os.environ.get("RECORD"), "pictures are being taken")
class Tour(unittest.TestCase):
    def test_every_picture_is_there_and_shown(self):
        shown = set(re.findall(r"\]\(tour/([a-z]+)\.png\)", TOUR.read_text()))
        self.assertEqual(set(SHOTS), shown)
        self.assertEqual({f"{name}.png" for name in SHOTS}, {file.name for file in PICTURES.iterdir()})


@unittest.skipUnless(os.environ.get("RECORD"), "pictures are taken with RECORD=1")
class TourPictures(Visits):
    def test_pictures_are_taken(self):
        assess(self.demo, "ASSESSING-1")
        PICTURES.mkdir(exist_ok=True)
        for name, (person, address, top) in SHOTS.items():
            page = self.desk(person)
            page.set_viewport_size(SIZE)
            page.goto(address)
            if top:
                page.locator(top).first.evaluate("one => one.scrollIntoView({block: 'start'})")
            page.screenshot(path=PICTURES / f"{name}.png")
