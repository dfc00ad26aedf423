"""七、公报、网站、新媒体、数据（95—113）"""

from pathlib import Path

from .interpretation import REPOST
from .texts import PICTURE, record, written_as
from .trial import MISSING, PARTLY, PLAIN, WORKS, Row, copied, exists, exports, finds, measures, opens, page, passes, prints, searches, written


def issue(number: int, running: int, day: str, *fields: str) -> str:
    return record(
        "gazette",
        f"安澜县人民政府公报2026年第{number}期（总第{running}期）",
        "year: 2026",
        f"number: {number}",
        f"running: {running}",
        "contains: [澜政发〔2024〕5号]",
        *fields,
        issuer="安澜县人民政府办公室",
        day=day,
    )


def settings(page) -> bool:
    """The reading settings do what they say."""
    page.get_by_role("button", name="无障碍").click()
    for _ in range(4):
        page.get_by_role("button", name="字大一些").click()
    page.get_by_role("button", name="高对比度").click()
    page.get_by_role("button", name="简洁版").click()
    size = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    return size >= 32 and page.evaluate("document.documentElement.dataset.text") == "200" and not page.is_visible(".site-nav")


def files(page) -> bool:
    """A document can be taken away as a Word file and as plain text."""
    page.get_by_role("button", name="分享和下载").click()
    page.get_by_role("button", name="下载Word文档").wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="下载纯文本").click()
    return "高龄津贴" in Path(download.value.path()).read_text("utf-8")


MEDIA = "序号,账号名称,平台,主办单位,状态,备案日期,变更（注销）日期,联系电话\n1,安澜水利,微信公众号,安澜县水利局,注销,2022-03-02,,0000-6099001\n"
VILLAGE = ("opensOn: 2026-11-16", "closesOn: 2026-11-22", "board: 村务公开栏", "objectionChannel: [清溪镇水利站0000-6110009]")
CLOSED = "序号,账号名称,平台,主办单位,备案日期,注销日期\n1,安澜河长,微博,安澜县水利局,2020-03-02,{day}\n"

ROWS = [
    Row(
        95,
        WORKS,
        (
            page("gongbao/2026-3/", "第3页", "第10页"),
            page("gongbao/", "2026年第3期"),
            page("fading/guifanxing/2026-11/", "刊登于", "第3页"),
            finds("series-gap", "gongbao/2026-5.md"),
            finds("series-double", "gongbao/2026-3-chong.md"),
        ),
        wrong={"gongbao/2026-5.md": issue(5, 9, "2026-11-16"), "gongbao/2026-3-chong.md": issue(3, 7, "2026-11-16")},
    ),
    Row(
        96,
        WORKS,
        (
            exists("gongbao/2026-3/2026-3.pdf"),
            page("gongbao/2026-3/", "公报全文（PDF）"),
            written("gongbao/2026-3/index.html", 'name="viewport"'),
            page("gongbao/2026-4/", "出版日期", "2026年11月16日"),
            finds("duty-late", "gongbao/2026-4-wan.md", "应于 2026-10-13 前网上公开公报"),
            passes("gongbao/2026-5-tongbu.md", "duty-late"),
        ),
        good={"gongbao/2026-4.md": issue(4, 8, "2026-11-16", "printedOn: 2026-11-16")},
        late={
            "gongbao/2026-4-wan.md": issue(4, 8, "2026-11-16", "printedOn: 2026-10-12"),
            "gongbao/2026-5-tongbu.md": issue(5, 9, "2026-11-17", "printedOn: 2026-11-16"),
        },
    ),
    Row(97, WORKS, (page("gongbao/kandeng/", "尚未刊登", "安澜县河道采砂管理办法"), page("fading/guifanxing/2026-13/", "刊登于"))),
    Row(
        98,
        WORKS,
        (
            measures("search", "合格", "找不到的 0 个"),
            searches("澜水发2026 3", "fading/guifanxing/shuili-2026-3"),
            searches("澜水发[2026]第003号", "fading/guifanxing/shuili-2026-3"),
            searches("禁采期内不得采砂", "fading/guifanxing/shuili-2026-3"),
            searches("老人补贴", "fading/guifanxing/2026-17"),
            searches("河道管理办法通知", "fading/guifanxing/shuili-2026-3", before="fading/guifanxing/shuili-2019-2"),
        ),
    ),
    Row(
        99,
        WORKS,
        (
            page("accessibility/", "字号", "高对比度", "朗读", "键盘"),
            opens("fading/guifanxing/2026-17/", "五档字号里最大的一档、高对比度、简洁版", settings),
            finds("image-alt", "gonggao/wu-tidai/index.md"),
            written("fading/guifanxing/2026-17/index.html", 'lang="zh', "跳到正文"),
        ),
        wrong={"gonggao/wu-tidai/index.md": record("notice", "水库夜景", body="![](a.png)\n"), "gonggao/wu-tidai/a.png": PICTURE},
    ),
    Row(
        100,
        WORKS,
        (
            finds("update-overdue", "fading/minsheng/shishi/_column.md"),
            finds("empty-column", "fading/kongbai/_column.md"),
            measures("home", "合格", "2026-11-2"),
            measures("home", "不合格", site="new"),
            measures("staleColumns", "合格"),
            measures("neglectedColumns", "合格"),
            measures("emptyColumns", "不合格", "少于5个", site="new"),
            prints("build --root {root} --as-of 2026-11-21 --output {folder}/again", "检查指标："),
        ),
    ),
    Row(
        101,
        WORKS,
        (
            measures("siteTags", "合格"),
            measures("columnTags", "合格"),
            measures("articleTags", "合格"),
            measures("footer", "合格"),
            measures("footer", "不合格", "我为政府网站找错", site="new"),
            measures("siteCode", "不合格"),
            measures("icp", "不合格", site="new"),
            prints("inspect --root {root} --as-of 2026-11-21 --format html", "<html", "单项否决"),
            finds("dead-link", "gonggao/cuolian.md"),
        ),
        wrong={"gonggao/cuolian.md": record("notice", "水价通知", body="见[附表](../fading/meiyou.md)。\n")},
    ),
    Row(
        102,
        WORKS,
        (written("fading/guifanxing/2026-17/index.html", "我为政府网站找错", "mailto:xxgk@anlan.example?subject="), page("gonggao/2026-gengzheng/", "更正")),
    ),
    Row(
        103,
        PARTLY,
        (exports("jsonl", "documents.jsonl", '"html":"', '"aliases":', '"bytes":'), exports("jsonl", "library.json", '"columns"', '"kinds"')),
    ),
    Row(
        104,
        WORKS,
        (
            exports("jsonl", "documents.jsonl", '"text":"', '"html":"', '"fields":{"'),
            exists("data/documents.jsonl", "feed.atom", "data/site.json"),
            written("feed.atom", "<entry>", "<id>"),
            opens("fading/guifanxing/2026-17/", "分享和下载", files),
        ),
    ),
    Row(
        105, WORKS, (written("data/site.json", '"schemaVersion"'), prints("verify --output {site}", "一致"), prints("explain document-number", "改法", "依据"))
    ),
    Row(
        106,
        WORKS,
        (
            page("guanyu/xinmeiti/", "备案日期", "注销", "正常"),
            page("guanyu/xin/", "已注销账号", "注销日期", "2025-12-11", "安澜河长", "账号二维码"),
            written("guanyu/xin/index.html", 'alt="安澜水利微信公众号二维码"'),
            finds("table-empty", "guanyu/xin-2.csv", "备案日期"),
            finds("table-empty", "guanyu/xin-3.csv", "注销日期"),
            finds("update-overdue", "guanyu/xin-jiu.md"),
        ),
        good={
            "guanyu/xin/index.md": record(
                "newMedia", "水利系统政务新媒体", "rows: xin.csv", "closed: zhuxiao.csv", body="## 二维码\n\n![安澜水利微信公众号二维码](qr.png)\n"
            ),
            "guanyu/xin/xin.csv": MEDIA.replace("注销,", "正常,"),
            "guanyu/xin/zhuxiao.csv": CLOSED.format(day="2025-12-11"),
            "guanyu/xin/qr.png": PICTURE,
        },
        late={
            "guanyu/xin-jiu.md": record(
                "newMedia", "教育系统政务新媒体名录", "rows: xin-jiu.csv", "updatedOn: 2025-03-02", "updateEvery: 6个月", day="2025-03-02"
            ),
            "guanyu/xin-jiu.csv": MEDIA,
        },
        wrong={
            "guanyu/xin-zhuxiao.md": record("newMedia", "民政系统政务新媒体名录", "rows: xin-4.csv", "closed: xin-3.csv"),
            "guanyu/xin-4.csv": MEDIA,
            "guanyu/xin-3.csv": CLOSED.format(day=""),
            "guanyu/xin-2.md": record("newMedia", "水利系统政务新媒体名录", "rows: xin-2.csv"),
            "guanyu/xin-2.csv": MEDIA + "2,安澜河长,微博,安澜县水利局,正常,,,\n",
        },
    ),
    Row(
        107,
        WORKS,
        (
            finds("missing-field", "gonggao/zhuanzai-que.md", "来源", severity="error"),
            finds("wrong-choice", "gonggao/zhuanzai-laiyuan.md", "核准来源"),
            page("gonggao/zhuanzai/", "来源：中国政府网"),
            finds("review-missing", "gonggao/zhuanzai-wushen.md"),
            prints("build --root {root} --as-of 2026-11-21 --output {folder}/again", "今后30天", "检查指标："),
            prints("status --root {root} --output {site}", "GONGKAI"),
        ),
        wrong={
            "gonggao/zhuanzai-laiyuan.md": record("repost", "某网站谈冬季供暖", REPOST[0], "approvedSource: 商业网站", REPOST[2], "originalOn: 2026-11-10"),
            "gonggao/zhuanzai-wushen.md": written_as(
                "title: 国务院部署冬季保供", "issuer: 安澜县人民政府办公室", "source: 新华社", "publishedOn: 2026-11-21", body="会议部署了有关工作。\n"
            )
        },
    ),
    Row(108, WORKS, (written("gonggao/feed.atom", "<entry>", "</feed>"), exists("jiedu/feed.atom", "changes/feed.atom"))),
    Row(
        109,
        WORKS,
        (
            written("index.html", 'name="viewport"'),
            page("sitemap/", "政策文件"),
            copied("index.html", 'class="kiosk"', 'data-idle="3"', 'href="sitemap/index.html"', kiosk=True),
        ),
    ),
    Row(
        110,
        WORKS,
        (
            copied("index.html", "本副本截至", 'href="search/index.html?q='),
            copied("search/entry.json.js", "gongkai.file("),
            copied("zhinan/lianxi-mulu/index.html", "政府信息查阅点"),
        ),
    ),
    Row(
        111,
        WORKS,
        (
            page("zhinan/lianxi-mulu/", "政务公开专区", "政府信息查阅点"),
            copied("zhinan/lianxi-mulu/index.html", "扫码带走", 'class="kiosk"', kiosk=True),
        ),
    ),
    Row(
        112,
        WORKS,
        (
            page("gonggao/cunju/", "公示中", "西河村", "张贴地点", "异议途径"),
            written("gonggao/cunju/index.html", 'class="qr-code"', "本页网址的二维码"),
            page("fading/zhuanti/xihe/", "西河村灌溉水费公示", "补贴", without=("东庄村",)),
            finds("missing-field", "gonggao/cunju-que.md", "村（社区）"),
            page("fading/minsheng/butie/2026-xihe/", "村（社区）", "西河村"),
            searches("耕地地力保护补贴", "fading/minsheng/butie/2026-xihe", more="&village=西河村", without="fading/minsheng/butie/2026-dongzhuang"),
            page("audience/老年人/", "高龄津贴"),
            page("places/xihe/", "西河村灌溉水费公示", "面向清溪镇", without=("东庄村",)),
            page("places/xihe/poster/", "用手机扫一扫"),
            exists("places/xihe/feed.atom"),
        ),
        good={
            "gonggao/cunju.md": record("villageNotice", "西河村灌溉水费公示", *VILLAGE, "village: [西河村]", day="2026-11-16"),
            "fading/zhuanti/xihe.md": record("special", "西河村公开栏", "collects: {village: 西河村, groupBy: kind}"),
        },
        wrong={"gonggao/cunju-que.md": record("villageNotice", "东庄村灌溉水费公示", *VILLAGE, day="2026-11-16")},
    ),
    Row(113, PLAIN),
]
