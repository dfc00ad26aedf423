"""What a reader experiences on every type of page in a real browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import TYPES
from waiting import until

OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 1 && !e.closest('.table-scroll table'))
    .slice(0, 5).map(e => `${e.tagName}.${e.className} ${Math.round(e.getBoundingClientRect().right)} > ${width}`).concat('the page is wider');
}"""
FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const drawn = [getComputedStyle(element), getComputedStyle(element, '::after')].some(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2);
  const box = element.getBoundingClientRect();
  return {name: (element.innerText || element.getAttribute('aria-label') || element.outerHTML).slice(0, 60), class: element.className, drawn,
    visible: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth};
}"""
REMEMBER_TEXT = "localStorage.setItem('gongkai.reading', JSON.stringify({text: 200}))"
FORBID_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('denied', 'SecurityError'); }});"


@pytest.mark.parametrize("below", [False, True], ids=["at the root", "below a path"])
def test_a_page_is_quiet_and_stays_on_its_host(visitor, server, address, below):
    reader = visitor
    page = reader.open(address, below)
    reader.rest()
    assert not reader.complaints
    assert not [url for url in reader.requests if not url.startswith(server.root)]
    assert not [response for response in reader.responses if response[0] != 200]
    # The 404 page has absolute addresses (tested on its file); all others load from anywhere.
    if below and address != "404.html":
        assert len(reader.responses) >= 3
        assert not [url for url in reader.requests if not url.startswith(server.below)]
        targets = page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
        assert not [url for url in targets if url.startswith(server.root) and not url.startswith(server.below)]


def test_an_unknown_address_shows_the_404_page(reader):
    page = reader.open("zhengce/no-such-file/")
    assert reader.responses[0][0] == 404
    reader.rest()
    assert page.inner_text("h1") == "页面不存在"
    assert all(status == 200 for status, _ in reader.responses[1:]) and len(reader.responses) >= 3
    page.click("main a:has-text('首页')")
    page.wait_for_url(reader.server.root)
    expect(page.locator("h1")).to_have_text("政府信息公开")


@pytest.mark.parametrize("width, enlarged", [(320, False), (375, False), (1280, False), (375, True), (640, True), (1280, True)])
def test_no_page_scrolls_sideways(open_reader, site, width, enlarged):
    reader = open_reader(viewport={"width": width, "height": 800})
    if enlarged:
        reader.context.add_init_script(REMEMBER_TEXT)
    wide = {}
    for page_type in TYPES:
        page = reader.open(site.types[page_type] + ("?q=安澜县" if page_type == "search" else ""))
        assert (page.evaluate("document.documentElement.dataset.text") == "200") == enlarged
        if found := page.evaluate(OVERFLOW):
            wide[page_type] = found
    assert not wide


def test_controls_are_large_enough_for_a_finger(open_reader, site):
    """WCAG 2.2, 2.5.8: at least 24 by 24, except for links within a sentence."""
    reader = open_reader(viewport={"width": 375, "height": 800}, has_touch=True)
    small = {}
    for page_type in TYPES:
        page = reader.open(site.types[page_type])
        found = page.evaluate("""() => [...document.querySelectorAll('button, input, summary, nav a, .footer-links a')].filter(e => {
          const box = e.getBoundingClientRect();
          return box.width > 0 && (box.height < 24 || box.width < 24) && !e.closest('.visually-hidden');
        }).map(e => e.outerHTML.slice(0, 80))""")
        if found:
            small[page_type] = found
    assert not small


def test_axe_finds_no_violation(visitor, address):
    page = visitor.open(address + ("?q=养老" if address == "search/" else ""))
    page.click(".masthead-links button")  # opens the reading settings, so that they are checked too
    page.wait_for_selector(".reading-bar")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    result = Axe().run(page, options={"runOnly": {"type": "tag", "values": tags}, "resultTypes": ["violations"]})
    page.evaluate("localStorage.clear()")
    assert not [(v["id"], [node["html"][:200] for node in v["nodes"][:3]]) for v in result.response["violations"]]


@pytest.mark.parametrize("page_type_in_contrast", ["home", "search", "document repealed", "document with a table", "consultation"])
def test_high_contrast_has_contrast(reader, site, page_type_in_contrast):
    reader.context.add_init_script("localStorage.setItem('gongkai.reading', JSON.stringify({contrast: true, open: true}))")
    address = site.types[page_type_in_contrast]
    page = reader.open(address + ("?q=养老" if address == "search/" else ""))
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
    result = Axe().run(page, options={"runOnly": ["color-contrast", "color-contrast-enhanced"], "resultTypes": ["violations"]})
    assert not [[node["html"][:200] for node in v["nodes"][:3]] for v in result.response["violations"]]


def test_the_first_key_leads_to_the_text(visitor, address):
    page = visitor.open(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate(FOCUSED)["visible"]
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id === 'main'")


def test_focus_is_always_visible(visit, address):
    page = visit(reduced_motion="reduce").open(address)
    lost, steps = [], 0
    for _ in range(45):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None:
            break
        steps += 1
        if not focused["drawn"] or not focused["visible"]:
            lost.append(focused)
    assert steps >= 20
    assert not lost


def test_wide_tables_scroll_with_the_keyboard(open_reader, site):
    reader = open_reader(viewport={"width": 320, "height": 800})
    page = reader.open(site.types["document with a table"])
    box = page.locator(".table-scroll").first
    if box.evaluate("box => box.scrollWidth > box.clientWidth"):
        assert box.get_attribute("tabindex") == "0" and box.get_attribute("aria-label")
        box.focus()
        page.keyboard.press("ArrowRight")
        until(page, "document.querySelector('.table-scroll').scrollLeft > 0")


def test_wide_tables_say_that_they_scroll(open_reader, site):
    page = open_reader(viewport={"width": 320, "height": 800}).open("fading/guifanxing/2021-11/")
    assert page.locator(".table-scroll").evaluate("box => box.scrollWidth > box.clientWidth")
    assert page.is_visible(".table-hint")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.wait_for_selector(".table-hint", state="hidden")
    assert page.get_attribute(".table-scroll", "tabindex") is None, "a table that fits is no stop for the keyboard"


@pytest.mark.parametrize("script", [True, False])
def test_a_repealed_article_is_marked_where_it_stands(open_reader, site, script):
    """By a note in words and a line, not by colour alone, on paper too; other articles stay as they are."""
    page = open_reader(java_script_enabled=script).open("fading/guifanxing/2021-11/")
    for medium in ("screen", "print"):
        page.emulate_media(media=medium)
        group = page.get_by_role("group", name="第十七条已废止")
        assert group.count() == 1 and group.locator(".article-note").is_visible()
        assert "自2024年12月1日起" in group.inner_text() and "〔2024〕20号" in group.inner_text()
        assert "line-through" in group.locator(".article").evaluate("p => getComputedStyle(p).textDecorationLine")
        assert page.locator("#tiao-18").evaluate("p => getComputedStyle(p).textDecorationLine") == "none"
        assert page.locator(".provision").count() == 1


def test_the_timeline_says_where_the_reader_is(reader, site):
    chains = [site.address(row) for row in site.rows if row["relations"].get("replaces") and row["relations"].get("replacedBy")]
    page = reader.open(chains[0])
    here = page.locator(".timeline [aria-current=true]")
    assert here.count() == 1 and "您正在看的版本" in here.inner_text()
    assert page.locator(".timeline li a").count() >= 2
    assert "今天：" in page.inner_text(".timeline .is-today")


def test_titles_break_between_their_parts(open_reader, site):
    page = open_reader(viewport={"width": 1280, "height": 800}).open("fading/guifanxing/2021-11/")
    lines = page.evaluate("""() => {
      const walker = document.createTreeWalker(document.querySelector('h1'), NodeFilter.SHOW_TEXT), lines = [];
      let top = null;
      while (walker.nextNode()) for (let at = 0; at < walker.currentNode.length; at++) {
        const range = document.createRange();
        range.setStart(walker.currentNode, at); range.setEnd(walker.currentNode, at + 1);
        const y = Math.round(range.getBoundingClientRect().top);
        if (y !== top) lines.push('');
        lines[lines.length - 1] += range.toString(); top = y;
      }
      return lines;
    }""")
    assert len(lines) > 1
    assert lines == ["安澜县人民政府", "关于印发安澜县农村宅基地审批和住房建设管理办法的通知"]


def test_without_script_the_page_is_all_there(visit, address):
    reader = visit(java_script_enabled=False)
    page = reader.open(address) if address != "search/" else reader.page
    if address == "search/":
        page.goto(reader.server.root + address + "?q=养老")
        assert "JavaScript" in page.inner_text(".search-noscript")
        assert page.locator(".search-browse a").count() >= 5
        assert not page.locator("[data-hit]").count()
    assert page.locator("h1").is_visible()
    assert page.locator("main").inner_text().strip()
    if page.locator("[data-body]").count():
        assert page.locator("[data-body]").is_visible()
    assert not page.locator("body button:visible:not([type=submit]):not(form button)").count(), "a button that does nothing"
    assert not reader.complaints


def test_without_script_the_search_form_leads_to_the_search_page(open_reader):
    reader = open_reader(java_script_enabled=False)
    page = reader.open("gonggao/")
    page.fill("#site-search", "停水")
    page.press("#site-search", "Enter")
    page.wait_for_url("**/search/?q=*")
    assert page.is_visible(".search-noscript")


def test_paper_shows_the_document_and_not_the_site(visitor, site, address):
    page = visitor.open(address)
    page.emulate_media(media="print")
    for part in (".site-nav", ".site-header", ".site-footer", ".skip", ".breadcrumbs", ".reading-bar"):
        assert not page.locator(f"{part}:visible").count(), part
    assert page.locator("h1").is_visible()
    if address in site.documents:
        printed = page.locator(".printed")
        assert printed.is_visible()
        assert f"网址：{site.base_url}{address}" in printed.inner_text()
        assert "更新于2026年11月21日" in printed.inner_text()
        assert "打印日期" in printed.inner_text()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_reading_settings_work_and_are_remembered(reader, site):
    page = reader.open(site.types["normative"])
    size = "parseFloat(getComputedStyle(document.querySelector('[data-body]')).fontSize)"
    before = page.evaluate(size)
    assert not page.is_visible(".reading-bar")
    page.get_by_role("button", name="无障碍").click()
    page.wait_for_selector(".reading-bar")
    larger = page.get_by_role("button", name="字大一些")
    while larger.get_attribute("aria-disabled") != "true":
        larger.click()
    assert page.evaluate(size) == 2 * before
    assert page.inner_text(".reading-bar output") == "200%"
    page.get_by_role("button", name="高对比度").click()
    assert page.get_by_role("button", name="高对比度").get_attribute("aria-pressed") == "true"
    page = reader.open(site.types["question"])
    assert page.evaluate("document.documentElement.className") == "contrast"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
    assert page.evaluate("document.documentElement.dataset.text") == "200"
    page.get_by_role("button", name="无障碍").click()
    page.get_by_role("button", name="恢复默认").click()
    page = reader.open("")
    assert page.evaluate("[document.documentElement.className, document.documentElement.dataset.text ?? '']") == ["", ""]


def test_the_plain_version_keeps_the_text(reader, site):
    page = reader.open(site.types["document with an attachment"])
    page.get_by_role("button", name="无障碍").click()
    page.get_by_role("button", name="简洁版").click()
    assert page.locator("[data-body]").is_visible() and page.locator(".attachments").is_visible()
    assert page.locator(".validity").count() == page.locator(".validity:visible").count()
    assert not page.locator(".site-nav").is_visible()


def test_forbidden_storage_breaks_nothing(reader, site):
    reader.context.add_init_script(FORBID_STORAGE)
    page = reader.open(site.types["consultation"])
    page.get_by_role("button", name="无障碍").click()
    page.get_by_role("button", name="字大一些").click()
    assert page.evaluate("document.documentElement.dataset.text") == "125"
    assert reader.find("停水")
    assert not reader.complaints


@pytest.mark.parametrize("damage", ["{", "null", '{"text": "evil", "contrast": 1}', "[]"])
def test_damaged_settings_are_ignored(reader, damage):
    reader.context.add_init_script(f"localStorage.setItem('gongkai.reading', {damage!r})")
    page = reader.open("")
    assert page.evaluate("[document.documentElement.className, document.documentElement.dataset.text ?? '']") == ["", ""]
    assert page.is_visible(".masthead-links button")
    assert not reader.complaints


def test_contents_list_leads_to_its_places(reader, site):
    page = reader.open(site.types["document with a contents list"])
    if not page.locator(".contents a").first.is_visible():
        page.locator(".contents summary").click()
    link = page.locator(".contents a").last
    anchor = link.get_attribute("href")[1:]
    link.click()
    until(page, "id => { const top = document.getElementById(id).getBoundingClientRect().top; return top >= 0 && top < innerHeight; }", anchor)


def test_leaving_for_a_foreign_site_is_announced(reader, site):
    external = [a for a, page in site.documents.items() if 'class="external"' in site.text(a + "index.html")]
    if not external:
        pytest.skip("the sample has no link that leaves")
    page = reader.open(external[0])
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    link = page.locator("a.external").first
    government = link.evaluate("a => /(^|\\.)gov\\.cn$/.test(a.hostname)")
    if government:
        page.route("**/*", lambda route: route.abort())
    link.click(no_wait_after=True)
    assert bool(asked) != government
