"""A partner comes for its manifest: fetches it, verifies it, acknowledges it; its programs do so with a key of their own."""

import json
import re
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

from visits import Visits


class Exchange(Visits):
    shares = 60
    signs = True

    def program(self, path: str, key: str) -> tuple[int, bytes]:
        """What a program is answered that sends a key."""
        request = urllib.request.Request(self.demo.address + path, headers={"Authorization": f"Bearer {key}"})
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as refusal:
            return refusal.code, refusal.read()

    def test_a_partner_fetches_verifies_and_acknowledges_its_manifest(self):
        page = self.desk("partner")
        page.get_by_role("link", name="Manifests that were issued to you").click()
        self.look(page)
        waiting = int(re.match(r"(\d+) manifests wait", page.locator(".lead").inner_text()).group(1))
        self.assertGreater(waiting, 1)
        page.locator("#waiting a").first.click()
        self.look(page)
        with page.expect_download() as download:
            page.get_by_role("link", name="The bundle").click()
        bundle = Path(self.demo.folder.name) / "bundle.zip"
        download.value.save_as(bundle)
        with zipfile.ZipFile(bundle) as files:
            names = {Path(name).name for name in files.namelist()}
        self.assertLessEqual({"manifest.json", "manifest.json.jws", "manifest.xml"}, names)
        page.get_by_role("link", name="on the page that verifies").click()
        self.look(page)
        page.get_by_label("Manifest or bundle").set_input_files(bundle)
        page.get_by_role("button", name="Verify it").click()
        self.assertEqual("It is sound", page.locator(".banner h2").inner_text())
        # Its title changed, and the digest and signatures as they were.
        changed = Path(self.demo.folder.name) / "changed.json"
        with zipfile.ZipFile(bundle) as files:
            name = next(name for name in files.namelist() if name.endswith("manifest.json"))
            document = json.loads(files.read(name))
        document["title"] += "!"
        changed.write_text(json.dumps(document))
        page.get_by_label("Manifest or bundle").set_input_files(changed)
        page.get_by_role("button", name="Verify and acknowledge it").click()
        self.assertIn("not sound", page.locator(".error-summary").first.inner_text())
        self.assertIn("digest", page.locator(".error-summary").first.inner_text())
        page.get_by_label("Manifest or bundle").set_input_files(bundle)
        page.get_by_role("button", name="Verify and acknowledge it").click()
        self.assertEqual("Acknowledged", page.locator(".banner h2").first.inner_text())
        page.goto("/exchange")
        self.assertIn(f"{waiting - 1} manifest", page.locator(".lead").inner_text())
        self.look(page)
        page.goto("/exchange/certificates")
        self.assertIn("Test authority", page.locator("#authorities").inner_text())
        self.look(page)

    def test_a_program_reads_with_the_key_that_a_partner_made(self):
        page = self.desk("partner")
        page.goto("/exchange/api-keys")
        page.get_by_label("What it is for").fill("Nightly fetch")
        page.get_by_label("Read signed manifests").check()
        page.get_by_label("Last day").fill("2000-01-01")
        page.get_by_role("button", name="Make the key").click()
        self.assertTrue(page.title().startswith("Error: "))
        self.look(page)
        last = page.evaluate("new Date(Date.now() + 30 * 86400000).toISOString().slice(0, 10)")
        page.get_by_label("Last day").fill(last)
        page.get_by_role("button", name="Make the key").click()
        key = page.locator(".banner code").last.inner_text()
        self.assertRegex(key, r"^concordat_key_[\w-]{43}$")
        status, feed = self.program("/api/feeds/manifests.json", key)
        self.assertEqual(200, status)
        reference = json.loads(feed)["items"][0]["_concordat"]["reference"]
        self.assertEqual(200, self.program("/api/manifests/" + urllib.request.quote(reference, safe=""), key)[0])
        self.assertEqual(403, self.program("/api/shares", key)[0])
        page.goto("/exchange/api-keys")
        self.assertNotIn(key, page.content())
        page.get_by_role("button", name="Revoke").click()
        self.look(page)
        page.get_by_role("button", name="Revoke the key").click()
        self.assertIn("is good for nothing from now on", page.locator(".banner").inner_text())
        self.assertEqual(401, self.program("/api/feeds/manifests.json", key)[0])
        # The auditor sees who took what.
        page = self.desk("auditor")
        page.goto("/audit")
        self.assertIn("of the manifest (json)", page.locator("#readings").inner_text())
        self.look(page)
