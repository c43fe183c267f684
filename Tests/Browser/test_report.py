"""The report page of an audit in a real browser.

    REPORT=report.html python3 -m unittest Tests/Browser/test_report.py
    REPORT_HOSTILE=hostile.html …   also the page whose holders are hostile texts
    REPORT_LARGE=large.html …       also a page of many parcels

Needs selenium, Chromium and its driver (CHROMIUM, CHROMEDRIVER; default /usr/bin/…). Pages are loaded
from file://. The tests hold on to ids, roles and data-* attributes, never to words.
"""
import base64
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.common.actions.wheel_input import ScrollOrigin
from selenium.webdriver.support.ui import WebDriverWait

REPORT = os.environ.get("REPORT")
HOSTILE = os.environ.get("REPORT_HOSTILE")
LARGE = os.environ.get("REPORT_LARGE")

MAP = ".map-region"
ROWS = "#parcel-table tbody tr[data-row]"


def browser(width=1400, height=1000, phone=False):
    options = webdriver.ChromeOptions()
    options.binary_location = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", f"--window-size={width},{height}"):
        options.add_argument(argument)
    if phone:
        metrics = {"width": width, "height": height, "pixelRatio": 2, "touch": True}
        options.add_experimental_option("mobileEmulation", {"deviceMetrics": metrics})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(options=options, service=Service(os.environ.get("CHROMEDRIVER", "/usr/bin/chromedriver")))


def absence(data, column, parcel):
    """How a value is absent: "unknown", "none" where nothing belongs there, or None if it is there."""
    value = column["values"][parcel] if column["values"] else None
    if not (value is None or value == "" or ("words" in column and value < 0)):
        return None
    states = column.get("states")
    belongs = states is None or data["parcels"]["state"][parcel] in states
    return "unknown" if belongs and column["type"] != "list" else "none"


class Page(unittest.TestCase):
    """A browser with the report open; each test starts from a fresh load."""

    path = REPORT
    size = {}

    @classmethod
    def setUpClass(cls):
        if not cls.path:
            raise unittest.SkipTest("no report named in the environment")
        cls.driver = browser(**cls.size)
        cls.addClassCleanup(cls.driver.quit)

    def setUp(self):
        self.driver.get(Path(self.path).resolve().as_uri())
        self.wait(lambda: self.js("return document.documentElement.dataset.page") == "ready")
        self.settle()

    def js(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def wait(self, condition, seconds=20):
        return WebDriverWait(self.driver, seconds, poll_frequency=0.05).until(lambda _: condition())

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def press(self, selector):
        node = self.one(selector)
        self.js("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", node)
        node.click()

    def settle(self):
        """Waits until the map has drawn what it is asked to show."""
        self.wait(lambda: self.one(MAP).get_attribute("data-drawn") == "true")

    def map_data(self):
        self.settle()
        return {key: self.one(MAP).get_attribute(f"data-{key}") for key in ("scale", "lon", "lat", "selected")}

    def center_map(self):
        self.js("document.documentElement.style.scrollBehavior = 'auto';"
                "document.querySelector('.map-region').scrollIntoView({block: 'center', behavior: 'instant'})")

    def pixels(self):
        self.settle()
        return self.js("return document.querySelector('.map-region canvas').toDataURL()")

    def payload(self):
        """The data as they stand in the file."""
        text = Path(self.path).read_text(encoding="utf-8")
        start = text.index(">", text.index('id="data"')) + 1
        return json.loads(text[start:text.index("</script>", start)])

    def ids(self):
        column = next(c for c in self.payload()["parcels"]["columns"] if c["key"] == "parcel_id")
        values = column["values"]
        return [column["words"][v] if v >= 0 else None for v in values] if "words" in column else values

    def search(self, text):
        field = self.one("#search-field")
        self.js("arguments[0].scrollIntoView()", field)
        field.clear()
        field.send_keys(text)

    def open_by_search(self, parcel):
        self.search(parcel)
        self.wait(lambda: self.all("#search-list li[data-at]"))
        self.one("#search-field").send_keys(Keys.ENTER)
        self.wait(lambda: self.one("#detail").get_attribute("open"))

    def first_rows(self, column):
        script = """
          const head = [...document.querySelectorAll('#parcel-table .live thead tr:first-child th')];
          const at = head.findIndex((each) => each.dataset.column === arguments[0]);
          return [...document.querySelectorAll(arguments[1])].slice(0, 12).map((row) => row.children[at].textContent)"""
        return self.js(script, column, ROWS)


class Loading(Page):
    def test_no_message_on_the_console(self):
        self.driver.get_log("browser")
        self.setUp()
        self.assertEqual([entry["message"] for entry in self.driver.get_log("browser")], [])

    def test_no_request_leaves_the_page(self):
        self.driver.get_log("performance")
        self.setUp()
        self.open_by_search(self.ids()[0])
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        urls = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
        outside = [url for url in urls if not url.startswith(("file:", "data:", "blob:"))]
        self.assertTrue(urls)
        self.assertEqual(outside, [])

    def test_policy_forbids_what_the_page_does_not_need(self):
        policy = self.one("meta[http-equiv='Content-Security-Policy']").get_attribute("content")
        self.assertIn("default-src 'none'", policy)
        self.assertNotIn("unsafe", policy)

    def test_no_global_is_left_behind(self):
        self.assertFalse(self.js("return 'report' in window || 'ParcelMap' in window || 'word' in window"))

    def test_a_copy_saved_while_open_works_again(self):
        """A browser saves the document as it stands, with what the scripts have made."""
        copy = self.js("return '<!DOCTYPE html>' + document.documentElement.outerHTML")
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "copy.html")
            file.write_text(copy, encoding="utf-8")
            self.driver.get(file.as_uri())
            self.wait(lambda: self.js("return document.documentElement.dataset.page") == "ready")
            self.settle()
            self.assertEqual(len(self.all("#map-view .live")), 1)
            self.assertEqual(len(self.all("#search-field")), 1)
            self.open_by_search(self.ids()[0])

    def test_sections_stand_in_order(self):
        wanted = ["overview", "map", "charts", "parcels", "findings", "zones", "quality", "notes", "signatures"]
        found = self.js("return [...document.querySelectorAll('main > section[id]')].map((each) => each.id)")
        self.assertEqual(found, wanted)

    def test_every_word_of_the_interface_is_known(self):
        """A missing word would be shown by its key, such as "rowCount"."""
        names = self.js("""
          return [...document.querySelectorAll('.live button, .live [aria-label], .live legend, .live summary')]
            .map((each) => each.getAttribute('aria-label') || each.textContent)""")
        self.assertEqual([name for name in names if name and name.isascii() and name.isalpha() and name != name.lower()
                          and name[0].islower()], [])


class Map(Page):
    def test_wheel_zooms_about_the_pointer(self):
        self.center_map()
        before = self.map_data()
        origin = ScrollOrigin.from_element(self.one(MAP), 120, 60)
        ActionChains(self.driver).scroll_from_origin(origin, 0, -240).perform()
        self.wait(lambda: float(self.one(MAP).get_attribute("data-scale")) > float(before["scale"]) * 1.3)
        after = self.map_data()
        # What lay right of and below the middle stays where it is, so the middle moves towards it.
        self.assertGreater(float(after["lon"]), float(before["lon"]))
        self.assertLess(float(after["lat"]), float(before["lat"]))

    def test_keys_zoom_move_and_show_the_whole(self):
        region = self.one(MAP)
        whole = self.map_data()
        region.send_keys("+")
        larger = self.map_data()
        self.assertAlmostEqual(float(larger["scale"]) / float(whole["scale"]), 1.5, places=3)
        region.send_keys(Keys.ARROW_RIGHT)
        self.assertGreater(float(self.map_data()["lon"]), float(larger["lon"]))
        region.send_keys(Keys.ARROW_UP)
        self.assertGreater(float(self.map_data()["lat"]), float(larger["lat"]))
        region.send_keys("-")
        self.assertLess(float(self.map_data()["scale"]), float(larger["scale"]))
        region.send_keys("0")
        self.assertEqual(self.map_data(), whole)

    def test_dragging_moves_the_map_with_the_mouse(self):
        self.center_map()
        before = self.map_data()
        ActionChains(self.driver).drag_and_drop_by_offset(self.one(MAP), 150, 0).perform()
        after = self.map_data()
        self.assertLess(float(after["lon"]), float(before["lon"]))
        self.assertAlmostEqual(float(after["lat"]), float(before["lat"]), places=6)
        self.assertFalse(self.one("#detail").get_attribute("open"))

    def placed(self):
        """A parcel with a shape that no other parcel of the page can hide: it stands in no pair."""
        data = self.payload()
        paired = set(data["overlaps"]["first"]) | set(data["overlaps"]["second"])
        ids = self.ids()
        for parcel, name in enumerate(ids):
            if parcel not in paired and ids.count(name) == 1 and data["parcels"]["zone"][parcel] >= 0:
                return name
        self.skipTest("no parcel stands alone")

    def test_click_on_a_parcel_opens_it(self):
        parcel = self.placed()
        self.open_by_search(parcel)
        self.press("#detail [data-action='map']")
        self.settle()
        self.js("document.querySelector('#detail').dataset.parcel = ''")
        self.center_map()
        ActionChains(self.driver).move_to_element(self.one(MAP)).click().perform()
        self.wait(lambda: self.one("#detail").get_attribute("open"))
        self.assertEqual(self.one("#detail").get_attribute("data-parcel"), parcel)
        self.assertIn(parcel, self.one("#detail h2").text)
        self.assertEqual(self.map_data()["selected"], parcel)

    def test_enter_opens_the_parcel_in_the_middle(self):
        parcel = self.placed()
        self.open_by_search(parcel)
        self.press("#detail [data-action='map']")
        self.settle()
        self.one(MAP).send_keys(Keys.ENTER)
        self.assertEqual(self.one("#detail").get_attribute("data-parcel"), parcel)

    def test_mouse_over_a_parcel_names_it(self):
        parcel = self.placed()
        self.open_by_search(parcel)
        self.press("#detail [data-action='map']")
        self.settle()
        self.center_map()
        ActionChains(self.driver).move_to_element_with_offset(self.one(MAP), 3, 2).perform()
        self.wait(lambda: self.one(".tooltip").is_displayed())
        self.assertIn(parcel, self.one(".tooltip").text)

    def test_each_switch_changes_the_picture_and_back(self):
        data = self.payload()
        self.open_by_search(self.placed())
        self.press("#detail [data-action='map']")
        first = self.pixels()
        shown = {data["states"][s]["key"] for s in data["parcels"]["state"]}
        changed = 0
        for switch in self.all("[data-state][type='checkbox'], [data-layer][type='checkbox']"):
            self.js("arguments[0].click()", switch)
            changed += self.pixels() != first
            self.js("arguments[0].click()", switch)
            self.assertEqual(self.pixels(), first)
        self.assertGreater(changed, 0)
        self.assertTrue(shown)

    def test_only_idle_leaves_two_states_on(self):
        self.press("[data-action='only-idle']")
        on = self.js("return [...document.querySelectorAll('[data-state][type=checkbox]')]"
                     ".filter((each) => each.checked).map((each) => each.dataset.state)")
        self.assertEqual(sorted(on), ["identified", "suspected"])
        self.press("[data-action='all-states']")
        self.assertTrue(all(box.is_selected() for box in self.all("[data-state][type='checkbox']")))

    def test_an_overlap_of_the_list_is_shown(self):
        if not self.payload()["overlaps"]["first"]:
            self.skipTest("no overlaps")
        before = self.map_data()["scale"]
        self.press("[data-list='overlaps'] > summary")
        self.wait(lambda: self.all(".overlap-list button"))
        self.press(".overlap-list button")
        self.assertTrue(self.one("[data-layer='overlaps']").is_selected())
        self.assertTrue(self.map_data()["selected"])
        self.assertNotEqual(self.map_data()["scale"], before)

    def test_region_can_be_reached_and_is_named(self):
        region = self.one(MAP)
        self.assertEqual(region.get_attribute("tabindex"), "0")
        self.assertTrue(region.get_attribute("aria-label"))
        self.assertTrue(self.one("#" + region.get_attribute("aria-describedby")).get_attribute("textContent"))


class Table(Page):
    def count(self):
        return int(self.one("[data-count]").get_attribute("data-count"))

    def sort(self, column):
        self.press(f"#parcel-table th[data-column='{column}'] .sort")

    def aria_sort(self, column):
        return self.one(f"#parcel-table th[data-column='{column}']").get_attribute("aria-sort")

    def test_all_parcels_are_counted_but_few_are_in_the_document(self):
        self.assertEqual(self.count(), self.payload()["parcels"]["count"])
        self.assertLess(len(self.all(ROWS)), 80)

    def test_heading_sorts_up_down_and_back(self):
        data = self.payload()
        column = next(c for c in data["parcels"]["columns"] if c["key"] == "planar_area_m2")
        known = sorted(v for v in column["values"] if v is not None)
        show = lambda v: f"{v:,.{column['decimals']}f}"
        unsorted = self.first_rows("parcel_id")
        self.sort("planar_area_m2")
        self.assertEqual(self.aria_sort("planar_area_m2"), "ascending")
        self.assertEqual(self.first_rows("planar_area_m2"), [show(v) for v in known[:12]])
        self.sort("planar_area_m2")
        self.assertEqual(self.aria_sort("planar_area_m2"), "descending")
        self.assertEqual(self.first_rows("planar_area_m2"), [show(v) for v in known[::-1][:12]])
        self.sort("planar_area_m2")
        self.assertEqual(self.aria_sort("planar_area_m2"), "none")
        self.assertEqual(self.first_rows("parcel_id"), unsorted)

    def test_keyboard_sorts(self):
        self.one("#parcel-table th[data-column='parcel_id'] .sort").send_keys(Keys.ENTER)
        self.assertEqual(self.aria_sort("parcel_id"), "ascending")

    def test_text_filter_keeps_what_holds_the_text(self):
        ids = self.ids()
        part = ids[0][-3:]
        self.one("#parcel-table td[data-column='parcel_id'] input").send_keys(part)
        self.wait(lambda: self.count() == sum(part in each for each in ids))

    def test_choice_filter_keeps_one_word(self):
        data = self.payload()
        column = next(c for c in data["parcels"]["columns"] if c["key"] == "idle_state")
        field = self.one("#parcel-table td[data-column='idle_state'] select")
        option = field.find_elements(By.TAG_NAME, "option")[1]
        name = option.text
        option.click()
        at = column["words"].index(name)
        self.assertEqual(self.count(), column["values"].count(at))
        self.press("[data-action='clear-filters']")
        self.assertEqual(self.count(), data["parcels"]["count"])

    def test_range_filter_leaves_out_the_unknown(self):
        data = self.payload()
        column = next(c for c in data["parcels"]["columns"] if c["key"] == "planar_area_m2")
        known = sorted(v for v in column["values"] if v is not None)
        limit = known[len(known) // 2]
        self.one("#parcel-table td[data-column='planar_area_m2'] [data-filter='from']").send_keys(str(limit))
        self.wait(lambda: self.count() == sum(v >= limit for v in known))

    def test_no_row_passes_an_impossible_filter(self):
        self.one("#parcel-table td[data-column='parcel_id'] input").send_keys("no such parcel")
        self.wait(lambda: self.count() == 0)
        self.assertTrue(self.one("#parcel-table td.nothing").is_displayed())

    def test_scrolling_brings_the_last_row(self):
        self.js("const frame = document.querySelector('.table-frame'); frame.scrollTop = frame.scrollHeight")
        last = str(self.payload()["parcels"]["count"] - 1)
        self.wait(lambda: self.all(f"#parcel-table tr[data-row='{last}']"))

    def copied(self):
        self.js("""
          window.copied = null;
          Object.defineProperty(navigator, 'clipboard', {configurable: true,
            value: {writeText: (text) => { window.copied = text; return Promise.resolve(); }}})""")
        self.press("[data-action='copy']")
        return self.wait(lambda: self.js("return window.copied"))

    def test_copy_gives_selected_rows_as_tabbed_lines(self):
        cells = self.all(f"{ROWS} td:nth-child(3)")
        self.js("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", cells[0])
        cells[0].click()
        ActionChains(self.driver).key_down(Keys.SHIFT).click(self.all(f"{ROWS} td:nth-child(3)")[2]).key_up(Keys.SHIFT).perform()
        self.assertEqual(len(self.all(f"{ROWS}[aria-selected='true']")), 3)
        lines = self.copied().split("\r\n")
        self.assertEqual(len(lines), 4)
        self.assertEqual([line.split("\t")[0] for line in lines[1:]], self.ids()[:3])

    def test_copied_cells_are_no_formulas(self):
        for line in self.copied().split("\r\n"):
            for cell in line.split("\t"):
                if cell[:1] in ("=", "+", "@"):
                    self.fail(cell)

    def test_refused_clipboard_shows_the_text_selected(self):
        self.js("Object.defineProperty(navigator, 'clipboard', {configurable: true,"
                " value: {writeText: () => Promise.reject(new Error('refused'))}})")
        self.press("[data-action='copy']")
        self.wait(lambda: self.all("#copy textarea"))
        self.assertIn("\t", self.one("#copy textarea").get_property("value"))
        self.assertGreater(self.js("return document.querySelector('#copy textarea').selectionEnd"), 0)

    def test_keys_move_and_open_a_row(self):
        frame = self.one("#parcel-table [role='grid']")
        frame.send_keys(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ENTER)
        self.assertEqual(self.one("#detail").get_attribute("data-parcel"), self.ids()[1])

    def test_a_column_can_be_added(self):
        data = self.payload()
        hidden = next(c["key"] for i, c in enumerate(data["parcels"]["columns"]) if i not in data["parcels"]["table"])
        self.press("[data-list='columns'] > summary")
        self.js("document.querySelector(arguments[0]).click()", f"[data-list='columns'] input[data-column='{hidden}']")
        self.assertTrue(self.all(f"#parcel-table th[data-column='{hidden}']"))

    def test_link_leads_from_the_table_to_the_map_and_back(self):
        self.press(f"{ROWS} [data-action='map']")
        parcel = self.ids()[0]
        self.assertEqual(self.map_data()["selected"], parcel)
        self.one(MAP).send_keys(Keys.ENTER)
        self.press("#detail [data-action='table']")
        self.assertTrue(self.one(f"#parcel-table tr[aria-selected='true'][data-parcel='{parcel}']"))


    def test_only_what_belongs_to_a_parcel_is_unknown(self):
        data = self.payload()
        shown = [data["parcels"]["columns"][i] for i in data["parcels"]["table"]]
        for row in range(min(12, data["parcels"]["count"])):
            cells = self.one(f"{ROWS}[data-row='{row}']").find_elements(By.CSS_SELECTOR, "th, td")
            for column, cell in list(zip(shown, cells))[1:]:
                manner = absence(data, column, row)
                if manner:
                    self.assertEqual(cell.get_attribute("textContent"), data["words"][manner], column["key"])
                    self.assertIn(manner, cell.get_attribute("class").split())

    def test_unknown_can_be_chosen_apart_from_what_does_not_belong(self):
        data = self.payload()
        for index in data["parcels"]["table"]:
            column = data["parcels"]["columns"][index]
            manners = [absence(data, column, parcel) for parcel in range(data["parcels"]["count"])]
            if column["type"] != "word" or "none" not in manners or column["key"] == "holder":
                continue
            field = f"#parcel-table td[data-column='{column['key']}'] select"
            for manner in ("unknown", "none"):
                options = self.all(f"{field} option[value='{manner}']")
                self.assertEqual(bool(options), manner in manners)
                if options:
                    self.js("arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change'))",
                            self.one(field), manner)
                    self.assertEqual(self.count(), manners.count(manner))
            return
        self.skipTest("no such column")


class Links(Page):
    def test_parcel_of_the_list_of_actions_is_opened_and_shown(self):
        links = self.all("#overview a[data-parcel]")
        if not links:
            self.skipTest("nothing needs action")
        placed = {c["key"]: c for c in self.payload()["parcels"]["columns"]}["planar_area_m2"]["values"]
        link = next(each for each in links if placed[self.ids().index(each.get_attribute("data-parcel"))])
        parcel = link.get_attribute("data-parcel")
        whole = float(self.map_data()["scale"])
        self.js("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", link)
        link.click()
        self.assertEqual(self.one("#detail").get_attribute("data-parcel"), parcel)
        self.assertEqual(self.map_data()["selected"], parcel)
        self.assertGreater(float(self.map_data()["scale"]), whole)
        self.assertTrue(self.all(f"#parcel-table tr[aria-selected='true'][data-parcel='{parcel}']"))
        ActionChains(self.driver).send_keys(Keys.ESCAPE).perform()
        self.assertEqual(self.driver.switch_to.active_element.get_attribute("data-parcel"), parcel)

    def test_a_link_to_an_unknown_parcel_leads_to_the_section(self):
        self.js("const a = document.createElement('a'); a.id = 'odd'; a.href = '#parcels'; a.textContent = 'x';"
                "a.dataset.parcel = 'no such parcel'; document.querySelector('#overview').append(a)")
        self.press("#odd")
        self.assertTrue(self.driver.current_url.endswith("#parcels"))
        self.assertFalse(self.one("#detail").get_attribute("open"))


class Contrast(Page):
    """WCAG 2.2, 1.4.3: 4.5:1 for text, 3:1 for large text."""

    SCRIPT = """
      const channel = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
      const light = (c) => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
      const parse = (text) => { const n = text.match(/[\\d.]+/g).map(Number); return [...n.slice(0, 3), n[3] ?? 1]; };
      const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3]));
      const ground = (node) => {
        if (!node) return [255, 255, 255];
        const own = parse(getComputedStyle(node).backgroundColor);
        return own[3] === 1 ? own.slice(0, 3) : over(own, ground(node.parentElement));
      };
      const poor = [];
      let seen = 0;
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let text; (text = walker.nextNode());) {
        const node = text.parentElement;
        if (!text.data.trim() || !node.checkVisibility() || node.closest('script, style, svg')) continue;
        for (const pseudo of [null, '::after', '::before', '::placeholder']) {
          const style = getComputedStyle(node, pseudo);
          if (pseudo && pseudo !== '::placeholder' && ['none', 'normal'].includes(style.content)) continue;
          const back = ground(node);
          const [a, b] = [light(over(parse(style.color), back)), light(back)].sort((x, y) => y - x);
          const size = parseFloat(style.fontSize);
          const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
          const ratio = (a + 0.05) / (b + 0.05);
          seen += 1;
          if (ratio < (large ? 3 : 4.5)) poor.push([node.tagName, node.className, text.data.trim().slice(0, 20), ratio]);
        }
      }
      return {seen, poor};"""

    def check(self):
        found = self.js(self.SCRIPT)
        self.assertGreater(found["seen"], 100)
        self.assertEqual(found["poor"], [])

    def test_page_and_open_groups(self):
        self.js("arguments[0].click()", self.one(f"{ROWS} td:nth-child(3)"))
        self.js("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        self.check()

    def test_dialog_and_suggestions(self):
        self.open_by_search(self.ids()[0])
        self.check()
        self.press("#detail [data-action='close']")
        self.search(self.ids()[0][:6])
        self.wait(lambda: self.one("#search-list").is_displayed())
        self.one("#search-field").send_keys(Keys.ARROW_DOWN)
        self.check()


class Findings(Page):
    def open_group(self):
        """Opens a group that has findings of a parcel."""
        data = self.payload()
        found = data["findings"]
        finding = next((i for i, parcel in enumerate(found["parcel"]) if parcel >= 0), None)
        if finding is None:
            self.skipTest("no finding of a parcel")
        group = found["group"][finding]
        self.js("document.querySelectorAll('details.finding-group')[arguments[0]].open = true",
                self.position(data, group))
        self.wait(lambda: self.all(f"tr[data-finding='{finding}']"))
        return finding, found

    def position(self, data, group):
        """Where a group stands in the page: groups of one clause stand together."""
        clauses = list(dict.fromkeys(each["clause"] for each in data["findings"]["groups"]))
        order = sorted(range(len(data["findings"]["groups"])),
                       key=lambda g: (clauses.index(data["findings"]["groups"][g]["clause"]), g))
        return order.index(group)

    def test_every_group_of_the_data_is_there(self):
        groups = self.payload()["findings"]["groups"]
        self.assertEqual(sorted(each.get_attribute("data-code") for each in self.all("details.finding-group")),
                         sorted(group["code"] for group in groups))

    def test_row_opens_its_parcel(self):
        finding, found = self.open_group()
        self.press(f"tr[data-finding='{finding}'] [data-action='open']")
        self.assertEqual(self.one("#detail").get_attribute("data-parcel"), self.ids()[found["parcel"][finding]])

    def test_row_says_how_it_was_reckoned(self):
        finding, found = self.open_group()
        self.press(f"tr[data-finding='{finding}'] [data-action='explain']")
        self.assertTrue(self.one("#explain").get_attribute("open"))
        self.assertIn(found["groups"][found["group"][finding]]["code"], self.one("#explain h2").text)

    def test_row_leads_to_the_table(self):
        finding, found = self.open_group()
        self.press(f"tr[data-finding='{finding}'] [data-action='table']")
        parcel = self.ids()[found["parcel"][finding]]
        self.assertTrue(self.all(f"#parcel-table tr[aria-selected='true'][data-parcel='{parcel}']"))

    def test_severity_switch_hides_its_groups(self):
        self.press(".chip")
        severity = self.one(".chip").get_attribute("data-severity")
        groups = self.all(f"details.finding-group[data-severity='{severity}']")
        self.assertTrue(groups)
        self.assertFalse(any(group.is_displayed() for group in groups))


class Dialog(Page):
    def test_unknown_facts_are_said_to_be_unknown(self):
        data = self.payload()
        self.open_by_search(self.ids()[0])
        manners = [absence(data, column, 0) for column in data["parcels"]["columns"]]
        for manner in ("unknown", "none"):
            said = self.all(f"#detail [data-{manner}]")
            count = int(said[0].get_attribute(f"data-{manner}")) if said else 0
            self.assertEqual(count, manners.count(manner), manner)

    def test_number_opens_its_explanation(self):
        data = self.payload()
        column = next((c for c in data["parcels"]["columns"] if c.get("figure") is not None
                       and any(v is not None for v in c["values"])), None)
        if column is None:
            self.skipTest("no figure is explained")
        parcel = next(i for i, v in enumerate(column["values"]) if v is not None)
        figure = data["figures"][column["figure"]]
        self.open_by_search(self.ids()[parcel])
        self.press(f"#detail [data-figure='{figure['key']}']")
        self.assertEqual(self.one("#explain").get_attribute("data-figure"), figure["key"])
        self.assertIn(figure["formula"], self.one("#explain [data-part='formula']").text)
        self.assertEqual([each.get_attribute("data-input") for each in self.all("#explain [data-input]")], figure["inputs"])

    def test_escape_closes_and_the_focus_returns(self):
        button = self.one(f"{ROWS} [data-action='open']")
        button.send_keys(Keys.ENTER)
        ActionChains(self.driver).send_keys(Keys.ESCAPE).perform()
        self.assertFalse(self.one("#detail").get_attribute("open"))
        self.assertEqual(self.driver.switch_to.active_element.get_attribute("data-action"), "open")

    def test_opening_is_said_to_screen_readers(self):
        parcel = self.ids()[0]
        self.open_by_search(parcel)
        self.assertIn(parcel, self.one("#live[aria-live]").get_attribute("textContent"))


class SearchBox(Page):
    def test_part_of_a_code_finds_the_parcel(self):
        parcel = self.ids()[-1]
        self.search(parcel[2:])
        self.wait(lambda: self.all(f"#search-list li[data-parcel='{parcel}']"))
        self.assertEqual(self.one("#search-field").get_attribute("aria-expanded"), "true")

    def test_arrow_keys_choose(self):
        self.search(self.ids()[0][:6])
        self.wait(lambda: len(self.all("#search-list li[data-at]")) > 1)
        self.one("#search-field").send_keys(Keys.ARROW_DOWN, Keys.ARROW_DOWN)
        chosen = self.one("#search-list li[aria-selected='true']")
        self.assertEqual(chosen.get_attribute("id"), self.one("#search-field").get_attribute("aria-activedescendant"))
        parcel = chosen.get_attribute("data-parcel")
        self.one("#search-field").send_keys(Keys.ENTER)
        self.assertEqual(self.one("#detail").get_attribute("data-parcel"), parcel)

    def test_escape_hides_the_list(self):
        self.search(self.ids()[0][:6])
        self.wait(lambda: self.one("#search-list").is_displayed())
        self.one("#search-field").send_keys(Keys.ESCAPE)
        self.assertFalse(self.one("#search-list").is_displayed())


class Printing(Page):
    def test_paper_shows_the_static_parts_only(self):
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        try:
            self.assertTrue(self.one("#map-static").is_displayed())
            self.assertFalse(any(each.is_displayed() for each in self.all(".live")))
            self.assertFalse(self.one(".top-bar").is_displayed())
            self.assertTrue(self.one("#signatures").is_displayed())
        finally:
            self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})

    def test_screen_shows_the_live_parts_only(self):
        self.assertFalse(self.one("#map-static").is_displayed())
        self.assertTrue(self.one("#map-view .live").is_displayed())

    def test_folded_parts_are_open_on_paper_and_folded_after(self):
        self.js("window.dispatchEvent(new Event('beforeprint'))")
        self.assertEqual(self.all("#finding-groups > details:not([open])"), [])
        self.js("window.dispatchEvent(new Event('afterprint'))")
        self.assertEqual(self.all("#finding-groups > details[open]"), [])

    def printed(self):
        """The pages of the paper as texts, without white space."""
        pdf = base64.b64decode(self.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"])
        self.assertTrue(pdf.startswith(b"%PDF"))
        if os.environ.get("REPORT_PDF"):
            Path(os.environ["REPORT_PDF"]).write_bytes(pdf)
        run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
        return ["".join(page.split()) for page in run.stdout.decode("utf-8").split("\f")][:-1]

    def test_paper_has_numbered_pages_with_the_static_tables(self):
        # A long paper would take minutes: the small page has all its kinds of parts.
        pages = self.printed()
        self.assertGreater(len(pages), 3)
        for number, page in enumerate(pages, 1):
            self.assertTrue(page.endswith(f"{number}/{len(pages)}"), page[-40:])
        text = "".join(pages)
        captions = self.js("return [...document.querySelectorAll('main section.table caption')].map((c) => c.textContent)")
        self.assertGreater(len(captions), 5)
        for caption in captions:
            self.assertIn("".join(caption.split()), text)
        cells = self.js("return [...document.querySelectorAll('#parcels section.table tbody th')].map((c) => c.textContent)")
        for cell in cells:
            self.assertIn("".join(cell.split()), text)
        # The heading of a section stands with what it heads, the signatures at the very end.
        for heading in self.js("return [...document.querySelectorAll('main h2')].map((h) => h.textContent)"):
            self.assertFalse(any(page.removesuffix(f"{n}/{len(pages)}") == "".join(heading.split())
                                 for n, page in enumerate(pages, 1)), heading)
        self.assertIn("".join(self.one("#signatures h2").get_attribute("textContent").split()), pages[-1])

    def test_nothing_is_wider_than_the_paper(self):
        """Chromium would print everything smaller."""
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        # The room between the margins of an upright and of a lying A4 page, in CSS pixels.
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                    {"width": 616, "height": 900, "deviceScaleFactor": 1, "mobile": False})
        try:
            wide = self.js("""return [...document.querySelectorAll('section.table:not(.wide) table, main p, main dl, main figure')]
              .filter((each) => each.checkVisibility() && each.getBoundingClientRect().right > 618)
              .map((each) => each.outerHTML.slice(0, 120))""")
            self.assertEqual(wide, [])
            self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                        {"width": 1009, "height": 600, "deviceScaleFactor": 1, "mobile": False})
            wide = self.js("return [...document.querySelectorAll('section.wide table')]"
                           ".filter((each) => each.getBoundingClientRect().right > 1011).length")
            self.assertEqual(wide, 0)
        finally:
            self.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
            self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


class Phone(Page):
    size = {"width": 360, "height": 740, "phone": True}

    def test_page_is_no_wider_than_the_screen(self):
        self.assertLessEqual(self.js("return document.documentElement.scrollWidth"), 360)

    def test_dialog_takes_the_whole_screen(self):
        self.open_by_search(self.ids()[0])
        box = self.one("#detail").rect
        self.assertEqual((box["width"], box["x"], box["y"]), (360, 0, self.js("return scrollY") and box["y"]))

    def touch(self, kind, *points):
        touches = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(points)]
        self.driver.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    def middle(self):
        self.center_map()
        return self.js("const b = document.querySelector('.map-region').getBoundingClientRect();"
                       "return [b.left + b.width / 2, b.top + b.height / 2]")

    def test_two_fingers_zoom(self):
        before = self.map_data()
        x, y = self.middle()
        self.touch("touchStart", (x - 30, y), (x + 30, y))
        for step in range(1, 7):
            self.touch("touchMove", (x - 30 - 10 * step, y), (x + 30 + 10 * step, y))
        self.touch("touchEnd")
        ratio = float(self.map_data()["scale"]) / float(before["scale"])
        self.assertAlmostEqual(ratio, 3, delta=0.3)

    def test_one_finger_scrolls_the_page_until_told_to_move_the_map(self):
        region = self.one(MAP)
        self.assertIn("pan-y", region.value_of_css_property("touch-action"))
        self.press("[data-action='one-finger']")
        self.assertEqual(region.value_of_css_property("touch-action"), "none")
        before = self.map_data()
        x, y = self.middle()
        self.touch("touchStart", (x, y))
        for step in range(1, 7):
            self.touch("touchMove", (x, y + 15 * step))
        self.touch("touchEnd")
        self.assertGreater(float(self.map_data()["lat"]), float(before["lat"]))


class HostileValues(Page):
    path = HOSTILE

    def holders(self):
        data = self.payload()
        column = next(c for c in data["parcels"]["columns"] if c["key"] == "holder")
        return [column["words"][v] if v >= 0 else None for v in column["values"]] if "words" in column else column["values"]

    def test_texts_are_shown_and_never_run(self):
        ids, holders = self.ids(), self.holders()
        for parcel in range(min(9, len(ids))):
            if holders[parcel] is None or ids.count(ids[parcel]) > 1:
                continue
            self.open_by_search(ids[parcel])
            self.assertEqual(self.one("#detail [data-holder]").get_attribute("textContent"), holders[parcel])
            self.press("#detail [data-action='close']")
        self.assertIsNone(self.js("return window.hacked"))

    def test_no_markup_came_out_of_the_data(self):
        self.search("<")
        self.wait(lambda: self.all("#search-list li[data-at]"))
        self.assertEqual(self.all("main b img, main td img, main td script, #search-list script, #search-list img, #search-list b"), [])
        self.assertIsNone(self.js("return window.hacked"))

    def test_right_to_left_marks_stay_in_their_cell(self):
        for cell in self.all(f"{ROWS} td")[:40]:
            self.assertEqual(cell.get_attribute("dir"), "auto")

    def test_every_text_with_such_a_mark_is_isolated(self):
        """What is laid out as a block, or isolated, cannot turn the text after it."""
        parcel = next(i for i, holder in enumerate(self.holders()) if holder and "\u202e" in holder)
        self.open_by_search(self.ids()[parcel])
        self.press("#detail [data-action='map']")
        self.center_map()
        ActionChains(self.driver).move_to_element_with_offset(self.one(MAP), 3, 2).perform()
        self.wait(lambda: self.one(".tooltip").is_displayed())
        self.search(self.ids()[parcel])
        seen, loose = self.marked()
        self.open_by_search(self.ids()[parcel])
        more, looser = self.marked()
        self.assertEqual(loose + looser, [])
        self.assertEqual(set(seen + more), {".tooltip", "#detail", "#search-list", "#parcel-table .live"})
        # Static texts say the mark in letters.
        for place in ("#overview .action", "#parcel-table > section"):
            texts = [each.get_attribute("textContent") for each in self.all(place)]
            self.assertTrue(any("[U+202E]" in text for text in texts), place)

    def marked(self):
        """Where texts with a mark stand, and those of them that could turn what follows."""
        return self.js("""
          const places = ['.tooltip', '#detail[open]', '#search-list', '#parcel-table .live'];
          const seen = new Set(), loose = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let text; (text = walker.nextNode());) {
            const node = text.parentElement;
            if (!text.data.includes('\\u202e') || node.closest('script, .unseen')) continue;
            for (const place of places) if (node.closest(place)) seen.add(place.replace('[open]', ''));
            const style = getComputedStyle(node);
            const flows = style.display === 'inline' && !style.unicodeBidi.includes('isolate');
            if (flows || node.childNodes.length !== 1) loose.push(node.outerHTML.slice(0, 200));
          }
          return [[...seen], loose];""")


class ManyParcels(Page):
    path = LARGE

    def test_all_are_in_the_table_and_the_last_is_found(self):
        self.assertEqual(self.one("[data-count]").get_attribute("data-count"), str(self.payload()["parcels"]["count"]))
        last = self.ids()[-1]
        self.search(last)
        self.wait(lambda: self.all(f"#search-list li[data-parcel='{last}']"))

    def test_a_zone_can_be_gone_to(self):
        before = float(self.map_data()["scale"])
        self.js("const f = document.querySelector('[data-action=zone]'); f.selectedIndex = 1; f.dispatchEvent(new Event('change'))")
        self.assertGreater(float(self.map_data()["scale"]), before)


if __name__ == "__main__":
    unittest.main()
