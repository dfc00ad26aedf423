"""What comes to the desk from elsewhere: pastes, files that become documents, attachments."""

from __future__ import annotations

import http.client
import io
import os
import re
import zipfile
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from test_desk import Clerk, NOTICE, clerk, page  # noqa: F401 (fixtures)

FIRE = "Content/tonggao/fanghuo.md"

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40"><head><meta name=Generator content="Microsoft Word 15"><style><!--
 p.MsoNormal {margin:0cm;font-size:10.5pt;} @list l0:level1 {mso-level-text:"%1、";} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span style='font-size:16.0pt;font-family:仿宋'>处<span
class=msoDel><del cite="mailto:Zhang" datetime="2026-11-20T09:14">三</del></span>五百元罚款。<span style='display:none;mso-hide:all'>内部掌握</span><span
lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoListParagraph style='text-indent:-21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span
style='mso-list:Ignore'>（一）<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>野外用火的；<span lang=EN-US><o:p></o:p></span></p>
<table class=MsoNormalTable border=1 cellspacing=0 style='border-collapse:collapse'>
 <tr><td rowspan=2><p class=MsoNormal>类别</p></td><td colspan=2><p class=MsoNormal>金额</p></td></tr>
 <tr><td><p class=MsoNormal>最低</p></td><td><p class=MsoNormal>最高</p></td></tr>
 <tr><td><p class=MsoNormal>个人</p></td><td><p class=MsoNormal>100</p></td><td><p class=MsoNormal>500</p></td></tr>
</table>
<p class=MsoNormal><![if !vml]><img width=30 height=30 src="file:///C:/Users/ZHANG~1/AppData/Local/Temp/msohtmlclip1/01/clip_image002.png"
v:shapes="图片_x0020_1"><![endif]></p>
<!--EndFragment--></body></html>"""

PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082")


def paste(page, html: str, text: str) -> None:
    """As a browser says that somebody has pressed Ctrl+V."""
    page.evaluate(
        """([html, text]) => {
            const data = new DataTransfer();
            if (html) data.setData("text/html", html);
            data.setData("text/plain", text);
            const area = document.querySelector(".editor textarea");
            const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
            if (area.dispatchEvent(event)) document.execCommand("insertText", false, text);
        }""", [html, text])


def carry(page, selector: str, files: list[tuple[str, bytes]], kind: str = "drop") -> None:
    """Drops files on an element, or pastes them into it."""
    page.evaluate(
        """([selector, files, kind]) => {
            const data = new DataTransfer();
            for (const [name, bytes, type] of files) data.items.add(new File([new Uint8Array(bytes)], name, { type }));
            const target = document.querySelector(selector);
            const options = { bubbles: true, cancelable: true };
            target.dispatchEvent(kind === "drop"
                ? new DragEvent("drop", { dataTransfer: data, ...options })
                : new ClipboardEvent("paste", { clipboardData: data, ...options }));
        }""", [selector, [(name, list(data), "image/png" if name.endswith("png") else "") for name, data in files], kind])


def docx(body: str, extra: dict[str, str] | None = None) -> bytes:
    """A Word file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default
Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""")
        archive.writestr("_rels/.rels", """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship
Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""")
        archive.writestr("word/document.xml", '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
                         f"<w:body>{body}</w:body></w:document>")
        for name, text in (extra or {}).items():
            archive.writestr(name, text)
    return out.getvalue()


def paragraphs(*texts: str) -> str:
    return "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)


LETTER = paragraphs("安澜县人民政府文件", "澜政发〔2026〕8号", "关于加强森林防火的通知", "各镇人民政府：", "　　一、严禁野外用火。", "安澜县人民政府", "2026年11月3日")
CORE = """<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>王小明</dc:creator></cp:coreProperties>"""


def editor(clerk, page, tab: str = "text", path: str = FIRE):
    page.goto(f"{clerk.base}/desk/edit.html?path={path}&tab={tab}")
    expect(page.locator(".editor textarea" if tab == "text" else ".attachments li").first).to_be_visible()
    return page.locator(".editor textarea")


def at_end(text) -> None:
    text.evaluate("area => { area.focus(); area.setSelectionRange(area.value.length, area.value.length); }")


def names(clerk, folder: str) -> set[str]:
    return {path.name for path in (clerk.root / "Content" / folder).iterdir()}


# --- Paste


def test_word_comes_in_clean_and_what_was_left_out_is_said(clerk, page):
    text = editor(clerk, page)
    expect(text).to_have_value(NOTICE)
    at_end(text)
    paste(page, WORD, "处三五百元罚款。")
    expect(text).to_have_value(
        NOTICE + "\n处五百元罚款。\n\n（一）野外用火的；\n\n| 类别 | 金额：最低 | 金额：最高 |\n| --- | --- | --- |\n| 个人 | 100 | 500 |\n")
    note = page.get_by_role("status").filter(has_text="已粘贴")
    for left in ("隐藏文字“内部掌握”", "修订中删去的文字“三”", "图片 1 张"):
        expect(note).to_contain_text(left)
    expect(page.locator("#state")).to_have_text("还没有保存")
    page.keyboard.press("Control+z")
    expect(text).to_have_value(NOTICE)


def test_a_paste_may_be_as_it_is_and_among_facts_it_is(clerk, page):
    text = editor(clerk, page)
    expect(text).to_have_value(NOTICE)
    at_end(text)
    page.keyboard.down("Control")
    page.keyboard.down("Shift")
    page.keyboard.down("v")
    paste(page, WORD, "处*五*百元")
    page.keyboard.up("v")
    page.keyboard.up("Shift")
    page.keyboard.up("Control")
    expect(text).to_have_value(NOTICE + "处*五*百元")
    page.keyboard.press("Control+z")
    text.evaluate("area => area.setSelectionRange(11, 11)")
    paste(page, "<p>重要*</p><p>的</p>", "重要*")
    expect(text).to_have_value(NOTICE.replace("关于", "重要*关于", 1))


def test_cells_with_tabs_become_a_table_words_stay_in_their_line(clerk, page):
    text = editor(clerk, page)
    expect(text).to_have_value(NOTICE)
    at_end(text)
    paste(page, "", "项目\t金额\r\n供热\t1,234.50\r\n")
    expect(text).to_have_value(re.compile(r"\| 供热 \| 1,234\.50 \|\n$"))
    text.evaluate("area => { const at = area.value.lastIndexOf('春季'); area.setSelectionRange(at, at + 2); }")
    paste(page, "<meta charset='utf-8'><span style='font-family:仿宋'>冬<b>季</b></span>", "冬季")
    expect(text).to_have_value(re.compile("关于开展春季防火的通告.*冬季风大", re.S))


def test_what_is_copied_from_a_page_of_the_site_comes_with_its_table(clerk, page):
    clerk.write("tonggao/biao.md", NOTICE + "\n| 甲 | 乙 |\n| --- | --- |\n| 1 | ^^ |\n")
    page.goto(clerk.base + "/tonggao/biao/")
    expect(page.locator("main table")).to_be_visible()
    page.evaluate("getSelection().selectAllChildren(document.querySelector('main table'))")
    page.keyboard.press("Control+c")
    text = editor(clerk, page)
    expect(text).to_have_value(NOTICE)
    at_end(text)
    page.keyboard.press("Control+v")
    expect(text).to_have_value(re.compile(r"\| 甲 \| 乙 \|"))


def test_a_picture_in_the_clipboard_lies_beside_the_document(clerk, page):
    text = editor(clerk, page)
    expect(text).to_have_value(NOTICE)
    at_end(text)
    carry(page, ".editor textarea", [("image.png", PNG)], "paste")
    expect(text).to_have_value(NOTICE + "![](image.png)")
    assert (clerk.root / "Content/tonggao/image.png").read_bytes() == PNG
    page.keyboard.type("值班")
    expect(text).to_have_value(NOTICE + "![值班](image.png)")
    carry(page, ".editor textarea", [("image.png", PNG)], "drop")
    expect(text).to_have_value(re.compile(r"image-2\.png"))
    carry(page, ".editor textarea", [("a.docx", b"PK")], "drop")
    expect(page.locator(".paste-note")).to_contain_text("放到“附件”里")


def test_a_large_paste_arrives_whole_and_can_be_taken_back(clerk, page):
    text = editor(clerk, page)
    expect(text).to_have_value(NOTICE)
    at_end(text)
    row = "<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span style='font-size:16.0pt;font-family:仿宋'>第一条　为了规范供热，制定本办法。</span></p>"
    count = 5_000_000 // len(row)
    paste(page, row * count, "第一条" * 100)
    expect(page.get_by_role("button", name="撤销粘贴")).to_be_visible()
    assert text.evaluate("area => area.value.length") > 18 * count
    page.get_by_role("button", name="撤销粘贴").click()
    expect(text).to_have_value(NOTICE)
    paste(page, "<p>" + "字" * 11_000_000, "字")
    expect(page.locator(".paste-note")).to_contain_text("内容太多，没有粘贴")
    expect(text).to_have_value(NOTICE)


# --- Import


def test_a_dropped_letter_becomes_a_draft_with_what_was_read_of_it(clerk, page):
    letter = docx(LETTER)
    carry(page, "main", [("通知.docx", letter)])
    expect(page.get_by_role("dialog", name="导入")).to_contain_text("通知.docx")
    page.get_by_label("放在哪个栏目").last.select_option("guifan")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="导入", exact=True).click()
    expect(page).to_have_url(re.compile("guifan%2F2026-8%2Findex.md"))
    told = page.get_by_role("region", name="从“通知.docx”读出来的")
    expect(told).to_contain_text("发文字号：澜政发〔2026〕8号")
    page.get_by_role("tab", name="正文").click()
    expect(page.locator(".editor textarea")).to_have_value(re.compile("documentNumber: 澜政发〔2026〕8号.*一、严禁野外用火。", re.S))
    page.get_by_role("button", name="知道了").click()
    expect(told).to_be_hidden()
    page.goto(clerk.base + "/desk/")
    page.locator("#import-chooser").set_input_files({"name": "通知.docx", "mimeType": "", "buffer": letter})
    page.get_by_role("button", name="导入", exact=True).click()
    expect(page.locator("#import-results")).to_contain_text("以前导入过，没有再写")


def test_what_stops_an_import_is_shown_and_a_person_decides(clerk, page):
    changed = ('<w:p><w:r><w:t>处</w:t></w:r><w:ins w:id="1" w:author="张三" w:date="2026-11-01T00:00:00Z"><w:r><w:t>五</w:t></w:r></w:ins>'
               "<w:r><w:t>百元罚款。</w:t></w:r></w:p>")
    carry(page, "main", [("办法.docx", docx(LETTER + changed))])
    page.get_by_role("button", name="导入", exact=True).click()
    results = page.locator("#import-results")
    expect(results).to_contain_text("没有接受的修订")
    expect(results).to_contain_text("张三")
    assert "--" not in results.inner_text()
    page.get_by_role("button", name=re.compile("照修订以后的样子导入")).click()
    page.get_by_role("tab", name="正文").click()
    expect(page.locator(".editor textarea")).to_have_value(re.compile("处五百元罚款"))


@pytest.mark.parametrize("name, data, said", [
    ("炸弹.docx", None, "太大"), ("空.docx", b"", "空的"), ("图.png", PNG, "这是图片"), ("坏.docx", b"PK\x03\x04rest", "损坏"), ("加密.doc", None, "打开密码"),
])
def test_files_that_cannot_be_imported_are_refused_in_a_sentence(clerk, page, name, data, said):
    if name == "炸弹.docx":
        data = bomb()
    if name == "加密.doc":
        data = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
    before = names(clerk, "tonggao") | names(clerk, "guifan")
    carry(page, "main", [(name, data)])
    page.get_by_role("button", name="导入", exact=True).click()
    expect(page.locator("#import-results .errors")).to_contain_text(said)
    assert names(clerk, "tonggao") | names(clerk, "guifan") == before


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w:document>" + " " * (80 << 20) + "</w:document>")
    return out.getvalue()


# --- Attachments


def test_the_first_attachment_gives_a_document_its_folder_and_not_another_address(clerk, page):
    editor(clerk, page, "attachments")
    expect(page.locator(".attachments")).to_contain_text("还没有附件")
    carry(page, ".drop-zone", [("附件1.docx", docx(paragraphs("表")))])
    expect(page).to_have_url(re.compile("fanghuo%2Findex.md"))
    expect(page.locator(".said")).to_contain_text("附件1.docx：已放入")
    expect(page.locator(".attachments")).to_contain_text("附件1.docx")
    assert names(clerk, "tonggao/fanghuo") == {"index.md", "附件1.docx"}
    assert clerk.text("tonggao/fanghuo/index.md") == NOTICE.replace("publishedOn: 2026-03-02\n", "publishedOn: 2026-03-02\nattachments: [附件1.docx]\n")
    page.goto(clerk.base + "/tonggao/fanghuo/")
    expect(page.locator("main")).to_contain_text("附件1")


def test_names_are_cleaned_and_never_taken_twice(clerk, page):
    editor(clerk, page, "attachments")
    files = [(f"表{number}.csv", b"a,b\n1,2\n") for number in range(10)]
    carry(page, ".drop-zone", files + [("表1.csv", b"a\n"), ("..\\..\\etc/表1.CSV", b"b\n")])
    expect(page.locator(".said p")).to_have_count(12)
    expect(page.locator(".said")).to_contain_text("已放入，名为 表1-3.csv")
    folder = clerk.root / "Content/tonggao/fanghuo"
    assert {path.name for path in folder.iterdir()} == {"index.md", "表1-2.csv", "表1-3.csv", *(name for name, _ in files)}
    assert (folder / "表1.csv").read_bytes() == b"a,b\n1,2\n" and (folder / "表1-2.csv").read_bytes() == b"a\n"
    assert "{title: 表1, file: 表1-2.csv}" in clerk.text("tonggao/fanghuo/index.md")


@pytest.mark.parametrize("name, data, said", [
    ("页面.html", b"<p>a", "不能公开"), ("程序.exe", b"MZ" + b"\0" * 80, "不能公开"), ("改名.pdf", b"<html><script>", "内容是网页"), ("空.pdf", b"", "空文件"),
    ("无名", b"abc", "没有扩展名"), ("图.svg", b"<svg onload='a()'/>", "会在读者的浏览器上运行"),
])
def test_what_readers_must_not_get_is_refused(clerk, page, name, data, said):
    editor(clerk, page, "attachments")
    carry(page, ".drop-zone", [(name, data)])
    expect(page.locator(".said .errors")).to_contain_text(said)
    assert names(clerk, "tonggao") == {"_column.md", "fanghuo.md"}


def test_what_was_left_in_a_file_is_shown_and_taken_out(clerk, page):
    core = {"docProps/core.xml": CORE}
    editor(clerk, page, "attachments")
    page.locator("#attachment-files").set_input_files({"name": "名单.docx", "mimeType": "", "buffer": docx(paragraphs("名单"), core)})
    row = page.locator(".attachments li")
    expect(row).to_contain_text("属性里有人名“王小明”")
    row.get_by_role("button", name=re.compile("去掉文件里的人名")).click()
    expect(row).not_to_contain_text("王小明")
    with zipfile.ZipFile(clerk.root / "Content/tonggao/fanghuo/名单.docx") as archive:
        assert "王小明" not in archive.read("docProps/core.xml").decode()
    row.get_by_role("button", name=re.compile("从列表中去掉")).click()
    expect(row).to_contain_text("没有列出，不会公开")
    assert "attachments" not in clerk.text("tonggao/fanghuo/index.md")
    row.get_by_role("button", name=re.compile("列为附件")).click()
    expect(row).not_to_contain_text("没有列出")


def send(clerk: Clerk, name: str, headers: dict[str, str], body=None) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", clerk.port, timeout=60)
    cookie = {"Cookie": f"gongkai-desk={clerk.address.split('token=')[1]}", "Origin": clerk.base}
    connection.request("POST", "/desk/api/" + name, body, {**cookie, **headers})
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def memory(clerk: Clerk) -> int:
    """In MB."""
    status = Path(f"/proc/{clerk.process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) >> 10


class Zeros:
    def __init__(self, count: int): self.left = count

    def read(self, count: int = 1 << 16) -> bytes:
        count = min(count, self.left)
        self.left -= count
        return b"\0" * count


@pytest.mark.parametrize("megabytes, status", [(500, 413), (150, 200)])
def test_large_files_are_refused_before_they_come_or_take_no_memory(clerk, megabytes, status):
    before = memory(clerk)
    size = megabytes << 20
    found, said = send(clerk, "attach?path=" + FIRE + "&name=a.tar", {"Content-Length": str(size)}, Zeros(size))
    assert found == status, said
    assert ("附件最大 200 MB" in said) == (status == 413)
    assert memory(clerk) - before < 60
    assert ("fanghuo" in names(clerk, "tonggao")) == (status == 200)


def test_nothing_is_put_outside_the_content(clerk, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (clerk.root / "Content/tonggao/link").symlink_to(outside)
    (clerk.root / "Content/tonggao/linked").mkdir()
    (clerk.root / "Content/tonggao/linked/index.md").symlink_to(clerk.root / FIRE)
    for path in ("Content/tonggao/link/index.md", "Content/../a.md", "/etc/a.md", "Content/tonggao/linked/index.md", "Content/.desk/a.md", ""):
        status, said = send(clerk, f"attach?path={path}&name=a.txt", {}, b"abc")
        assert status == 404, (path, said)
    status, said = send(clerk, f"attach?path={FIRE}&name=%B8%BD%BC%FE.txt", {}, b"abc")
    assert status == 200, said
    assert not list(outside.iterdir()) and not list((clerk.root / "Content/.desk/incoming").iterdir())


@pytest.mark.parametrize("width", [1280, 375])
def test_everything_is_reached_with_a_screen_reader_and_fits(clerk, page, width):
    page.set_viewport_size({"width": width, "height": 800})
    carry(page, "main", [("图.png", PNG)])
    page.get_by_role("button", name="导入", exact=True).click()
    expect(page.locator("#import-results .errors")).to_be_visible()
    check(page, width)
    page.goto(clerk.base + "/desk/")
    carry(page, "main", [("通知.docx", docx(LETTER))])
    page.get_by_role("button", name="导入", exact=True).click()
    expect(page.locator(".imported")).to_be_visible()
    check(page, width)
    page.get_by_role("tab", name="正文").click()
    text = page.locator(".editor textarea")
    expect(text).to_have_value(re.compile("title"))
    at_end(text)
    paste(page, WORD, "处三五百元罚款。")
    expect(page.locator(".paste-note")).to_contain_text("没有带进来")
    check(page, width)
    page.get_by_role("button", name="保存").click()
    page.get_by_role("tab", name="附件").click()
    expect(page.locator(".attachments li").first).to_be_visible()
    carry(page, ".drop-zone", [("名单.docx", docx(paragraphs("名单"), {"docProps/core.xml": CORE}))])
    expect(page.locator(".attachments .warning")).to_be_visible()
    check(page, width)


def check(page, width: int) -> None:
    if os.environ.get("SHOTS"):
        number = len(list(Path(os.environ["SHOTS"]).glob("*.png")))
        page.screenshot(path=f"{os.environ['SHOTS']}/{number:02}-{width}.png", full_page=True)
    result = Axe().run(page, options={"resultTypes": ["violations"]})
    assert result.violations_count == 0, result.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
