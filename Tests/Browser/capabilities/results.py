"""五、执行结果（61—70）"""

from .texts import column, record, table
from .trial import WORKS, Row, finds, opens, page, passes, state, written


def query(page) -> bool:
    """Some rows of a table are left after a word was typed."""
    rows = page.locator("main tbody tr:visible")
    all_rows = rows.count()
    page.get_by_label("在表中查找").fill("不动产")
    return 0 < rows.count() < all_rows


LEDGER = "序号,类别,工作任务,具体要求,责任单位,完成时限,完成日期,进展,佐证\n"
PROJECT = """\
---
title: {title}
kind: project
issuer: 安澜县水利局
responsibleBody: 安澜县水利局
publishedOn: {day}
projectCode: 2019-000000-01
place: 清溪镇
investment: 5200
stage: 正在建设
---

{body}
"""
SUBSIDY = """\
---
title: {village}2026年耕地地力保护补贴发放公示
kind: subsidy
issuer: 安澜县清溪镇人民政府
publishedOn: 2026-11-18
opensOn: 2026-11-18
closesOn: 2026-11-24
village: {village}
item: 耕地地力保护补贴
objectionChannel: 清溪镇财政所，电话0000-6070016
rows: {file}.csv
---

现将发放结果公示如下。
"""
PROPOSAL = ("responsibleBody: 安澜县水利局", "session: 县十八届人大五次会议", "category: 人大代表建议")
TRADE = ("tradeField: 国有土地使用权出让", "projectCode: 澜土出〔2026〕1号", "tradedOn: 2026-10-12", "platform: https://www.anlan.example/jiaoyi/")
ANNOUNCED = "## 出让公告\n\n公开挂牌。\n\n## 监督渠道\n\n电话0000-6010001。\n\n"
FUND = ("fund: 农村供水补助资金", "budgetYear: 2026", "allocatedOn: 2026-03-12")
FUND_ROWS = "序号,单位（项目）,用途,金额（万元）\n1,清溪镇,管网改造,560\n2,石桥镇,水源工程,400\n"
CHANGED = "## 本次调整情况\n\n取消1项，变更1项。\n"
POWERS = "序号,事项类型,事项名称,实施依据,实施机构,责任事项,追责情形\n1,行政许可,取水许可,水法第七条,水资源股,受理、审查、决定、送达,违法许可\n"
VILLAGE = ("effectiveOn: 2026-03-02", "complaint: [镇纪委电话0000-6110002]")
VILLAGE_ROWS = "序号,类别,权力事项,责任主体,办理流程,公开形式和时限,监督方式\n1,便民服务,印章使用,村民委员会,申请、审核、用印、登记,每月公示栏,村务监督委员会\n"


def accounts(name: str, kind: str, title: str, *fields: str, issuer: str = "安澜县水利局", day: str) -> dict[str, str]:
    """A budget or final accounts with their two tables."""
    word, column = ("预算", "预算数") if kind == "budget" else ("决算", "决算数")
    body = "## 一、收入决算\n\n单位：万元。\n\n## 二、支出决算\n\n单位：万元。\n\n## 三、情况说明\n\n收支平衡。\n\n## 四、“三公”经费\n\n3万元。\n"
    return {
        f"fading/caizheng/{name}/index.md": record(
            kind, title, "income: shouru.csv", "expenditure: zhichu.csv", *fields, issuer=issuer, day=day, body=body.replace("决算", word)
        ),
        f"fading/caizheng/{name}/shouru.csv": f"收入项目,{column}\n财政拨款,1200\n合计,1200\n",
        f"fading/caizheng/{name}/zhichu.csv": f"支出项目,{column}\n基本支出,800\n项目支出,400\n合计,1200\n",
    }


ROWS = [
    Row(
        61,
        WORKS,
        (
            page("fading/renwu/taizhang-minsheng-2026/", "已完成", "进行中", "更新周期", "已完成5项，共10项"),
            page("fading/renwu/taizhang-gongzuobaogao-2026/", "责任单位", "完成时限"),
            finds("update-overdue", "fading/renwu/minsheng-yuqi.md", "应于 2026-10-12 前更新"),
            finds("update-overdue", "fading/minsheng/shishi/_column.md"),
        ),
        late={
            "fading/renwu/minsheng-yuqi.md": record("ledger", "2026年水利民生实事", "updateEvery: 1个月", "rows: minsheng-yuqi.csv", day="2026-09-12"),
            "fading/renwu/minsheng-yuqi.csv": LEDGER + "1,供水,新建水厂,日供3万吨,安澜县水利局,2026-12-20,,完成六成,\n",
            "fading/minsheng/shishi/_column.md": "---\ntitle: 民生实事\nkind: ledger\nupdateEvery: 1个月\n---\n",
            "fading/minsheng/shishi/yiyue.md": record("ledger", "一月民生实事", "rows: yiyue.csv", day="2026-02-12"),
            "fading/minsheng/shishi/yiyue.csv": LEDGER + "1,供水,改造管网,20公里,安澜县水利局,2026-12-20,,完成一成,\n",
        },
    ),
    Row(
        62,
        WORKS,
        (
            page("fading/zhenggai/", "问题来源"),
            finds("missing-part", "fading/zhenggai/que.md", "整改措施"),
            state("fading/zhenggai/shuiku", "overdue", on="2027-01-02"),
            state("fading/zhenggai/shuiku", "dueSoon"),
        ),
        good={
            "fading/zhenggai/shuiku.md": record(
                "rectification",
                "水库管护资金拨付不及时",
                "responsibleBody: 安澜县水利局",
                "closesOn: 2026-12-06",
                "origin: 审计",
                body="## 发现的问题\n\n拨付不及时。\n\n## 整改措施\n\n按季拨付。\n",
            )
        },
        late={
            "fading/zhenggai/que.md": record(
                "rectification",
                "机井管护台账不全",
                "responsibleBody: 安澜县水利局",
                "closesOn: 2026-12-31",
                "origin: 督查",
                body="## 发现的问题\n\n台账不全。\n",
            )
        },
    ),
    Row(
        63,
        WORKS,
        (
            page("fading/jianyi-tian/2026-mulu/", "县政协", "人大代表建议"),
            finds("missing-field", "fading/jianyi-tian/que.md", "届次"),
            finds("missing-part", "fading/jianyi-tian/wu-jieguo.md", "办理结果"),
            finds("missing-part", "fading/jianyi-tian/wu-jieguo.md", "办理日期"),
            finds("duty-overdue", "fading/jianyi-tian/chaoqi.md", "2026-06-12", "答复建议提案"),
            passes("fading/jianyi-tian/zaiban.md"),
        ),
        late={
            "fading/jianyi-tian/wu-jieguo.md": record("proposal", "对节水灌溉建议的答复", *PROPOSAL, "number: 6"),
            "fading/jianyi-tian/chaoqi.md": record("proposal", "关于整治沟渠的建议", *PROPOSAL, "number: 7", "assignedOn: 2026-03-12", "result: 正在办理"),
            "fading/jianyi-tian/zaiban.md": record("proposal", "关于修复机井的建议", *PROPOSAL, "number: 8", "assignedOn: 2026-10-09", "result: 正在办理"),
        },
        wrong={
            "fading/jianyi-tian/que.md": record("proposal", "关于加强灌区管护的建议", "responsibleBody: 安澜县水利局", "number: 5", "category: 人大代表建议")
        },
    ),
    Row(
        64,
        WORKS,
        (
            page("fading/zhongda/", "进展阶段"),
            page("fading/zhongda/chengbei-shuichang/", "批准结果", "招标投标", "征收土地", "施工情况", "质量安全监督"),
            *(finds("missing-part", "fading/zhongda/que.md", part) for part in ("批准结果", "招标投标", "征收土地", "质量安全监督")),
            finds("duty-overdue", "fading/zhongda/que.md", "公布竣工情况"),
            finds("update-overdue", "fading/zhongda/que.md"),
        ),
        late={
            "fading/zhongda/que.md": PROJECT.format(title="清溪水库工程", day="2020-10-12", body="## 施工情况\n\n正在施工。").replace(
                "stage: 正在建设", "stage: 正在建设\nplannedOn: 2026-09-30\nupdateEvery: 1季度"
            )
        },
    ),
    Row(
        65,
        WORKS,
        (
            page("fading/peizhi/churang/", "国有土地使用权出让", "交易平台", "交易（分配）日期", "竞得人", "监督渠道"),
            finds("duty-overdue", "fading/zhongda/churang-wu.md", "公布交易结果"),
            finds("missing-part", "fading/zhongda/churang-wu.md", "监督渠道"),
            finds("missing-field", "fading/zhongda/churang-que.md", "交易平台"),
        ),
        good={
            "fading/peizhi/_column.md": column("公共资源配置", "resourceTrade"),
            "fading/peizhi/churang.md": record("resourceTrade", "城北一号地块出让", *TRADE, "resultOn: 2026-10-16", body=ANNOUNCED + "## 成交结果\n\n竞得人为安澜县城投公司。\n"),
        },
        wrong={"fading/zhongda/churang-que.md": record("resourceTrade", "城北三号地块出让", *TRADE[:3], body=ANNOUNCED)},
        late={"fading/zhongda/churang-wu.md": record("resourceTrade", "城北二号地块出让", *TRADE, body="## 出让公告\n\n公开挂牌。\n")},
    ),
    Row(
        66,
        WORKS,
        (
            page("fading/caizheng/juesuan-2025/", "决算年度", "决算数", "财政拨款", "收入支出决算说明", "“三公”经费"),
            page("fading/caizheng/zhuanxiang/", "分配结果", "清溪镇", "合计", "960"),
            finds("duty-overdue", "site.yml", "公布部门预算2026年各应不少于1次", "安澜县教育局", "安澜县民政局"),
            page("fading/caizheng/niandu-2026/", "安澜县水利局", "安澜县教育局", without=("2025年部门预算",)),
            finds("duty-late", "fading/caizheng/yusuan-wan/index.md", "公布预算", "2026-03-04"),
            finds("duty-overdue", "site.yml", "安澜县教育局2025年度", "2026-10-31", "公布上一年度决算"),
            finds("duty-late", "fading/caizheng/juesuan-2024/index.md", "公布决算"),
            finds("duty-late", "fading/caizheng/zhuanxiang-wan.md", "公布分配结果"),
            finds("missing-part", "fading/caizheng/zhuanxiang-wan.md", "分配办法"),
            page("fading/caizheng/2026-yusuan/", "收入项目", "支出项目", "2026"),
            written("fading/caizheng/2026-yusuan/index.html", "<figure", "<svg"),
            page("fading/caizheng/gedanwei/", "安澜县水利局", "安澜县教育局"),
            finds("missing-field", "fading/caizheng/que/index.md", "年度"),
        ),
        late={
            **accounts("yusuan-wan", "budget", "安澜县财政局2026年部门预算", "year: 2026", "approvedOn: 2026-02-12", issuer="安澜县财政局", day="2026-04-16"),
            **accounts("juesuan-2024", "finalAccounts", "安澜县教育局2024年部门决算", "year: 2024", "approvedOn: 2025-11-12", issuer="安澜县教育局", day="2025-12-26"),
            **table("fading/caizheng/zhuanxiang-wan", "specialFund", "2026年抗旱资金分配结果", *FUND, rows=FUND_ROWS),
        },
        good={
            **accounts("juesuan-2025", "finalAccounts", "安澜县水利局2025年部门决算", "year: 2025", "approvedOn: 2026-09-10", day="2026-09-21"),
            **table(
                "fading/caizheng/zhuanxiang",
                "specialFund",
                "2026年农村供水补助资金分配结果",
                *FUND[:2],
                "allocatedOn: 2026-10-09",
                rows=FUND_ROWS,
                body="## 分配办法\n\n按供水人口分配。\n",
            ),
            "fading/caizheng/niandu-2026.md": record(
                "special", "2026年度预算", "collects: {kinds: budget, year: 2026}", issuer="安澜县财政局", day="2026-02-12", body="年度是预算的年度。\n"
            ),
            "fading/caizheng/gedanwei.md": record(
                "special",
                "各部门预算",
                "collects: {kinds: budget, years: 2026, groupBy: issuer}",
                issuer="安澜县财政局",
                day="2026-02-12",
                body="各部门预算都在这里。\n",
            ),
            **{
                f"fading/caizheng/{name}-2026/{file}": text
                for name, office in (("shuili", "安澜县水利局"), ("jiaoyu", "安澜县教育局"))
                for file, text in {
                    "index.md": record(
                        "budget",
                        f"{office}2026年部门预算",
                        "year: 2026",
                        "income: shouru.csv",
                        "expenditure: zhichu.csv",
                        issuer=office,
                        day="2026-02-11",
                        body="## 一、一般公共预算收入\n\n单位：万元。\n\n## 二、一般公共预算支出\n\n单位：万元。\n",
                    ),
                    "shouru.csv": "收入项目,预算数\n财政拨款,1200\n合计,1200\n",
                    "zhichu.csv": "支出项目,预算数\n基本支出,800\n项目支出,400\n合计,1200\n",
                }.items()
            },
        },
        wrong={
            "fading/caizheng/que/index.md": record("budget", "安澜县民政局部门预算", "income: a.csv", "expenditure: b.csv"),
            "fading/caizheng/que/a.csv": "收入项目,预算数\n财政拨款,1200\n",
            "fading/caizheng/que/b.csv": "支出项目,预算数\n基本支出,1200\n",
        },
    ),
    Row(
        67,
        WORKS,
        (
            page("fading/minsheng/butie/2026-xihe/", "公示中", "异议途径", "合计", "西河村"),
            written("fading/minsheng/butie/2026-xihe/index.html", 'class="qr-code"', "本页网址的二维码"),
            page("fading/minsheng/butie/", "西河村", "东庄村"),
            page("fading/minsheng/butie/2026-kangzai/xihe/", "3378", "黄*丽", without=("孙*平",)),
            page("fading/minsheng/butie/2026-kangzai/", "（东庄村）", without=("黄*丽",)),
            finds("unmasked-name", "fading/minsheng/butie/nanzhuang.csv"),
            finds("personal-identity", "fading/minsheng/butie/nanzhuang.csv", "110***"),
            finds("personal-phone", "fading/minsheng/butie/nanzhuang.csv"),
        ),
        wrong={
            "fading/minsheng/butie/nanzhuang.md": SUBSIDY.format(village="南庄村", file="nanzhuang"),
            "fading/minsheng/butie/nanzhuang.csv": "序号,姓名,金额（元）,备注\n1,王小明,128.5,\n2,李*,257,110105 19491231 002X\n3,张*,257,138-5391-2345\n",
        },
    ),
    Row(
        68,
        WORKS,
        (
            page("fading/caizheng/shoufei-2026/", "下载表格", "替代"),
            page("fading/caizheng/shoufei-2025/", "已废止"),
            opens("fading/caizheng/shoufei-2026/", "在线查询", query),
        ),
    ),
    Row(
        69,
        WORKS,
        (
            page("fading/zhineng/quanze-qingdan/", "下载表格"),
            page("fading/zhineng/quanze-2026/", "本次调整情况", "取消1项", "取水许可", "替代"),
            page("fading/zhineng/quanze-2025/", "已废止", "安澜县水利局权责清单（2026年版）"),
            finds("table-empty", "fading/zhineng/quanze-que.csv", "实施依据"),
            finds("missing-part", "fading/zhineng/quanze-wu.md", "本次调整情况"),
        ),
        good={
            **table(
                "fading/zhineng/quanze-2025",
                "powerList",
                "安澜县水利局权责清单（2025年版）",
                "effectiveOn: 2025-03-02",
                rows=POWERS,
                body=CHANGED,
                day="2025-03-02",
            ),
            **table(
                "fading/zhineng/quanze-2026",
                "powerList",
                "安澜县水利局权责清单（2026年版）",
                "effectiveOn: 2026-03-02",
                "replaces: fading/zhineng/quanze-2025",
                rows=POWERS,
                body=CHANGED,
                day="2026-03-02",
            ),
        },
        wrong=table(
            "fading/zhineng/quanze-que", "powerList", "安澜县民政局权责清单", "effectiveOn: 2026-03-02", rows=POWERS.replace("水法第七条", ""), body=CHANGED
        ),
        late=table("fading/zhineng/quanze-wu", "powerList", "安澜县财政局权责清单", "effectiveOn: 2026-03-02", rows=POWERS),
    ),
    Row(
        70,
        WORKS,
        (
            page("fading/zhineng/xiaowei/", "小微权力清单", "印章使用", "村民委员会", "监督举报渠道", "办理流程"),
            finds("table-empty", "fading/zhineng/xiaowei-que.csv", "监督方式"),
            finds("missing-field", "fading/zhineng/xiaowei-wu.md", "监督举报渠道"),
        ),
        good=table("fading/zhineng/xiaowei", "villagePower", "清溪镇小微权力清单", *VILLAGE, rows=VILLAGE_ROWS),
        wrong={
            **table("fading/zhineng/xiaowei-que", "villagePower", "城关街道小微权力清单", *VILLAGE, rows=VILLAGE_ROWS.replace("村务监督委员会", "")),
            **table("fading/zhineng/xiaowei-wu", "villagePower", "石桥镇小微权力清单", *VILLAGE[:1], rows=VILLAGE_ROWS),
        },
    ),
]
