"""The desk: `gongkai serve` as a clerk uses it, in Chromium."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import expect

from waiting import PATIENCE

REPOSITORY = Path(__file__).resolve().parents[2]

SETTINGS = """name: 安澜县人民政府
baseURL: https://www.anlan.example/
siteIDCode: 3412250001
organizer: 安澜县人民政府办公室
organizations:
  - {id: xzf, name: 安澜县人民政府}
"""
NOTICE = """---
title: 关于开展春季防火的通告
issuer: 安澜县人民政府
publishedOn: 2026-03-02
---

春季风大，禁止野外用火。
"""
MEASURES = """---
title: 安澜县河道采砂管理办法
documentNumber: 澜政发〔2026〕3号
issuer: 安澜县人民政府
documentDate: 2026-01-05
publishedOn: 2026-01-10
effectiveOn: 2026-02-01
expiresOn: 2026-12-31
---

第一条　禁止在堤防上采砂。
"""


class Clerk:
    """A site with the desk open."""

    def __init__(self, program: str, root: Path):
        self.root = root
        files = {
            "site.yml": SETTINGS,
            "tonggao/_column.md": "---\ntitle: 通告\nkind: notice\n---\n",
            "guifan/_column.md": "---\ntitle: 规范性文件\nkind: normative\n---\n",
            "tonggao/fanghuo.md": NOTICE,
            "guifan/caisha.md": MEASURES,
        }
        for path, text in files.items():
            file = root / "Content" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process = subprocess.Popen(
            [program, "serve", "--root", str(root), "--port", str(self.port), "--as-of", "2026-11-21"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)
        first = self.process.stdout.readline()
        found = re.search(r"http://\S+", first)
        assert found, first + self.process.stdout.read()
        self.address = found[0]

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def write(self, path: str, text: str) -> None:
        """As an editor does: beside it, and then in its place."""
        file = self.root / "Content" / path
        beside = file.with_name(".beside")
        beside.write_text(text, "utf-8")
        os.replace(beside, file)

    def text(self, path: str) -> str:
        return (self.root / "Content" / path).read_text("utf-8")

    def close(self) -> None:
        os.killpg(self.process.pid, signal.SIGINT)
        self.process.wait(PATIENCE)


@pytest.fixture()
def clerk(gongkai, tmp_path):
    opened = Clerk(gongkai, tmp_path)
    yield opened
    opened.close()
    assert {path.name for path in tmp_path.iterdir()} == {"Content"}, "nothing is written outside Content"


@pytest.fixture()
def page(clerk, browser):
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE * 1000)
    expect.set_options(timeout=PATIENCE * 1000)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda request: faults.append(request.url) if "127.0.0.1" not in request.url else None)
    page.goto(clerk.address)
    yield page
    assert not faults
    context.close()


def status(address: str, **headers: str) -> int:
    try:
        return urllib.request.urlopen(urllib.request.Request(address, headers=headers)).status
    except urllib.error.HTTPError as error:
        return error.code


def test_only_this_machine_and_only_with_the_token(clerk):
    assert status(clerk.base + "/") == 403
    assert status(clerk.base + "/?token=wrong") == 403
    token = clerk.address.split("token=")[1]
    cookie = {"Cookie": f"gongkai-desk={token}"}
    assert status(clerk.base + "/", **cookie) == 200
    assert status(clerk.base + "/", Host=f"evil.example:{clerk.port}", **cookie) == 403
    assert status(clerk.base + "/", Origin="http://evil.example", **cookie) == 403
    assert status(clerk.base + "/desk/api/file?path=Content/../../etc/passwd", **cookie) == 404
    assert status(clerk.base + "/desk/api/file?path=/etc/passwd", **cookie) == 404


def test_nothing_is_read_or_written_through_a_link(clerk, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "geheim.md"
    outside.write_text("---\ntitle: 外面\n---\n", "utf-8")
    (clerk.root / "Content/tonggao/link.md").symlink_to(outside)
    cookie = {"Cookie": f"gongkai-desk={clerk.address.split('token=')[1]}"}
    assert status(clerk.base + "/desk/api/file?path=Content/tonggao/link.md", **cookie) == 404


def test_a_clerk_writes_a_document_with_the_keyboard(clerk, page):
    page.get_by_role("button", name="新建文件").focus()
    page.keyboard.press("Enter")
    page.locator("#dialog").get_by_label("放在哪个栏目").select_option("tonggao")
    expect(page.locator("#dialog").get_by_label("类型")).to_have_value("notice")
    page.locator("#dialog").get_by_label("标题").fill('关于"清明"祭扫的通告')
    page.keyboard.press("Enter")
    expect(page.get_by_label("标题", exact=False).first).to_have_value('关于"清明"祭扫的通告')
    expect(page).to_have_url(re.compile("2026-1.md"))
    page.get_by_role("tab", name="要素").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    text = page.get_by_label("文件的内容")
    expect(text).to_have_value(re.compile("title: .*清明"))
    # A mistake, seen at its line, and cured.
    written = "---\ntitle: 关于清明祭扫的通告\nissuer: 安澜县人民政府\npublishedOn: 2026-13-01\n---\n\n文明祭扫。\n"
    text.fill(written)
    page.keyboard.press("Control+s")
    expect(page.locator("#findings")).to_contain_text("第 4 行")
    page.locator("#findings button").first.click()
    assert page.evaluate("document.activeElement.id") == "text"
    text.fill(written.replace("2026-13-01", "2026-11-20"))
    page.keyboard.press("Control+s")
    expect(page.locator("#findings")).to_contain_text("没有问题")
    expect(page.frame_locator("#preview").locator("main")).to_contain_text("文明祭扫")
    assert clerk.text("tonggao/2026-1.md") == written.replace("2026-13-01", "2026-11-20")


def test_an_edit_on_disk_is_seen_on_the_open_page(clerk, page):
    page.goto(clerk.base + "/tonggao/fanghuo/")
    page.evaluate("window.same = true")
    clerk.write("tonggao/fanghuo.md", NOTICE.replace("禁止野外用火", "严禁一切野外用火"))
    expect(page.locator("main")).to_contain_text("严禁一切野外用火")
    assert page.evaluate("window.same"), "the text was put in its place, the page not loaded again"
    clerk.write("tonggao/xin.md", NOTICE.replace("春季防火", "秋季防火"))
    page.goto(clerk.base + "/tonggao/")
    expect(page.locator("main")).to_contain_text("秋季防火")
    (clerk.root / "Content/tonggao/xin.md").unlink()
    expect(page.locator("main")).not_to_contain_text("秋季防火")


def test_what_changes_around_the_text_is_seen_on_the_open_page(clerk, page):
    page.goto(clerk.base + "/tonggao/fanghuo/")
    page.locator("gongkai-desk-bar .bar").wait_for()
    clerk.write("tonggao/_column.md", "---\ntitle: 通知和通告\nkind: notice\n---\n")
    expect(page.get_by_role("navigation").get_by_role("link", name="通知和通告").first).to_be_visible()
    clerk.write("site.yml", SETTINGS + "contact: {phone: 0558-7654321}\n")
    expect(page.locator("footer")).to_contain_text("0558-7654321")


def test_what_two_people_wrote_is_shown_to_the_second(clerk, page):
    page.goto(clerk.base + "/desk/edit.html?path=Content/tonggao/fanghuo.md&tab=text")
    text = page.get_by_label("文件的内容")
    expect(text).to_have_value(NOTICE)
    mine = NOTICE.replace("风大", "风很大")
    text.fill(mine)
    theirs = NOTICE.replace("禁止", "严禁")
    clerk.write("tonggao/fanghuo.md", theirs)
    expect(page.locator("#message")).to_contain_text("别人刚改过")
    page.keyboard.press("Control+s")
    expect(page.get_by_label("磁盘上的")).to_have_value(theirs)
    assert clerk.text("tonggao/fanghuo.md") == theirs
    page.get_by_role("button", name="用我写的").click()
    expect(page.locator("#state")).to_have_text("已保存")
    assert clerk.text("tonggao/fanghuo.md") == mine


def test_line_ends_of_windows_stay(clerk, page):
    file = clerk.root / "Content/tonggao/fanghuo.md"
    file.write_bytes(NOTICE.replace("\n", "\r\n").encode())
    page.goto(clerk.base + "/desk/edit.html?path=Content/tonggao/fanghuo.md&tab=text")
    text = page.get_by_label("文件的内容")
    expect(text).to_have_value(NOTICE)
    text.fill(NOTICE.replace("风大", "风很大"))
    page.keyboard.press("Control+s")
    expect(page.locator("#state")).to_have_text("已保存")
    assert file.read_bytes() == NOTICE.replace("风大", "风很大").replace("\n", "\r\n").encode()


def test_drafts_and_faulty_documents_are_shown_and_marked(clerk, page):
    clerk.write("tonggao/caogao.md", NOTICE.replace("publishedOn", "draft: 是\npublishedOn"))
    page.goto(clerk.base + "/tonggao/caogao/")
    expect(page.locator("gongkai-desk-bar")).to_contain_text("草稿：读者看不到")
    # A page that is open loads itself again when a file changes, in the middle of a goto.
    page.goto("about:blank")
    clerk.write("tonggao/fanghuo.md", NOTICE.replace("2026-03-02", "三月二日"))
    page.goto(clerk.base + "/tonggao/fanghuo/")
    expect(page.locator("main")).to_contain_text("禁止野外用火")
    page.locator("gongkai-desk-bar").get_by_role("button", name=re.compile("本文件：1 个错误")).click()
    expect(page.locator("gongkai-desk-bar .panel")).to_contain_text("第 4 行")


def test_broken_settings_leave_the_pages_as_they_were(clerk, page):
    clerk.write("site.yml", SETTINGS + "topics: [")
    page.goto(clerk.base + "/desk/?tab=findings")
    expect(page.locator("#findings")).to_contain_text("site.yml")
    page.goto(clerk.base + "/tonggao/fanghuo/")
    expect(page.locator("main")).to_contain_text("禁止野外用火")
    clerk.write("site.yml", SETTINGS.replace("安澜县人民政府\n", "安澜县政府网\n", 1))
    expect(page).to_have_title(re.compile("安澜县政府网"))


def test_another_day_is_a_choice(clerk, page):
    page.goto(clerk.base + "/guifan/caisha/")
    expect(page.locator("gongkai-desk-bar")).to_contain_text("现行有效")
    page.locator("gongkai-desk-bar").get_by_label("按哪一天看").fill("2027-01-01")
    expect(page.locator("gongkai-desk-bar")).to_contain_text("已失效")
    expect(page.locator("main")).to_contain_text("已失效")
    page.locator("gongkai-desk-bar").get_by_role("button", name="回到今天").click()
    expect(page.locator("main")).to_contain_text("现行有效")


def test_search_works_and_pages_fit_a_phone(clerk, page):
    page.goto(clerk.base + "/search/?q=采砂")
    expect(page.locator("main")).to_contain_text("安澜县河道采砂管理办法")
    page.set_viewport_size({"width": 375, "height": 700})
    for address in ("/desk/", "/desk/edit.html?path=Content/tonggao/fanghuo.md&tab=text"):
        page.goto(clerk.base + address)
        expect(page.locator("main")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 375


def test_what_is_typed_stands_on_the_page_beside_it_before_it_is_saved(clerk, page):
    page.goto(f"{clerk.base}/desk/edit.html?path=Content/guifan/caisha.md&tab=text")
    text, preview = page.get_by_label("文件的内容"), page.frame_locator("#preview")
    expect(preview.locator("main")).to_contain_text("禁止在堤防上采砂")
    text.fill(MEASURES + "\n第二条　夜间不得采砂。\n")
    expect(preview.locator("main")).to_contain_text("夜间不得采砂")
    assert clerk.text("guifan/caisha.md") == MEASURES
    text.fill(MEASURES.replace("2026-02-01", "2026-13-01"))
    unsaved = page.locator(".unsaved")
    expect(unsaved).to_contain_text("没有13月")
    unsaved.get_by_role("button").first.press("Enter")
    assert text.evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)") == "effectiveOn: 2026-13-01"
    text.fill(MEASURES)
    expect(unsaved.locator("li")).to_have_count(0)
    expect(preview.locator("main")).not_to_contain_text("夜间")
    # Others still see what is saved.
    text.fill(MEASURES + "\n第三条　只有我看见。\n")
    expect(preview.locator("main")).to_contain_text("只有我看见")
    assert "只有我看见" not in page.request.get(f"{clerk.base}/guifan/caisha/").text()


def test_the_page_is_as_far_down_as_the_text(clerk, page):
    long = NOTICE + "".join(f"\n第{number}段，很长的一段文字。\n" for number in range(300))
    clerk.write("tonggao/fanghuo.md", long)
    page.goto(f"{clerk.base}/desk/edit.html?path=Content/tonggao/fanghuo.md&tab=text")
    preview = page.frame_locator("#preview")
    expect(preview.locator("main")).to_contain_text("第299段")
    page.get_by_label("文件的内容").evaluate("area => area.scrollTop = area.scrollHeight")
    expect(preview.get_by_text("第299段")).to_be_in_viewport()
