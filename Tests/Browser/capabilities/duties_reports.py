"""八、保障、台账、报告（114—122）"""

from .texts import record
from .trial import PARTLY, PLAIN, REPOSITORY, WORKS, Row, exists, finds, page, prints, state, written

REPORT = REPOSITORY / "Content/nianbao/2025"


def report(name: str, year: int, text: str, office: str = "安澜县水利局", day: str = "2026-01-20", **tables: str) -> dict[str, str]:
    """An annual report of an office with the tables of the sample, and some of them changed."""
    body = (REPORT / "index.md").read_text("utf-8").split("---\n", 2)[2]
    front = record(
        "annualReport",
        f"{office}{year}年政府信息公开工作年度报告",
        f"year: {year}",
        "proactive: zhudong.csv",
        "requests: shenqing.csv",
        "disputes: fuyi.csv",
        issuer=office,
        day=day,
    )
    files = {file: tables.get(file) or (REPORT / f"{file}.csv").read_text("utf-8") for file in ("zhudong", "shenqing", "fuyi")}
    return {f"nianbao/{name}/index.md": front.replace("内容如下。\n", text or body), **{f"nianbao/{name}/{file}.csv": value for file, value in files.items()}}


TASKS = """\
序号,工作任务,责任单位,完成时限,完成日期,进展,佐证
1,编制事项目录,安澜县人民政府办公室,2026年8月31日前,2026-08-20,已完成,fading/shixiang-mulu
2,规范性文件清理,安澜县司法局,2026年12月底前,,正在清理,
3,常态化开放活动,各部门,持续推进,,每月一次,
4,公布民生实事,安澜县发展和改革局,全年,,按月公布,
5,开展政策评价,各部门,第三季度,,尚未开展,
"""

ROWS = [
    Row(
        114,
        WORKS,
        (page("fading/renwu/fenjie-2026/", "2026年12月底前", "持续推进", "已逾期", "已完成"), page("fading/renwu/taizhang-gongkai-2026/", "责任单位", "佐证")),
        good={
            "fading/renwu/fenjie-2026.md": record(
                "ledger",
                "2026年安澜县政务公开重点任务分工",
                "rows: fenjie-2026.csv",
                "updatedOn: 2026-11-02",
                "updateEvery: 1季度",
                issuer="安澜县人民政府办公室",
                day="2026-05-12",
            ),
            "fading/renwu/fenjie-2026.csv": TASKS,
        },
    ),
    Row(
        115,
        PARTLY,
        (
            page("fading/renwu/shishi-fangan/", "已逾期", "2026年8月31日"),
            prints("inspect --root {root} --as-of 2026-11-21", "编制2026年政务公开工作实施方案"),
            state("fading/renwu/shishi-fangan", "overdue"),
        ),
        good={
            "fading/renwu/shishi-fangan.md": record(
                "task",
                "编制2026年政务公开工作实施方案",
                "responsibleBody: 安澜县人民政府办公室",
                "closesOn: 2026-08-31",
                issuer="安澜县人民政府办公室",
                day="2026-05-12",
            )
        },
    ),
    Row(
        116,
        WORKS,
        (finds("evidence-missing", "fading/renwu/huitou.csv"),),
        late={
            "fading/renwu/huitou.md": record("ledger", "2025年水利重点任务", "rows: huitou.csv", "updatedOn: 2025-12-31", day="2025-03-12"),
            "fading/renwu/huitou.csv": "序号,工作任务,责任单位,完成时限,完成日期,进展,佐证\n1,新建水厂,安澜县水利局,2025-12-20,2025-12-18,已完成,\n",
        },
    ),
    Row(
        117,
        PARTLY,
        (
            page("nianbao/2025/", "本年新收政府信息公开申请数量", "三、收到和处理政府信息公开申请情况"),
            written("nianbao/2025/index.html", "<figure", "行政规范性文件各年件数"),
            finds("table-sum", "nianbao/shuili-2025/shenqing.csv", "总计"),
            finds("table-rows", "nianbao/minzheng-2025/zhudong.csv"),
            prints("report --root {root} --year 2025", "现行有效件数", "核对"),
            finds("duty-overdue", "nianbao/_column.md", "2026年度", on="2027-04-02"),
            finds("duty-late", "nianbao/caizheng-2025/index.md", "公布年度报告", "2026-01-31"),
            finds("duty-overdue", "nianbao/_column.md", "安澜县教育局2026年度", on="2027-04-02"),
        ),
        wrong={
            **report("shuili-2025", 2025, "", shenqing=(REPORT / "shenqing.csv").read_text("utf-8").replace("（一）予以公开,26", "（一）予以公开,27")),
            **report("minzheng-2025", 2025, "", office="安澜县民政局", zhudong=(REPORT / "zhudong.csv").read_text("utf-8").replace("行政强制,,,,31,\n", "")),
        },
        late={
            **report("caizheng-2024", 2024, "", office="安澜县财政局", day="2025-01-20"),
            **report("caizheng-2025", 2025, "", office="安澜县财政局", day="2026-04-20"),
            **report("jiaoyu-2025", 2025, "", office="安澜县教育局", day="2026-01-20"),
        },
    ),
    Row(118, PLAIN),
    Row(119, PLAIN),
    Row(120, PLAIN),
    Row(
        121,
        WORKS,
        (
            page("gonggao/kaifang/rili/", "2026年"),
            page("calendar/", "2026年11月", "2026年12月"),
            exists("calendar.ics"),
            written("calendar.ics", "BEGIN:VEVENT", "DTSTART;VALUE=DATE:"),
        ),
    ),
    Row(
        122,
        WORKS,
        (
            page("fading/guifanxing/2024-7/", "附件", "DOCX", "SHA-256"),
            finds("attachment-missing", "gonggao/wu-fujian.md", "biao.xlsx"),
            finds("listed-attachment", "gonggao/lie-fujian.md"),
        ),
        wrong={"gonggao/wu-fujian.md": record("notice", "关于报送水利统计表的通知", "attachments: [biao.xlsx]")},
        late={
            "gonggao/lie-fujian.md": record(
                "notice", "关于报送节水统计表的通知", "documentDate: 2026-10-12", body="请按时报送。\n\n附件：1.节水统计表\n\n安澜县水利局\n\n2026年10月12日\n"
            )
        },
    ),
]
