"""A clerk's first hour: from an empty folder to a published document, with the keyboard only. GONGKAI_FILM=DIR keeps a picture of
every step: those in the handbook are made so."""

from __future__ import annotations

import datetime
import os
import re
import signal
import socket
import subprocess
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from test_desk_facts import reach
from test_desk_paste import WORD, at_end, paste
from waiting import PATIENCE

TODAY = datetime.date.today().isoformat()
TABLE = WORD.replace("处<span\nclass=msoDel><del cite=\"mailto:Zhang\" datetime=\"2026-11-20T09:14\">三</del></span>五百元罚款。", "补助按下表发放。")


@pytest.fixture()
def desk(gongkai, tmp_path):
    root = tmp_path / "wangzhan"
    subprocess.run([gongkai, "init", root], check=True, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([gongkai, "serve", "--root", root, "--port", str(port)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    found = None
    while not found:
        line = process.stdout.readline()
        assert line
        found = re.search(r"http://\S+", line)
    yield root, found[0]
    process.send_signal(signal.SIGINT)
    process.wait(PATIENCE)


class Film:
    def __init__(self, page: Page):
        self.page, self.folder, self.number = page, os.environ.get("GONGKAI_FILM"), 0

    def take(self, name: str) -> None:
        self.number += 1
        assert [found["id"] for found in Axe().run(self.page).response["violations"]] == [], name
        if self.folder:
            self.page.screenshot(path=Path(self.folder) / f"{self.number}-{name}.png")


def press(page: Page, name: str) -> None:
    """Goes to a button with Tab and presses it."""
    reach(page, page.get_by_role("button", name=name, exact=True))
    page.keyboard.press("Enter")


def to_tab(page: Page, name: str) -> None:
    """With the arrows, as tabs are."""
    page.get_by_role("tab", selected=True).focus()
    for _ in range(8):
        page.keyboard.press("ArrowRight")
        if page.evaluate("document.activeElement.textContent").strip() == name:
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"no tab {name}")


def test_from_an_empty_folder_to_a_published_document(desk, browser):
    root, address = desk
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()
    film = Film(page)
    page.goto(address)
    expect(page.locator("#rows tr").first).to_be_visible()
    film.take("wenjian")

    press(page, "新建文件")
    column = page.locator("#dialog").get_by_label("放在哪个栏目")
    column.focus()
    column.select_option("fading")
    page.locator("#dialog").get_by_label("标题").focus()
    page.keyboard.type("某县人民政府关于做好冬季取暖补助发放工作的通知")
    film.take("xinjian")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"edit\.html"))
    file = root / re.search(r"path=([^&]+)", page.url)[1].replace("%2F", "/")

    # Facts, with a mistake that is seen at its field and cured.
    expect(page.locator("#panel-facts")).to_be_visible()
    page.get_by_label("发文机关", exact=False).first.focus()
    page.keyboard.type("某县人民政府")
    number = page.get_by_label("发文字号", exact=False).first
    number.focus()
    page.keyboard.type("某政发[2026]9号")
    page.keyboard.press("Control+s")
    wrong = page.locator("#field-documentNumber .field-findings")
    expect(wrong).to_contain_text("六角括号")
    film.take("cuowu")
    number.focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("某政发〔2026〕9号")
    for label in ("成文日期", "发布日期"):
        page.get_by_label(label, exact=False).first.fill(TODAY)
    page.keyboard.press("Control+s")
    expect(page.locator("#state")).to_have_text("已保存")
    expect(wrong.locator("li")).to_have_count(0)
    film.take("yaosu")

    # The text, with a table out of Word.
    to_tab(page, "正文")
    text = page.locator(".editor textarea")
    expect(text).to_have_value(re.compile("冬季取暖补助"))
    at_end(text)
    page.keyboard.type("\n各乡镇人民政府：\n\n")
    paste(page, TABLE, "")
    expect(page.locator(".paste-note")).to_contain_text("已粘贴")
    page.keyboard.press("Control+s")
    expect(page.locator("#state")).to_have_text("已保存")
    expect(page.frame_locator("#preview").locator("main table")).to_contain_text("500")
    film.take("zhengwen")

    # An attachment; the document gets a folder of its own.
    to_tab(page, "附件")
    page.locator("#attachment-files").set_input_files({"name": "申请表.txt", "mimeType": "text/plain", "buffer": "姓名：\n".encode()})
    expect(page.locator(".attachments li")).to_contain_text("申请表.txt")
    film.take("fujian")
    file = file.with_suffix("") / "index.md"
    assert "申请表.txt" in file.read_text("utf-8")

    # No longer a draft: the finished text, then everybody can read it.
    if "draft" in file.read_text("utf-8"):
        to_tab(page, "送审")
        page.get_by_label("你的姓名").focus()
        page.keyboard.type("李四")
        press(page, "定稿（不再是草稿）")
        expect(page.get_by_role("button", name="定稿（不再是草稿）")).to_have_count(0)
        film.take("songshen")
    page.goto(address.split("?")[0] + "publish.html")
    press(page, "看读者会看到什么变化")
    expect(page.locator("#look")).to_contain_text("第一次发布")
    film.take("bianhua")
    press(page, "发布")
    expect(page.locator("#published")).to_contain_text("已发布")
    film.take("fabu")
    published = (root / "Output" / file.parent.relative_to(root / "Content") / "index.html").read_text("utf-8")
    assert "冬季取暖补助" in published and "500" in published and "申请表" in published
    context.close()
