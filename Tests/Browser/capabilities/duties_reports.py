"""八、保障、台账、报告（114—122）"""

from .texts import record, table
from .trial import REPOSITORY, WORKS, Row, exists, finds, nowhere, page, prints, state, written

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
GRADES = "单位,等次,得分,问题\n县民政局,优秀,96,\n县水利局,良好,88,更新不及时\n"
TRAINING = ("trainedOn: 2026-10-10", "participants: 86")
GROUP = "小组职务,姓名,单位和职务,分工,办公电话\n组长,陈某,县政府副县长,统筹政务公开,0000-6010001\n"

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
        WORKS,
        (
            page("zhidu/fangan-2026/", "年度实施方案", "方案年度", "工作任务", "责任分工", "完成时限"),
            finds("duty-overdue", "site.yml", "公布年度实施方案", "2026年应不少于1次", "现有0次"),
            finds("missing-part", "zhidu/fangan-2024.md", "责任分工"),
            page("fading/renwu/shishi-fangan/", "已逾期", "2026年8月31日"),
            prints("inspect --root {root} --as-of 2026-11-21", "编制2026年政务公开工作实施方案"),
            state("fading/renwu/shishi-fangan", "overdue"),
        ),
        late={"zhidu/fangan-2024.md": record("annualPlan", "2024年政务公开实施方案", "schemeYear: 2024", day="2024-08-12", body="## 工作任务\n\n编制目录。\n")},
        good={
            "zhidu/fangan-2026.md": record(
                "annualPlan",
                "2026年政务公开实施方案",
                "schemeYear: 2026",
                issuer="安澜县人民政府办公室",
                day="2026-08-12",
                body="## 工作任务\n\n编制目录。\n\n## 责任分工\n\n办公室牵头。\n\n## 完成时限\n\n年底前。\n",
            ),
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
        WORKS,
        (
            page("nianbao/2025/", "应公开内容：已公开6项"),
            *(finds("missing-part", "nianbao/rensheju-2025/index.md", part) for part in ("主动公开政府信息情况", "存在的主要问题及改进情况")),
            finds("duty-overdue", "site.yml", "公布部门年度报告", "2026年应不少于16次"),
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
            **report(
                "rensheju-2025",
                2025,
                (REPORT / "index.md").read_text("utf-8").split("---\n", 2)[2].replace("主动公开政府信息情况", "主动公开情况").replace("## 五、存在的主要问题及改进情况\n", ""),
                office="安澜县人力资源和社会保障局",
            ),
            **report("jiaoyu-2025", 2025, "", office="安澜县教育局", day="2026-01-20"),
        },
    ),
    Row(
        118,
        WORKS,
        (
            page("gonggao/kaohe/", "考核结果", "优秀", "问题清单"),
            nowhere("吕某某甲"),
            finds("missing-field", "gonggao/kaohe-wu.md", "批准人", severity="error"),
            finds("missing-part", "gonggao/kaohe-que.md", "问题清单"),
            prints("check --root {root} --as-of 2026-11-21 --format json", "fading/kongbai", site="wrong"),
        ),
        good=table(
            "gonggao/kaohe", "appraisal", "2025年政务公开考核通报", "appraisedYear: 2025", "approvedBy: 吕某某甲", rows=GRADES, body="## 问题清单\n\n更新不及时。\n"
        ),
        wrong={"gonggao/kaohe-wu.md": record("appraisal", "2024年政务公开考核通报", "appraisedYear: 2024")},
        late={"gonggao/kaohe-que.md": record("appraisal", "2023年政务公开考核通报", "appraisedYear: 2023", "approvedBy: 吕某某甲", body="## 考核结果\n\n良好。\n")},
    ),
    Row(
        119,
        WORKS,
        (
            page("gonggao/peixun/", "参加人数", "86", "培训内容"),
            finds("duty-overdue", "site.yml", "组织政务公开培训", "2026年应不少于1次", on="2027-01-12"),
            finds("duty-soon", "site.yml", "组织政务公开培训", "现有0次", on="2026-12-12"),
            finds("missing-part", "gonggao/peixun-que.md", "培训内容"),
            finds("missing-field", "gonggao/peixun-wu.md", "参加人数"),
        ),
        good={"gonggao/peixun.md": record("training", "2026年政务公开专题培训", *TRAINING, body="## 培训内容\n\n年度报告的编写。\n")},
        wrong={"gonggao/peixun-wu.md": record("training", "水利系统政务公开培训", TRAINING[0])},
        late={"gonggao/peixun-que.md": record("training", "2025年政务公开培训", "trainedOn: 2025-04-10", TRAINING[1], day="2025-04-12")},
    ),
    Row(
        120,
        WORKS,
        (
            page("zhinan/lingdao-xiaozu/", "组长", "统筹政务公开", "备案日期"),
            finds("update-overdue", "zhinan/xiaozu-jiu.md"),
            finds("missing-part", "zhinan/xiaozu-jiu.md", "备案日期"),
            finds("table-empty", "zhinan/xiaozu-que.csv", "分工"),
        ),
        good=table("zhinan/lingdao-xiaozu", "workGroup", "政务公开领导小组", "updatedOn: 2026-10-12", "updateEvery: 1年", "filedOn: 2026-10-16", rows=GROUP),
        wrong=table("zhinan/xiaozu-que", "workGroup", "民政局政务公开小组", "updatedOn: 2026-10-12", "updateEvery: 1年", rows=GROUP.replace("统筹政务公开", "")),
        late=table("zhinan/xiaozu-jiu", "workGroup", "水利局政务公开小组", "updatedOn: 2024-03-12", "updateEvery: 1年", rows=GROUP, day="2024-03-12"),
    ),
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
