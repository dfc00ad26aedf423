"""The desk for several people: reviews by buttons, publishing, going back. The proxy is played by a header of the browser's window."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from waiting import PATIENCE

SETTINGS = """name: 安澜县人民政府
baseURL: https://www.anlan.example/
siteIDCode: 3412250001
organizer: 安澜县人民政府办公室
reviews: required
organizations:
  - {id: xzf, name: 安澜县人民政府}
"""
NOTICE = """---
title: 关于开展春季防火的通告
issuer: 安澜县人民政府
publishedOn: 2099-03-02  # 以后再定
draft: 是
---

春季风大，禁止野外用火。
"""
OLD = """---
title: 关于春节放假的通告
issuer: 安澜县人民政府
publishedOn: 2026-01-20
review: {初审: {by: 甲某, on: 2026-01-17}, 复审: {by: 乙某, on: 2026-01-18}, 终审: {by: 丙某, on: 2026-01-19}, 保密审查: {by: 丁某, on: 2026-01-19}}
---

春节放假三天。
"""
FIRE, HOLIDAY = "Content/tonggao/fanghuo.md", "Content/tonggao/chunjie.md"


class Office:
    """A site with the desk behind a proxy."""

    def __init__(self, program: str, root: Path, *options: str, proxy: bool = True):
        self.root = root
        for path, text in {
            "site.yml": SETTINGS, "tonggao/_column.md": "---\ntitle: 通告\nkind: notice\n---\n",
            "tonggao/fanghuo.md": NOTICE, "tonggao/chunjie.md": OLD,
        }.items():
            self.write(path, text)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.base = f"http://127.0.0.1:{port}"
        behind = ["--behind-proxy", "X-Remote-User", "--origin", self.base] if proxy else []
        self.process = subprocess.Popen(
            [program, "serve", "--root", str(root), "--port", str(port), *behind, *options],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)
        self.said = ""
        while "Ctrl+C" not in self.said:
            line = self.process.stdout.readline()
            assert line, self.said
            self.said += line
        self.address = re.search(r"http://\S+", self.said)[0]

    def write(self, path: str, text: str) -> None:
        file = self.root / "Content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(".beside")
        beside.write_text(text, "utf-8")
        os.replace(beside, file)

    def text(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def page(self, address: str) -> str:
        return self.text(f"Output/{address}index.html")

    def log(self) -> list[dict]:
        return [json.loads(line) for line in self.text("Content/.desk/log.jsonl").splitlines()]

    def close(self) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.wait(PATIENCE)


@pytest.fixture()
def open_office(gongkai, tmp_path):
    opened: list[Office] = []

    def open_one(*options: str, proxy: bool = True) -> Office:
        opened.append(Office(gongkai, tmp_path, *options, proxy=proxy))
        return opened[-1]

    yield open_one
    for office in opened:
        office.close()


@pytest.fixture()
def office(open_office):
    return open_office()


@pytest.fixture()
def sit(browser, request):
    """Opens the desk for somebody, in a window of their own."""
    faults: list[str] = []
    windows = []

    def open_window(address: str, name: str | None, width: int = 1280) -> Page:
        headers = {"X-Remote-User": name} if name else {}
        context = browser.new_context(viewport={"width": width, "height": 800}, extra_http_headers=headers)
        context.set_default_timeout(PATIENCE * 1000)
        windows.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda each: None if "127.0.0.1" in each.url or each.url.startswith("data:") else faults.append(each.url))
        page.goto(address)
        return page

    yield open_window
    assert not faults
    for window in windows:
        window.close()


def review_of(office: Office, path: str) -> str:
    return f"{office.base}/desk/edit.html?path={path}&tab=review"


def press(page: Page, name: str) -> None:
    """With the keyboard alone."""
    page.get_by_role("button", name=name, exact=True).focus()
    page.keyboard.press("Enter")


def state(page: Page, step: str):
    return page.locator(f"tr[data-step={step}]")


def result(page: Page):
    return page.locator("#review-result")


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    return [f"{each['id']}: {[node['html'] for node in each['nodes']]}" for each in found.response["violations"]]


def test_steps_are_passed_in_order_by_different_people(office, sit):
    li = sit(review_of(office, FIRE), "lisi")
    expect(li.locator("header")).to_contain_text("lisi")
    expect(li.locator("#review-actions")).not_to_contain_text("复审通过")
    press(li, "初审通过")
    expect(state(li, "初审")).to_have_attribute("data-state", "passed")
    expect(state(li, "初审")).to_contain_text("lisi")
    # The file says so, and nothing else in it is another.
    written = office.text(FIRE)
    assert re.search(r"初审:\s*(\{by: lisi, on: |\n\s+by: lisi\n\s+on: )", written), written
    assert "publishedOn: 2099-03-02  # 以后再定\n" in written and written.endswith("禁止野外用火。\n")
    press(li, "复审通过")
    expect(result(li)).to_contain_text("lisi已经做了初审")
    # The server says so whatever the page sends.
    answer = li.request.post(
        office.base + "/desk/api/pass", data=json.dumps({"path": FIRE, "step": "终审", "name": "somebody"}),
        headers={"X-Remote-User": "zhao", "Origin": office.base})
    assert answer.status == 409 and "先做复审" in answer.json()["message"]

    wang = sit(review_of(office, FIRE), "wangwu")
    press(wang, "复审通过")
    expect(state(wang, "复审")).to_contain_text("wangwu")
    # Whoever has the page open sees it.
    expect(state(li, "复审")).to_contain_text("wangwu")
    press(sit(review_of(office, FIRE), "zhao"), "终审通过")
    expect(state(li, "终审")).to_contain_text("zhao")
    press(li, "保密审查通过")
    expect(state(li, "保密审查")).to_contain_text("lisi")
    press(li, "定稿（不再是草稿）")
    expect(result(li)).to_contain_text("不再是草稿")
    assert "draft" not in office.text(FIRE)
    assert [entry["deed"] for entry in office.log()] == ["passed"] * 4 + ["settled"]
    assert [entry["user"] for entry in office.log()] == ["lisi", "wangwu", "zhao", "lisi", "lisi"]


def test_a_change_makes_steps_stale_and_sending_back_undoes_them(office, sit):
    li = sit(review_of(office, FIRE), "lisi")
    press(li, "初审通过")
    expect(state(li, "初审")).to_have_attribute("data-state", "passed")
    # Another writes a word.
    wang = sit(f"{office.base}/desk/edit.html?path={FIRE}&tab=text", "wangwu")
    text = wang.get_by_label("文件的内容")
    expect(text).to_have_value(re.compile("禁止"))
    text.fill(text.input_value().replace("禁止", "严禁"))
    wang.keyboard.press("Control+s")
    expect(wang.locator("#state")).to_have_text("已保存")
    expect(state(li, "初审")).to_have_attribute("data-state", "outdated")
    expect(state(li, "初审")).to_contain_text("要重审")
    expect(li.locator("#panel-review")).to_contain_text("wangwu 保存")
    press(li, "初审通过")
    expect(state(li, "初审")).to_have_attribute("data-state", "passed")
    # Sent back, with a reason, which it needs.
    zhao = sit(review_of(office, FIRE), "zhao")
    press(zhao, "退回")
    expect(result(zhao)).to_contain_text("写明为什么退回")
    zhao.get_by_label("理由").fill("没有写期限")
    press(zhao, "退回")
    expect(result(zhao)).to_contain_text("已退回")
    expect(li.locator("#panel-review")).to_contain_text("没有写期限")
    expect(state(li, "初审")).to_have_attribute("data-state", "open")
    assert "review" not in office.text(FIRE) and re.search("draft: (是|true)", office.text(FIRE))


def test_what_was_published_while_the_page_was_opened_is_in_its_log(office, sit):
    """The list of releases was asked for before, the last piece of work after it."""
    begun = []

    def ask(body: bytes | None = None) -> dict | None:
        headers = {"X-Remote-User": "lisi", "Origin": office.base, "Content-Type": "application/json"}
        with urllib.request.urlopen(urllib.request.Request(office.base + "/desk/api/work", body, headers)) as answer:
            return json.load(answer)

    def publish_meanwhile(route) -> None:
        answer = route.fetch()
        if not begun:
            begun.append(ask(b'{"task": "publish", "keepGoing": false}'))
            deadline = time.monotonic() + PATIENCE
            while ask()["isRunning"]:
                assert time.monotonic() < deadline
        route.fulfill(response=answer)

    zhao = sit("about:blank", "zhao")
    zhao.route("**/desk/api/releases*", publish_meanwhile)
    zhao.goto(office.base + "/desk/publish.html")
    expect(zhao.locator("#log")).to_contain_text("lisi 发布")


def test_what_is_public_keeps_its_record_and_the_log_knows_of_the_second_look(office, sit):
    li = sit(review_of(office, HOLIDAY), "lisi")
    expect(state(li, "终审")).to_have_attribute("data-state", "unseen")
    expect(li.locator("#review-actions button")).to_have_count(0)
    before = office.text(HOLIDAY)
    li.get_by_label("理由").fill("天数写错了")
    press(li, "退回")
    expect(state(li, "初审")).to_have_attribute("data-state", "returned")
    press(li, "初审通过")
    expect(state(li, "初审")).to_have_attribute("data-state", "passed")
    assert office.text(HOLIDAY) == before
    assert [entry["deed"] for entry in office.log()] == ["returned", "passed"]
    # Changed once more, whoever looks at what would be published is told.
    press(sit(office.base + "/desk/publish.html", "lisi"), "发布")
    expect(sit(office.base + "/desk/publish.html", "zhao").locator("#log")).to_contain_text("lisi 发布")
    office.write("tonggao/chunjie.md", OLD.replace("三天", "八天"))
    page = sit(office.base + "/desk/publish.html", "wangwu")
    press(page, "看读者会看到什么变化")
    expect(page.locator("#look")).to_contain_text("还没有重审：1 篇")
    page.get_by_role("link", name=HOLIDAY).focus()
    page.keyboard.press("Enter")
    expect(state(page, "初审")).to_have_attribute("data-state", "outdated")


def test_without_a_proxy_people_write_their_name(open_office, sit):
    office = open_office(proxy=False)
    page = sit(office.address, None)
    page.goto(review_of(office, FIRE))
    press(page, "初审通过")
    expect(result(page)).to_contain_text("写上你的姓名")
    page.get_by_label("你的姓名").fill("李四")
    press(page, "初审通过")
    expect(state(page, "初审")).to_contain_text("李四")
    page.reload()
    expect(page.get_by_label("你的姓名")).to_have_value("李四")


def test_from_the_desk_to_the_web_and_back(office, sit):
    page = sit(office.base + "/desk/publish.html", "lisi")
    other = sit(office.base + "/desk/publish.html", "wangwu")
    expect(page.locator("#place")).to_contain_text(str(office.root / "Output"))
    expect(page.locator("#back")).to_contain_text("还没有发布过")
    press(page, "看读者会看到什么变化")
    expect(page.locator("#look")).to_contain_text("第一次发布")
    assert not (office.root / "Output").exists(), "looking writes nothing"
    press(page, "发布")
    expect(page.locator("#published")).to_contain_text("已发布：1 篇文件")
    expect(other.locator("#published")).to_contain_text("已发布：1 篇文件")
    assert "春节放假三天" in office.page("tonggao/chunjie/")
    # A change, looked at, published, taken back.
    office.write("tonggao/chunjie.md", OLD.replace("三天", "八天"))
    press(page, "看读者会看到什么变化")
    expect(page.locator("#look")).to_contain_text("内容或关系有改动 1 件")
    assert "春节放假三天" in office.page("tonggao/chunjie/")
    press(page, "发布")
    expect(page.locator("#published")).to_contain_text("内容或关系有改动 1 件")
    assert "春节放假八天" in office.page("tonggao/chunjie/")
    expect(page.locator("#back")).to_contain_text("会变回以前的样子 1 件")
    press(page, "退回上一版")
    expect(page.locator("#published")).to_contain_text("已退回")
    assert "春节放假三天" in office.page("tonggao/chunjie/")
    expect(page.locator("#log")).to_contain_text("lisi 退回上一版")
    assert [entry["deed"] for entry in office.log()] == ["published", "published", "rolledBack"]


def test_errors_stop_it_and_lead_to_their_line(office, sit):
    page = sit(office.base + "/desk/publish.html", "lisi")
    press(page, "发布")
    expect(page.locator("#published")).to_contain_text("已发布")
    office.write("tonggao/chunjie.md", OLD.replace("review:", "attachments: [weg.pdf]\nreview:"))
    press(page, "发布")
    expect(page.locator("#published")).to_contain_text("没有发布：有 1 个错误")
    assert "春节放假三天" in office.page("tonggao/chunjie/")
    press(page, "检查")
    expect(page.locator("#look")).to_contain_text("1 个错误")
    page.get_by_label("有错误的文件维持原状").focus()
    page.keyboard.press("Space")
    press(page, "发布")
    expect(page.locator("#published")).to_contain_text("1 篇仍是上次发布的内容")
    page.locator("#look .error button").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"edit\.html\?path=.*chunjie\.md"))
    page.get_by_label("文件的内容").wait_for()


def test_a_great_loss_has_to_be_seen_first(office, sit):
    for number in range(4):
        office.write(f"tonggao/{number}.md", OLD.replace("春节", f"第{number}个节"))
    page = sit(office.base + "/desk/publish.html", "lisi")
    press(page, "发布")
    expect(page.locator("#published")).to_contain_text("已发布：5 篇文件")
    for number in range(4):
        (office.root / f"Content/tonggao/{number}.md").unlink()
    press(page, "发布")
    expect(page.locator("#published")).to_contain_text("会撤下网上 5 篇文件中的 4 篇")
    assert (office.root / "Output/tonggao/0/index.html").exists()
    page.get_by_label("看过了，确实要撤下这些文件").focus()
    page.keyboard.press("Space")
    press(page, "发布")
    expect(page.locator("#published")).to_contain_text("已发布：1 篇文件")
    assert not (office.root / "Output/tonggao/0/index.html").exists()
    # They would come back with the release before: that, too, has to be seen.
    expect(page.locator("#back")).to_contain_text("已经撤下、又会公开 4 件")
    press(page, "退回上一版")
    expect(page.locator("#published")).to_contain_text("没有退回")
    page.get_by_label("已经撤下的 4 篇确实要重新公开").focus()
    page.keyboard.press("Space")
    press(page, "退回上一版")
    expect(page.locator("#published")).to_contain_text("已退回")
    assert (office.root / "Output/tonggao/0/index.html").exists()


def test_while_the_night_builds_nobody_publishes(office, sit):
    page = sit(office.base + "/desk/publish.html", "lisi")
    press(page, "发布")
    expect(page.locator("#published")).to_contain_text("已发布")
    with subprocess.Popen(["flock", str(office.root / ".Output.gongkai/lock"), "cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as night:
        night.stdin.write(b"locked\n")
        night.stdin.flush()
        assert night.stdout.readline()
        press(page, "发布")
        expect(page.locator("#published")).to_contain_text("网站正在由另一个程序生成")
        night.stdin.close()
    press(page, "发布")
    expect(page.locator("#published")).to_contain_text("已发布")


@pytest.mark.parametrize(
    ("options", "name", "reason"),
    [
        (["--no-publish"], "lisi", "--no-publish"), (["--as-of", "2026-11-21"], "lisi", "只能看，不能发布"),
        (["--publisher", "zhao", "qian"], "lisi", "可以发布的有：qian、zhao"),
    ])
def test_publishing_can_be_kept_to_some_or_off(open_office, sit, options, name, reason):
    office = open_office(*options)
    page = sit(office.base + "/desk/publish.html", name)
    expect(page.locator("#objection")).to_contain_text(reason)
    expect(page.get_by_role("button", name="发布", exact=True)).to_be_hidden()
    answer = page.request.post(
        office.base + "/desk/api/work", data=json.dumps({"task": "publish"}),
        headers={"X-Remote-User": name, "Origin": office.base})
    assert answer.status == 403
    press(page, "检查")
    expect(page.locator("#look")).to_contain_text("没有问题")
    assert not (office.root / "Output").exists()


@pytest.mark.parametrize("width", [1280, 1024, 375])
def test_pages_are_accessible_and_fit(office, sit, width):
    page = sit(review_of(office, FIRE), "lisi", width)
    expect(state(page, "初审")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(office.base + "/desk/publish.html")
    press(page, "体检（按检查指标）")
    expect(page.locator("#look")).to_contain_text("首页更新")
    assert violations(page) == []
    press(page, "看读者会看到什么变化")
    expect(page.locator("#look")).to_contain_text("第一次发布")
    press(page, "发布")
    expect(page.locator("#published")).to_contain_text("已发布")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
