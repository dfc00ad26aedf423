"""The tab 要素 of the desk: the facts of a document as a form, with the keyboard only."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from test_desk import MEASURES, NOTICE, Clerk, clerk, page  # noqa: F401 (fixtures)
from waiting import until

FIRST = "Content/guifan/caisha.md"
REGISTER = """---
title: 安澜县行政权力清单
issuer: 安澜县人民政府
publishedOn: 2026-03-02
entries: qingdan.csv
---

"""


def edit(clerk: Clerk, page: Page, path: str, tab: str = "facts") -> None:
    page.goto(f"{clerk.base}/desk/edit.html?path={path}&tab={tab}")
    expect(page.locator(f"#panel-{tab}")).to_be_visible()


def field(page: Page, key: str) -> Locator:
    return page.locator(f"#field-{key}")


def save(page: Page) -> None:
    page.keyboard.press("Control+s")
    expect(page.locator("#state")).to_have_text("已保存")


def reach(page: Page, locator: Locator) -> None:
    """Goes there with Tab."""
    page.evaluate("document.activeElement?.blur()")
    for _ in range(200):
        page.keyboard.press("Tab")
        if locator.evaluate("each => each === document.activeElement"):
            return
    raise AssertionError("Tab does not lead there")


def test_only_the_lines_of_what_was_changed_differ(clerk, page):
    text = MEASURES.replace("issuer", "# 起草时的说明\nissuer").replace("effectiveOn: 2026-02-01", "effectiveOn: 2026-02-01  # 自施行之日起")
    clerk.write("guifan/caisha.md", text)
    edit(clerk, page, FIRST)
    title = page.get_by_label("标题", exact=False).first
    reach(page, title)
    page.keyboard.press("Control+a")
    page.keyboard.type("安澜县河道采砂管理办法：2026")
    page.get_by_label("施行日期").fill("2026-03-01")
    expect(page.locator("#state")).to_have_text("还没有保存")
    save(page)
    wanted = text.replace("title: 安澜县河道采砂管理办法", "title: 安澜县河道采砂管理办法：2026").replace("2026-02-01", "2026-03-01")
    assert clerk.text("guifan/caisha.md") == wanted
    expect(page.locator("#name")).to_have_text("安澜县河道采砂管理办法：2026")


def test_a_mistake_is_said_at_its_field_and_goes_with_it(clerk, page):
    clerk.write("guifan/caisha.md", MEASURES.replace("2026-02-01", "2026-13-01").replace("issuer: 安澜县人民政府\n", ""))
    edit(clerk, page, FIRST)
    wrong = field(page, "effectiveOn")
    expect(wrong.locator(".field-findings")).to_contain_text("没有13月")
    expect(wrong.locator(".field-findings .cure")).to_be_visible()
    date = page.get_by_label("施行日期")
    expect(date).to_have_attribute("aria-invalid", "true")
    expect(field(page, "issuer").locator(".field-findings")).to_contain_text("缺失")
    page.locator("#findings").get_by_role("button", name=re.compile("13月")).focus()
    page.keyboard.press("Enter")
    expect(date).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("2026-12-01")
    save(page)
    expect(wrong.locator(".field-findings li")).to_have_count(0)


def test_choices_lists_and_yes_and_no(clerk, page):
    edit(clerk, page, FIRST)
    page.locator("details.rest summary").focus()
    page.keyboard.press("Enter")
    page.get_by_label("公开属性").focus()
    page.get_by_label("公开属性").select_option("依申请公开")
    page.get_by_label("草稿").select_option("是")
    page.get_by_role("button", name="加一项关键词").focus()
    for word in ("河道", "a: b"):
        page.get_by_role("button", name="加一项关键词").focus()
        page.keyboard.press("Enter")
        page.keyboard.type(word)
    page.get_by_role("button", name="上移关键词 第 2 项").focus()
    page.keyboard.press("Enter")
    page.get_by_label("摘要").fill("第一句\n第二句")
    save(page)
    text = clerk.text("guifan/caisha.md")
    assert 'keywords: ["a: b", 河道]\n' in text
    assert "disclosure: 依申请公开\n" in text and "draft: 是\n" in text
    assert "summary: |-\n  第一句\n  第二句\n" in text
    assert text.endswith(MEASURES.split("---\n")[2])
    page.get_by_role("button", name="删去关键词 第 1 项").focus()
    page.keyboard.press("Enter")
    page.get_by_label("草稿").select_option("")
    save(page)
    text = clerk.text("guifan/caisha.md")
    assert "keywords: 河道\n" in text and "draft" not in text


def test_a_document_is_found_while_its_title_is_typed(clerk, page):
    edit(clerk, page, "Content/tonggao/fanghuo.md")
    page.locator("details.rest summary").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="加一项依据").focus()
    page.keyboard.press("Enter")
    box = page.get_by_role("combobox", name="依据 第 1 项")
    expect(box).to_be_focused()
    page.keyboard.type("采砂")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("listbox").get_by_role("option")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", name=re.compile("河道采砂"))).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(box).to_have_value("澜政发〔2026〕3号")
    expect(field(page, "basedOn")).to_contain_text("《安澜县河道采砂管理办法》")
    save(page)
    assert "basedOn: 澜政发〔2026〕3号\n" in clerk.text("tonggao/fanghuo.md")
    # More can be said of it.
    field(page, "basedOn").locator("summary").focus()
    page.keyboard.press("Enter")
    page.get_by_label("条款").fill("第三条、第五条")
    save(page)
    assert "{document: 澜政发〔2026〕3号, articles: [第三条, 第五条]}" in clerk.text("tonggao/fanghuo.md")


@pytest.fixture()
def register(clerk, page):
    for folder in ("quanli", "_kinds"):
        (clerk.root / "Content" / folder).mkdir()
    clerk.write("quanli/_column.md", "---\ntitle: 权力清单\nkind: register\n---\n")
    clerk.write(
        "_kinds/register.yml", "label: 登记表\nfields:\n  - {key: issuer, required: true}\n  - key: entries\n    label: 事项\n    type: table\n    columns:\n"
        "      - {key: name, label: 事项名称, type: text, required: true}\n      - {key: level, label: 层级, type: choice, choices: [县级, 乡级]}\n"
        "      - {key: fee, label: 收费, type: number}\n")
    clerk.write("quanli/qingdan.md", REGISTER)
    table = clerk.root / "Content/quanli/qingdan.csv"
    table.write_bytes("\ufeff事项名称,层级,收费\r\n采砂许可 ,县级,\"1,000\"\r\n\r\n林木采伐,乡级,0\r\n".encode())
    # Before the kind has been read, it would be another form.
    address = f"{clerk.base}/desk/api/facts?path=Content/quanli/qingdan.md"
    until(page, lambda: page.request.get(address).json().get("kind") == "登记表")
    return table


PASTE = """([text, html]) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  if (html) data.setData("text/html", html);
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


def test_a_table_is_filled_with_the_keyboard_and_from_excel(clerk, page, register):
    edit(clerk, page, "Content/quanli/qingdan.md")
    page.get_by_role("button", name="打开表格 qingdan.csv").focus()
    page.keyboard.press("Enter")
    first = page.get_by_label("事项名称 第 1 行")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_label("层级 第 2 行")).to_be_focused()
    page.keyboard.type("县级")
    page.keyboard.press("Tab")
    expect(page.get_by_label("收费 第 2 行")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label("收费 第 3 行")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.evaluate(PASTE, ["事项名称\t层级\t收费\t备注\n占道许可\t县级\t20\t无\n\"两\n行\"\t乡级\t5\t\n", None])
    expect(page.locator(".grid-status")).to_contain_text("粘贴了 2 行 3 列；右边 1 列放不下")
    expect(page.get_by_label("事项名称 第 4 行")).to_have_value("两\n行")
    save(page)
    assert register.read_bytes() == (
        "\ufeff事项名称,层级,收费\r\n采砂许可 ,县级,\"1,000\"\r\n\r\n林木采伐,县级,0\r\n占道许可,县级,20\r\n\"两\n行\",乡级,5\r\n").encode()
    assert clerk.text("quanli/qingdan.md") == REGISTER


def test_rows_come_go_and_move_and_a_step_can_be_undone(clerk, page, register):
    edit(clerk, page, "Content/quanli/qingdan.md")
    page.get_by_role("button", name="打开表格 qingdan.csv").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("事项名称 第 1 行")).to_be_focused()
    page.keyboard.press("Alt+ArrowDown")
    expect(page.get_by_label("事项名称 第 2 行")).to_be_focused()
    page.evaluate(PASTE, ["", "<table><tr><td rowspan=2>甲</td><td>县级</td></tr><tr><td>乡级</td></tr></table>"])
    expect(page.get_by_label("事项名称 第 3 行")).to_have_value("^^")
    for name in ("撤销", "删去这一行"):
        reach(page, page.get_by_role("button", name=name))
        page.keyboard.press("Enter")
    expect(page.locator(".grid tbody tr")).to_have_count(1)
    save(page)
    assert register.read_bytes() == "\ufeff事项名称,层级,收费\r\n林木采伐,乡级,0\r\n".encode()


def test_a_new_table_has_the_columns_of_its_kind(clerk, page, register):
    clerk.write("quanli/qingdan.md", REGISTER.replace("entries: qingdan.csv\n", ""))
    edit(clerk, page, "Content/quanli/qingdan.md")
    page.get_by_role("button", name="新建表格").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="打开表格 qingdan-entries.csv").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("事项名称 第 1 行")).to_be_focused()
    page.keyboard.type("采砂许可")
    save(page)
    text = (clerk.root / "Content/quanli/qingdan-entries.csv").read_text("utf-8-sig")
    assert text == "事项名称,层级,收费\n采砂许可,,\n"
    assert "entries: qingdan-entries.csv\n" in clerk.text("quanli/qingdan.md")


def test_a_new_table_takes_no_focus_from_whoever_has_gone_on(clerk, page, register):
    """The document is saved with the table's name while somebody is in another field already."""
    clerk.write("quanli/qingdan.md", REGISTER.replace("entries: qingdan.csv\n", ""))
    edit(clerk, page, "Content/quanli/qingdan.md")
    held = []
    page.route("**/desk/api/facts*", lambda route: held.append(route) if route.request.method == "POST" else route.continue_())
    page.get_by_role("button", name="新建表格").focus()
    page.keyboard.press("Enter")
    until(page, lambda: held)
    title = page.get_by_label("标题", exact=False).first
    title.focus()
    held[0].continue_()
    expect(page.locator("#state")).to_have_text("已保存")
    expect(title).to_be_focused()


def test_of_two_people_only_the_fields_that_differ_are_asked(clerk, page):
    edit(clerk, page, FIRST)
    title = page.get_by_label("标题", exact=False).first
    title.fill("我的标题")
    clerk.write("guifan/caisha.md", MEASURES.replace("2026-12-31", "2027-12-31"))
    expect(page.get_by_label("有效期至")).to_have_value("2027-12-31")
    save(page)
    mine = MEASURES.replace("2026-12-31", "2027-12-31").replace("安澜县河道采砂管理办法", "我的标题")
    assert clerk.text("guifan/caisha.md") == mine
    title.fill("我的第二个标题")
    clerk.write("guifan/caisha.md", mine.replace("我的标题", "别人的标题"))
    expect(page.locator(".facts-conflict .theirs")).to_have_text("别人的标题")
    expect(page.locator(".facts-conflict .mine")).to_have_text("我的第二个标题")
    reach(page, page.get_by_role("button", name="标题：用我写的"))
    page.keyboard.press("Enter")
    expect(page.locator("#state")).to_have_text("已保存")
    assert clerk.text("guifan/caisha.md") == mine.replace("我的标题", "我的第二个标题")


def test_news_leave_the_focus_where_it_is(clerk, page):
    """The list of findings and the question about two versions are made anew while somebody is about to press Enter."""

    def news(name: str) -> None:
        page.evaluate("document.querySelector('#findings').firstElementChild.old = true")
        clerk.write(f"guifan/{name}.md", NOTICE)
        until(page, "!document.querySelector('#findings').firstElementChild.old")

    clerk.write("guifan/caisha.md", MEASURES.replace("2026-02-01", "2026-13-01"))
    edit(clerk, page, FIRST)
    finding = page.locator("#findings").get_by_role("button", name=re.compile("13月"))
    finding.focus()
    news("bieren-1")
    expect(finding).to_be_focused()
    clerk.write("guifan/caisha.md", MEASURES)
    expect(page.get_by_label("施行日期")).to_have_value("2026-02-01")
    page.get_by_label("标题", exact=False).first.fill("我的标题")
    clerk.write("guifan/caisha.md", MEASURES.replace("安澜县河道采砂管理办法", "别人的标题"))
    mine = page.get_by_role("button", name="标题：用我写的")
    reach(page, mine)
    news("bieren-2")
    expect(mine).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#state")).to_have_text("已保存")
    assert clerk.text("guifan/caisha.md") == MEASURES.replace("安澜县河道采砂管理办法", "我的标题")


def test_an_answer_that_is_late_takes_nothing_back(clerk, page):
    """What was read before a save is never shown after it."""
    edit(clerk, page, FIRST)
    held, saved = [], []

    def pass_on(route):
        if route.request.method == "POST":
            saved.append(route.request.url)
        elif not held:
            return held.append((route, route.fetch()))
        route.continue_()

    page.route("**/desk/api/facts*", pass_on)
    clerk.write("tonggao/3.md", NOTICE)
    until(page, lambda: held)
    title = page.get_by_label("标题", exact=False).first
    title.fill("我的标题")
    page.keyboard.press("Control+s")
    expect(page.locator("#state")).to_have_text("正在保存…")
    assert not saved
    route, answer = held[0]
    route.fulfill(response=answer)
    expect(page.locator("#state")).to_have_text("已保存")
    expect(title).to_have_value("我的标题")
    assert clerk.text("guifan/caisha.md") == MEASURES.replace("安澜县河道采砂管理办法", "我的标题")


def test_what_was_before_can_be_brought_back(clerk, page):
    edit(clerk, page, FIRST)
    page.get_by_label("标题", exact=False).first.fill("新标题")
    save(page)
    page.get_by_role("tab", name="以前的").click()
    page.get_by_role("button", name=re.compile("看.*保存以前的")).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel-copies pre")).to_contain_text("安澜县河道采砂管理办法")
    page.get_by_role("button", name=re.compile("恢复.*保存以前的")).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#message")).to_contain_text("已经恢复")
    assert clerk.text("guifan/caisha.md") == MEASURES
    expect(page.locator("#panel-copies li")).to_have_count(2)


def test_a_file_that_goes_away_while_it_is_open_loses_nothing(clerk, page):
    edit(clerk, page, FIRST)
    title = page.get_by_label("标题", exact=False).first
    title.fill("还在这里")
    (clerk.root / FIRST).unlink()
    page.keyboard.press("Control+s")
    expect(page.locator("#message")).to_contain_text("已经被删除或者改名")
    expect(title).to_have_value("还在这里")
    (clerk.root / FIRST).mkdir()
    page.keyboard.press("Control+s")
    expect(page.locator("#message")).to_contain_text("它是文件夹")
    (clerk.root / FIRST).rmdir()
    clerk.write("guifan/caisha.md", MEASURES)
    save(page)
    assert "title: 还在这里\n" in clerk.text("guifan/caisha.md")


def test_a_text_whose_file_went_away_is_made_again(clerk, page):
    edit(clerk, page, "Content/tonggao/fanghuo.md", "text")
    text = page.get_by_label("文件的内容")
    expect(text).to_have_value(NOTICE)
    text.fill(NOTICE.replace("风大", "风很大"))
    (clerk.root / "Content/tonggao/fanghuo.md").unlink()
    page.keyboard.press("Control+s")
    page.get_by_role("button", name="重新建立这个文件").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#state")).to_have_text("已保存")
    assert clerk.text("tonggao/fanghuo.md") == NOTICE.replace("风大", "风很大")


def test_a_broken_kind_leaves_the_form_and_a_broken_file_leads_to_the_text(clerk, page, register):
    edit(clerk, page, "Content/quanli/qingdan.md")
    clerk.write("_kinds/register.yml", "label: [登记表")
    expect(page.get_by_label("标题", exact=False).first).to_have_value("安澜县行政权力清单")
    page.get_by_label("标题", exact=False).first.fill("新清单")
    save(page)
    assert clerk.text("quanli/qingdan.md") == REGISTER.replace("安澜县行政权力清单", "新清单")
    clerk.write("quanli/qingdan.md", "---\ntitle: 甲\ntitle: 乙\n---\n")
    expect(page.locator("#panel-facts")).to_contain_text("先在“正文”里改好")
    # Focus and key at once: the form may be drawn once more.
    page.get_by_role("button", name="打开“正文”").press("Enter")
    expect(page.get_by_label("文件的内容")).to_be_visible()


def test_what_is_not_saved_is_saved_before_another_tab_opens(clerk, page):
    edit(clerk, page, FIRST)
    page.get_by_label("标题", exact=False).first.fill("新标题")
    reach(page, page.get_by_role("tab", name="要素"))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    text = page.get_by_label("文件的内容")
    expect(text).to_have_value(MEASURES.replace("安澜县河道采砂管理办法", "新标题"))
    text.fill(MEASURES.replace("安澜县河道采砂管理办法", "第三个"))
    page.get_by_role("tab", name="要素").click()
    expect(page.get_by_label("标题", exact=False).first).to_have_value("第三个")


@pytest.mark.parametrize("width", [1280, 1024, 375])
def test_axe_finds_nothing_and_everything_fits(clerk, page, register, width):
    clerk.write("quanli/qingdan.md", REGISTER.replace("2026-03-02", "2026-13-02"))
    page.set_viewport_size({"width": width, "height": 900})
    for path, tab in (("Content/quanli/qingdan.md", "facts"), (FIRST, "facts"), (FIRST, "text"), (FIRST, "copies")):
        edit(clerk, page, path, tab)
        if path.endswith("qingdan.md"):
            page.get_by_role("button", name="打开表格 qingdan.csv").click()
            expect(page.locator(".field.wrong")).to_be_visible()
        if tab == "facts":
            page.locator("details.rest summary").click()
            page.get_by_role("button", name="加一项依据").click()
            page.keyboard.type("安澜")
            expect(page.get_by_role("listbox")).to_be_visible()
        result = Axe().run(page, context={"exclude": [["iframe"]]})
        assert not result.response["violations"], result.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
