"""The pages as people use them who have no mouse, a small window, large text, or the colours of their own."""

from playwright.sync_api import Page

from demo import PASSWORD
from life import assess
from visits import DESK, PHONE, Visits

# The pages that most people come to.
PAGES = ["/work", "/", "/board", "/map", "/shares", "/data?item=NINO", "/redundancy", "/report", "/shares/ASSESSING-1"]
# A window of 1280 by 900 at 400%.
ZOOMED = {"width": 320, "height": 225}
# WCAG 2.2, 1.4.12: the spacing that people may ask for.
SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
# Whether what has the focus shows it.
SHOWS_FOCUS = """() => {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none';
}"""
NAME = """() => {
  const one = document.activeElement;
  return ((one.labels && one.labels.length ? one.labels[0].innerText : '') || one.innerText || '').trim();
}"""
WANTED = """[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
  .filter(one => one.checkVisibility())"""
# Marks what has the focus; false once the way round is over.
MARKED = """() => {
  const one = document.activeElement;
  if (one === document.body || one.dataset.reached) return false;
  return one.dataset.reached = 'yes';
}"""
# Shapes and lines of drawings that stand out less than 3 to 1 from the page (WCAG 2.2, 1.4.11).
FAINT = """() => {
  const channels = text => text.match(/[\\d.]+/g).map(Number);
  const light = text => {
    const [r, g, b] = channels(text).slice(0, 3).map(v => v / 255).map(
      v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const over = (text, opacity, page) => {
    const [a, b] = [channels(text), channels(page)];
    return 'rgb(' + [0, 1, 2].map(i => a[i] * opacity + b[i] * (1 - opacity)).join(',') + ')';
  };
  const page = getComputedStyle(document.body).backgroundColor;
  const faint = (one, property) => {
    const style = getComputedStyle(one);
    const colour = over(style[property], parseFloat(style[property + 'Opacity']), page);
    const [a, b] = [light(colour), light(page)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 3;
  };
  return [...document.querySelectorAll('main rect')].filter(one => faint(one, 'fill')).map(one => one.outerHTML)
    .concat([...document.querySelectorAll('main .flow')].filter(one => faint(one, 'stroke')).map(one => one.outerHTML));
}"""


class WaysOfUse(Visits):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        assess(cls.demo, "ASSESSING-1")

    # MARK: The keyboard

    def tab_to(self, page: Page, name: str):
        """Presses Tab until something of that name has the focus; all on the way there shows it."""
        for _ in range(120):
            page.keyboard.press("Tab")
            self.assertTrue(page.evaluate(SHOWS_FOCUS), f"{page.url}: the focus is not seen on {page.evaluate(NAME)!r}")
            if page.evaluate(NAME).startswith(name):
                return
        self.fail(f"{page.url}: nothing called {name!r} is reached with Tab")

    def type(self, page: Page, name: str, text: str):
        self.tab_to(page, name)
        page.keyboard.type(text)

    def enter(self, page: Page):
        """Presses Enter and waits for the page that it leads to."""
        with page.expect_navigation():
            page.keyboard.press("Enter")

    def test_a_share_is_proposed_with_the_keyboard_alone(self):
        page = self.nobody()
        page.goto("/sign-in")
        self.type(page, "Your id", "requester")
        self.type(page, "Password", PASSWORD)
        self.enter(page)
        page.keyboard.press("Tab")
        self.assertEqual("Skip to main content", page.evaluate(NAME))
        page.keyboard.press("Enter")
        self.assertEqual("main", page.evaluate("document.activeElement.id"))
        self.tab_to(page, "Propose a new share")
        self.enter(page)
        self.type(page, "Title", "Typed with the keyboard")
        self.tab_to(page, "Save the draft")
        self.enter(page)
        self.assertEqual("Typed with the keyboard", page.locator("h1").inner_text())
        self.tab_to(page, "The law")
        self.enter(page)
        self.type(page, "Lawful basis", "Public task")
        self.tab_to(page, "Save")
        self.enter(page)
        self.assertEqual("Done", page.locator(".banner h2").inner_text())
        page.context.close()

    def test_the_keyboard_reaches_everything_and_gets_out_again(self):
        page = self.desk("hub")
        for address in PAGES:
            page.goto(address)
            wanted = page.evaluate(f"{WANTED}.length")
            # Drawings and tables that scroll are stops too.
            for _ in range(wanted * 2):
                page.keyboard.press("Tab")
                if not page.evaluate(MARKED):
                    break
            with self.subTest(address):
                self.assertEqual([], page.evaluate(f"{WANTED}.filter(one => !one.dataset.reached).map(one => one.outerHTML)"))

    # MARK: A small window, large text

    def test_nothing_scrolls_sideways_at_400_per_cent_or_with_wide_spacing(self):
        page = self.desk("hub")
        for address in PAGES:
            page.goto(address)
            page.set_viewport_size(ZOOMED)
            self.space(page)
            wide = page.evaluate("document.documentElement.scrollWidth")
            page.set_viewport_size(DESK)
            with self.subTest(address):
                self.assertLessEqual(wide, ZOOMED["width"])

    def space(self, page: Page):
        """As a style sheet of the user: the policy of the pages keeps others out."""
        page.evaluate(
            """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
            document.adoptedStyleSheets = [sheet]; }""", SPACED)

    # MARK: The colours of one's own

    def test_the_map_is_read_on_a_small_screen_without_scrolling_sideways(self):
        page = self.desk("board")
        page.goto("/map")
        opened = page.locator("#flows a").first.get_attribute("href")
        for address in ("/map", opened):
            page.set_viewport_size(DESK)
            page.goto(address)
            drawn = page.eval_on_selector_all(".flows a", "all => all.map(one => one.getAttribute('href'))")
            listed = page.eval_on_selector_all("#flows a", "all => all.map(one => one.getAttribute('href'))")
            self.assertTrue(drawn, address)
            self.assertLessEqual(set(drawn), set(listed), f"{address}: the table has not all that is drawn")
            box = page.locator(".drawing")
            self.assertEqual(0, box.evaluate("one => one.scrollWidth - one.clientWidth"), f"{address}: the drawing is cut")
            for size in (PHONE, ZOOMED):
                page.set_viewport_size(size)
                self.assertFalse(box.is_visible(), address)
                table = page.get_by_role("region", name="From whom, to whom, and how many")
                # The words for those who do not see it take one pixel beside the number.
                wide = table.evaluate("one => one.scrollWidth - one.clientWidth")
                self.assertLessEqual(wide, 1, f"{address}: the table is cut")
                self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), size["width"], address)
                last = page.locator("#flows tbody tr").first.get_by_role("link").bounding_box()
                self.assertLessEqual(last["x"] + last["width"], size["width"], address)
        page.set_viewport_size(DESK)

    def test_drawings_are_seen_in_forced_colours(self):
        state = self.desk("hub").context.storage_state()
        for scheme in ("light", "dark"):
            context = self.browser.new_context(
                base_url=self.demo.address, storage_state=state, forced_colors="active", color_scheme=scheme,
                viewport=DESK)
            page = context.new_page()
            for address in PAGES:
                page.goto(address)
                with self.subTest(address, scheme=scheme):
                    self.assertTrue(page.evaluate("matchMedia('(forced-colors: active)').matches"))
                    self.assertEqual([], page.evaluate(FAINT))
                    # A button without a border is not told from text.
                    self.assertEqual([], page.evaluate(
                        "[...document.querySelectorAll('main button:not(.plain)')]"
                        ".filter(one => getComputedStyle(one).borderTopStyle === 'none').map(one => one.outerHTML)"))
            context.close()

