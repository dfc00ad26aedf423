"""The state goes with the reader: at a deep link, down the page, by ear, and between two builds."""

import datetime

import pytest

from test_clock import midnight, opened_at
from waiting import until

SPEECH = """() => {
  window.said = [];
  const spoken = {speak(utterance) { said.push({words: utterance.text, rate: utterance.rate}); if (said.length < 400) setTimeout(() => utterance.onend && utterance.onend(), 0); },
    cancel() {}, getVoices: () => VOICES, addEventListener() {}};
  Object.defineProperty(window, 'speechSynthesis', {value: spoken, configurable: true});
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}"""
REPEALED = "fading/guifanxing/2019-12/"
AMENDED = "fading/guifanxing/2022-15/"
BOX = "e => { const b = e.getBoundingClientRect(); return [b.top, b.bottom]; }"


def speaking(open_reader, voices="[{lang: 'zh-CN'}]", never_ends=False):
    reader = open_reader()
    script = SPEECH.replace("VOICES", voices)
    reader.context.add_init_script("(" + (script.replace("said.length < 400", "false") if never_ends else script) + ")()")
    return reader


def listen(reader, address):
    """What is said on a page, piece by piece."""
    page = reader.open(address)
    page.evaluate("import(document.querySelector('script[src$=\"site.js\"]').src.replace('site.js', 'speech.js'))"
                  ".then(m => { const b = document.createElement('button'); document.querySelector('main').prepend(b); m.speak(b); })")
    until(page, "said.length > 0 && !document.querySelector('.speech') || said.length >= 400")
    return [piece["words"] for piece in page.evaluate("said")]


@pytest.mark.parametrize("width", [375, 1280])
def test_a_link_to_an_article_of_a_repealed_document_shows_that_it_is_repealed(open_reader, width):
    reader = open_reader(viewport={"width": width, "height": 720})
    page = reader.open(REPEALED + "#tiao-5")
    until(page, "document.querySelector('#tiao-5').getBoundingClientRect().top < innerHeight")
    strip = page.locator(".strip:visible")
    assert "已废止" in strip.inner_text()
    top, bottom = strip.evaluate(BOX)
    assert top == 0 and bottom <= 60
    # One line, and it does not cover the article.
    assert page.locator("#tiao-5").evaluate(BOX)[0] >= bottom
    assert strip.evaluate("e => { const b = e.getBoundingClientRect(); return document.elementFromPoint(b.left + 20, 20).closest('.strip') === e; }")
    colour = page.locator("#tiao-5").evaluate("e => getComputedStyle(e).color")
    assert colour == page.locator(".strip ~ * .text").first.evaluate("e => getComputedStyle(e).color")
    assert colour != page.evaluate("getComputedStyle(document.body).color")
    assert not reader.complaints


def test_the_strip_is_behind_the_box_at_the_top_and_is_not_printed(open_reader):
    page = open_reader(java_script_enabled=False).open(REPEALED)
    strip = page.locator(".strip:visible")
    covered = "e => { const b = e.getBoundingClientRect(); return !!document.elementFromPoint(b.left + 20, (b.top + b.bottom) / 2).closest('.validity'); }"
    assert strip.evaluate(covered)
    assert strip.locator("a").all_inner_texts()[1:] == ["新旧对照"]
    page.emulate_media(media="print")
    assert page.locator(".strip:visible").count() == 0


def test_a_link_to_an_amended_article_shows_its_note_and_its_new_words(open_reader):
    reader = open_reader(viewport={"width": 375, "height": 720})
    page = reader.open(AMENDED + "#tiao-4")
    until(page, "document.querySelector('#tiao-4').getBoundingClientRect().top < 200")
    note = page.locator("#tiao-4 .article-note")
    assert note.evaluate(BOX)[0] >= page.locator(".strip:visible").evaluate(BOX)[1] - 1
    assert "最高额度为30万元" in note.inner_text() and "以下为修改前的条文" in note.inner_text()
    link = note.locator("a").first
    assert link.get_attribute("href").endswith("2025-4/#s1")
    link.click()
    until(page, "location.hash === '#s1' && document.querySelector('#s1')?.getBoundingClientRect().top >= 0")


def test_the_strip_changes_at_midnight(open_reader, site):
    address = next(a for a in site.documents if 'class="strip soon"' in site.text(a + "index.html"))
    text = site.text(address + "index.html")
    day = text.split('class="strip soon" data-until="')[1][:10]
    before, page = opened_at(open_reader, address, midnight(day) - datetime.timedelta(seconds=1))
    assert "尚未施行" in page.inner_text(".strip:not([hidden])")
    _, page = opened_at(open_reader, address, midnight(day))
    assert page.locator(".strip.soon:not([hidden])").count() == 0


def test_what_ends_soon_says_so_in_its_list(open_reader, site):
    found = [(file, part.split("<")[0]) for file in site.files if file.endswith("index.html") and not file.startswith("changes")
             for part in site.text(file).split('class="coming" data-until="')[1:] if "届满" in part.split("<")[0]]
    file, words = found[0]
    day = words[:10]
    address = file.removesuffix("index.html")
    _, page = opened_at(open_reader, address, midnight("2026-11-21"))
    assert page.locator(f".coming:visible:has-text('{words.split('>')[1]}')").count()
    _, page = opened_at(open_reader, address, midnight(day))
    assert not page.locator(f".coming:visible:has-text('{words.split('>')[1]}')").count()


def test_reading_aloud_begins_with_title_and_state(open_reader):
    said = listen(speaking(open_reader), REPEALED)
    state = next(index for index, words in enumerate(said) if "已废止" in words)
    article = next(index for index, words in enumerate(said) if words.startswith("第一条"))
    assert state in (1, 2) and state < article
    assert not [words for words in said if words.startswith("，") or "，，" in words]


def test_reading_aloud_says_the_note_before_the_old_words(open_reader):
    said = listen(speaking(open_reader), AMENDED)
    note = next(index for index, words in enumerate(said) if "第四条已修改" in words)
    old = next(index for index, words in enumerate(said) if words.startswith("第四条") and "最高额度为20万元" in words)
    assert note < old and any("修改前的条文" in words for words in said[note:old])


def test_tables_are_read_row_by_row_with_their_heads(open_reader, site):
    address = next(a for a, page in site.documents.items() if 'poster' in site.text(a + "index.html") and page.tables)
    said = listen(speaking(open_reader), address)
    row = next(words for words in said if words.startswith("序号1，"))
    heads = [h for h in ("姓名", "金额", "村民小组") if h in row]
    assert heads and any("公示" in words for words in said[:4]), (row, said[:4])


def test_a_device_without_a_chinese_voice_says_so(open_reader):
    reader = speaking(open_reader, voices="[{lang: 'en-US'}]")
    page = reader.open(REPEALED)
    page.get_by_role("button", name="大字").first.click()
    page.get_by_role("button", name="朗读").click()
    until(page, "document.querySelector('.speech[role=status]')?.textContent.includes('没有中文语音')")
    assert page.evaluate("said.length") == 0 and not reader.complaints


def test_reading_stops_pauses_and_goes_on_where_the_reader_points(open_reader):
    reader = speaking(open_reader, never_ends=True)
    page = reader.open(REPEALED)
    page.get_by_role("button", name="大字").first.click()
    page.get_by_role("button", name="朗读").click()
    until(page, "said.length === 1")
    page.get_by_role("button", name="暂停").click()
    page.get_by_role("button", name="继续").click()
    until(page, "said.length === 2 && said[0].words === said[1].words")
    page.get_by_role("button", name="语速：正常").click()
    until(page, "said.length === 3 && said[2].rate > 1")
    page.locator("[data-body] p:has-text('第二条')").first.click()
    until(page, "said.length === 4 && said[3].words.startsWith('第二条')")
    page.get_by_role("button", name="停止").click()
    until(page, "!document.querySelector('.reading-now')")
    assert page.get_by_role("button", name="朗读").is_visible() and not reader.complaints


def test_what_a_record_should_publish_is_folded_and_not_printed(open_reader, site):
    address = next(a for a in site.documents if "parts-check" in site.text(a + "index.html"))
    page = open_reader().open(address)
    assert not page.locator(".parts-check table").is_visible()
    page.locator(".parts-check summary").click()
    assert page.locator(".parts-check table").is_visible()
    page.emulate_media(media="print")
    assert not page.locator(".parts-check").is_visible()


def test_the_word_of_a_state_is_not_the_colour_of_its_badge(reader, site):
    """Axe leaves out words that have exactly the colour of their ground."""
    seen = set()
    for page_type in ("document answered", "document repealed", "document inForce", "document upcoming", "changes", "list of validity"):
        page = reader.open(site.types[page_type])
        badges = page.eval_on_selector_all(".status", "all => all.map(e => [e.className, getComputedStyle(e).color, getComputedStyle(e).backgroundColor])")
        assert not [badge for badge in badges if badge[1] == badge[2]], page_type
        seen |= {badge[0] for badge in badges}
    assert "status settled" in seen
