"""What stands on the page stands on the paper: wide tables on A4, counted in the text of the PDF."""

import io
import shutil
import unicodedata

import pypdf
import pytest

from built_site import build
from conftest import REPOSITORY, Reader
from site_server import SiteServer

pytestmark = pytest.mark.xdist_group("wide")
HEADINGS = [
    "序号", "项目名称", "责任单位", "建设地点", "建设性质", "总投资", "本年计划", "累计完成", "资金来源", "开工日期", "竣工日期", "形象进度",
    "存在问题", "联系人", "联系电话", "备注", *(f"指标{number}" for number in range(17, 31)),
]
CELLS = [
    "1", "县城供水管网改造", "县水利局", "城关街道", "改建", "12000.00", "5000.00", "3200.50", "中央预算内投资", "2026-03-01", "2027-12-31",
    "管沟开挖完成六成", "无", "张*", "0000-6010001", "续建", *(str(1000 + number) for number in range(17, 31)),
]
# Points; what is smaller is hard to read on paper.
SMALLEST = 7


@pytest.fixture(scope="module")
def wide(gongkai, tmp_path_factory):
    """The sample site with tables of 6 to 30 columns, in the text and from CSV files."""
    root = tmp_path_factory.mktemp("wide")
    for folder in ("Content", "Templates"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    for count in (6, 10, 14, 16, 30):
        heading, row = HEADINGS[:count], CELLS[:count]
        lines = ["| " + " | ".join(cells) + " |" for cells in (heading, ["---"] * count, row)]
        text = root / f"Content/fading/zhengce/wide-{count}.md"
        text.write_text("---\ntitle: 宽表\nkind: page\n---\n" + "\n".join(lines) + "\n", "utf-8")
        table = root / f"Content/fading/caizheng/wide-{count}"
        table.mkdir()
        (table / "t.csv").write_text(",".join(heading) + "\n" + ",".join(row) + "\n", "utf-8")
        front = "title: 宽表\nkind: dataTable\nissuer: 安澜县人民政府\npublishedOn: 2026-01-05\neffectiveOn: 2026-01-05\nrows: t.csv"
        (table / "index.md").write_text(f"---\n{front}\n---\n", "utf-8")
    build(gongkai, root, root / "site")
    server = SiteServer(root / "site")
    yield server
    server.close()


@pytest.mark.parametrize("count", (6, 10, 14, 16, 30))
@pytest.mark.parametrize("folder", ("zhengce", "caizheng"))
def test_a_wide_table_loses_no_column_on_paper(browser, wide, folder, count):
    reader = Reader(browser, wide)
    page = reader.open(f"fading/{folder}/wide-{count}/")
    pdf = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
    # The PDF has a glyph's compatibility form where the font shares it with a radical.
    printed = ["".join(unicodedata.normalize("NFKC", sheet.extract_text()).split()) for sheet in pdf.pages]
    assert sum("".join(HEADINGS[:count]) in text for text in printed) == 1
    assert sum("".join(CELLS[:count]) in text for text in printed) == 1
    page.emulate_media(media="print")
    size = page.eval_on_selector("table", "table => parseFloat(getComputedStyle(table).fontSize) * 72 / 96")
    assert size >= SMALLEST
    reader.close()


def test_a_table_of_few_columns_stays_in_the_text(browser, wide):
    reader = Reader(browser, wide)
    page = reader.open("fading/zhengce/wide-6/")
    pdf = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
    assert len(pdf.pages) == 1 and pdf.pages[0].mediabox.height > pdf.pages[0].mediabox.width
    reader.close()
