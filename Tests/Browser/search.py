#!/usr/bin/env python3
"""Runs searches on a built site in headless Chromium: as readers do, and for random substrings of its pages.

usage: search.py SITE_DIR [--substrings 2000] [--seed 1] [--chromium /usr/bin/chromium-headless-shell]
Exits 1 on a failure; the last line is "N passed, N failed"."""
import argparse, html.parser, http.server, os, random, re, sys, threading, urllib.parse
import search_cards
from playwright.sync_api import sync_playwright
from waiting import PATIENCE, until

ap = argparse.ArgumentParser()
ap.add_argument("site"); ap.add_argument("--substrings", type=int, default=2000); ap.add_argument("--seed", type=int, default=1)
ap.add_argument("--chromium", default="/usr/bin/chromium-headless-shell")
options = ap.parse_args()
PREFIX = "/sub/path/"  # the site is below a path, as some are
broken = {"mode": "", "part": ""}
slow = threading.Event()


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site below PREFIX with the strict policy; can lose or truncate shards, or delay a query's answers."""


    def log_message(self, *_):
        pass

    def do_GET(self):
        path = urllib.parse.unquote(urllib.parse.urlsplit(self.path).path)
        if not path.startswith(PREFIX):
            return self.answer(404, b"", "text/plain")
        file = os.path.join(options.site, path[len(PREFIX):])
        file = os.path.join(file, "index.html") if os.path.isdir(file) else file
        if not os.path.isfile(file):
            return self.answer(404, b"", "text/plain")
        body = open(file, "rb").read()
        if broken["mode"] and f"/search/{broken['part']}" in path:
            if broken["mode"] == "missing":
                return self.answer(404, b"", "text/plain")
            body = {"truncated": body[: len(body) // 2], "foreign": b'{"version":999}'}[broken["mode"]]
        self.answer(200, body, self.guess_type(file))

    def answer(self, code, body, kind):
        self.send_response(code)
        self.send_header("Content-Type", kind + ("; charset=utf-8" if kind.startswith("text/") else ""))
        self.send_header("Content-Security-Policy", "default-src 'self'")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Body(html.parser.HTMLParser):
    """Texts of the elements with data-body or data-text, without the notes that the site adds to them; a NUL after each."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.depth, self.tag, self.text, self.note, self.again = 0, "", [], 0, False

    def handle_starttag(self, tag, attributes):
        if not self.depth and any(name in ("data-body", "data-text") for name, _ in attributes):
            self.depth, self.tag = 1, tag
        elif self.depth and tag == self.tag:
            self.depth += 1
        if tag in ("div", "tfoot") and (self.note or any(name == "data-note" for name, _ in attributes)):
            self.note += 1
        if tag == "td":
            self.again = "again" in (dict(attributes).get("class") or "").split()

    def handle_endtag(self, tag):
        if tag in ("div", "tfoot") and self.note:
            self.note -= 1
        if tag == "td":
            self.again = False
        if self.depth and tag == self.tag:
            self.depth -= 1
            if not self.depth:
                self.text.append("\0")

    def handle_data(self, data):
        if self.depth and not self.note and not self.again:
            self.text.append(data)


def body_text(url):
    parser = Body()
    parser.feed(open(os.path.join(options.site, urllib.parse.unquote(url), "index.html"), encoding="utf8").read())
    return "".join(parser.text)


cards = search_cards.cards(options.site)
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
base = f"http://127.0.0.1:{server.server_port}{PREFIX}"
failures, passed = [], 0


def check(name, holds, detail=""):
    global passed
    if holds:
        passed += 1
    else:
        failures.append(name)
        print("FAILED:", name, detail)


def open_search(page, query, state="done"):
    page.goto(base + "search/?q=" + urllib.parse.quote(query))
    settle(page, state)


def settle(page, state="done"):
    page.wait_for_selector(f"[data-search={state}]", state="attached", timeout=PATIENCE * 1000)


def total(page):
    return int(page.get_attribute("[data-total]", "data-total"))


FIND = """async ([queries, scripts, root]) => {
  const at = (name) => import(new URL(name, scripts));
  const [{ search }, { Store }, { Pages }, { fold }] = await Promise.all(['engine.js', 'store.js', 'pages.js', 'folding.js'].map(at));
  const pages = new Pages(new URL(root));
  const store = new Store(async (path) => (await fetch(new URL('search/' + path, root))).text());
  const numbers = new Map();
  for (const document of (await store.titles()).documents()) numbers.set((await store.card(document)).url, document);
  const lost = []; let approximate = 0;
  for (const [q, url] of queries) {
    if (!fold(q)) continue;
    const result = await search(store, { q, filters: new Map(), sort: 'relevance', page: 1 }, (card) => pages.text(card.url));
    if (result.approximate) approximate++;
    if (!result.documents.includes(numbers.get(url))) lost.push([q, url, result.kind, result.total]);
  }
  return { lost, approximate };
}"""


def substrings(page):
    dice = random.Random(options.seed)
    queries = []
    while len(queries) < options.substrings:
        card = dice.choice(cards)
        files = search_cards.file_texts(options.site, card)
        text = card["title"] if dice.random() < 0.1 else dice.choice(files) if files and dice.random() < 0.5 else body_text(card["url"])
        length = dice.randint(2, 20)
        if len(text) >= 2:
            start = dice.randrange(max(1, len(text) - length + 1))
            # No text goes on in the next.
            if "\0" not in text[start:start + length]:
                queries.append([text[start:start + length], card["url"]])
    scripts = page.evaluate("() => document.querySelector('script[type=module][src*=\"search/search.js\"]').src")
    page.set_default_timeout(600000)
    found = page.evaluate(FIND, [queries, scripts, base])
    check(f"{len(queries)} random substrings find their document", not found["lost"], found["lost"][:10])
    print(f"substrings: {len(queries)}, lost {len(found['lost'])}, approximate counts {found['approximate']}")
    # A text that is read must be the one that was indexed; only of long tables and long pages is it not.
    check("almost all hits are proved", found["approximate"] * 20 < len(queries) or len(queries) < 100, found["approximate"])


def reading(page, errors):
    titled = max(cards, key=lambda card: len(card["title"]) if len(card["title"]) < 40 else 0)
    open_search(page, titled["title"])
    hits = page.eval_on_selector_all("[data-hit]", "all => all.map(e => e.dataset.hit)")
    check("a title finds its document first", titled["title"] in page.inner_text(".hit-title") and titled["url"] in hits, hits)
    href = page.get_attribute(".hit-title a", "href")
    check("a hit leads below the site's path", href.startswith(base), href)
    check("results are announced", "条结果" in page.inner_text("[role=status]"), page.inner_text("[role=status]"))
    check("a title is marked", page.locator(".hit-title mark").count() > 0)
    for card in [card for card in cards if card.get("number")][:3]:
        year, serial = re.search(r"((?:19|20)\d\d)\D+(\d+)", card["number"]).groups()
        agency = re.split(r"[〔\[（(【]", card["number"])[0]
        for query in (card["number"], f"{agency} {year} {serial}", f"{agency}【{year}】{serial}", f"{agency}({year}){serial}号"):
            open_search(page, query)
            first = page.locator(".hit").first
            check(f"number {query} leads to it", card["number"] in first.inner_text(), first.inner_text()[:80])
    for query in ("<script>alert(1)</script>", "(.*+?^${}[]|\\", "。，、", "😀", "怎么", "'\"&<", "\\ud800"):
        open_search(page, query)
        check(f"query {query[:12]} is answered", page.is_visible("[role=status]") and not page.locator("main script").count())
    page.fill(".search-input", "公" * 10000); page.press(".search-input", "Enter")
    until(page, "location.search.length > 500"); settle(page)
    check("a query of 10,000 characters is answered", page.is_visible("[role=status]"))
    check("no page error, nothing on the console", not errors, errors[:3])


def behaviour(page):
    words = fold_words()
    open_search(page, words[0])
    before = total(page)
    page.fill(".search-input", words[1]); page.press(".search-input", "Enter")
    until(page, "q => location.search.includes(encodeURIComponent(q))", words[1]); settle(page)
    page.go_back(); settle(page)
    until(page, "n => document.querySelector('[data-total]')?.dataset.total === n", str(before))
    check("going back shows the earlier results", page.input_value(".search-input") == words[0])
    option = page.locator(".facet-option").first
    if option.count():
        count = int(option.locator(".facet-count").inner_text()); option.click()
        page.wait_for_selector(".chip"); settle(page)
        check("a facet's count is what choosing it leaves", total(page) == count, f"{total(page)} not {count}")
        page.locator(".chip").first.click(); page.wait_for_selector(".chip", state="detached")
        settle(page)
        check("a chip takes its filter away", total(page) == before)
    page.evaluate("words => { for (const q of words) { const i = document.querySelector('.search-input'); i.value = q; document.querySelector('.search-form').requestSubmit(); } }", words)
    settle(page)
    shown = total(page)
    open_search(page, words[-1])
    check("the last query wins", shown == total(page), f"{shown} not {total(page)}")


def fold_words():
    titles = sorted((card["title"] for card in cards), key=len)
    return ["规定", titles[0][:4], titles[len(titles) // 2][:6]]


def damage(browser):
    """What every search needs is missed, and said; what it can do without is not."""
    for part in ("directory/", "titles/", "grams/", "cards/", "synonyms/", "facets/"):
        for mode in ("missing", "truncated", "foreign"):
            context = browser.new_context(); page = context.new_page(); page.set_default_timeout(PATIENCE * 1000)
            broken.update(mode=mode, part=part)
            if part in ("synonyms/", "facets/"):
                open_search(page, "规定")
                check(f"{mode} {part}: results all the same", total(page) > 0 and not page.is_visible(".search-error"))
                broken.update(mode="")
                context.close()
                continue
            open_search(page, "规定", "error")
            check(f"{mode} {part}: a message and no results", page.is_visible(".search-error") and not page.locator("[data-hit]").count())
            broken.update(mode="")
            page.click(".search-retry"); settle(page)
            check(f"{mode} {part}: retrying works", total(page) > 0 and not page.is_visible(".search-error"))
            context.close()


def without_script(browser):
    context = browser.new_context(java_script_enabled=False); page = context.new_page()
    page.goto(base + "search/?q=" + urllib.parse.quote("规定"))
    check("without JavaScript the page says so and offers lists", page.is_visible(".search-noscript") and page.locator(".search-browse a").count() > 0)
    context.close()


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"], timeout=PATIENCE * 1000)
    page = browser.new_page(); page.set_default_timeout(PATIENCE * 1000); errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" and "favicon" not in message.text else None)
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    reading(page, errors); behaviour(page); substrings(page); damage(browser); without_script(browser)
    browser.close()
print(f"{passed} passed, {len(failures)} failed")
sys.exit(1 if failures else 0)
