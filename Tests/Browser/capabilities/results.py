"""五、执行结果与重点领域（61—85）"""

from .texts import record, written_as
from .trial import PARTLY, PLAIN, WORKS, Row, finds, measures, opens, page, prints, state, written, searches


def query(page) -> bool:
    """Some rows of a table are left after a word was typed."""
    rows = page.locator("main tbody tr:visible")
    all_rows = rows.count()
    page.get_by_label("在表中查找").fill("不动产")
    return 0 < rows.count() < all_rows


PUPILS = """\
| 学生姓名 | 学校 | 班级 |
| --- | --- | --- |
| 赵晓明 | 城关小学 | 一年级一班 |
| 钱小红 | 城关小学 | 一年级二班 |
"""
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
ROWS = [
    Row(
        61,
        PARTLY,
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
        PARTLY,
        (page("fading/jianyi-tian/2026-mulu/", "县政协", "人大代表建议"), finds("missing-field", "fading/jianyi-tian/que.md", "届次")),
        wrong={
            "fading/jianyi-tian/que.md": record("proposal", "关于加强灌区管护的建议", "responsibleBody: 安澜县水利局", "number: 5", "category: 人大代表建议")
        },
    ),
    Row(
        64,
        PARTLY,
        (page("fading/zhongda/", "进展阶段"), finds("missing-part", "fading/zhongda/que.md", "批准结果")),
        late={"fading/zhongda/que.md": PROJECT.format(title="清溪水库工程", day="2020-10-12", body="## 施工情况\n\n正在施工。")},
    ),
    Row(65, PLAIN),
    Row(
        66,
        PARTLY,
        (
            page("fading/caizheng/2026-yusuan/", "收入项目", "支出项目", "2026"),
            written("fading/caizheng/2026-yusuan/index.html", "<figure", "<svg"),
            page("fading/caizheng/gedanwei/", "安澜县水利局", "安澜县教育局"),
            finds("missing-field", "fading/caizheng/que/index.md", "年度"),
        ),
        good={
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
    Row(69, PARTLY, (page("fading/zhineng/quanze-qingdan/", "下载表格"),)),
    Row(70, PLAIN),
    Row(71, PLAIN),
    Row(72, PLAIN),
    Row(73, PARTLY, (written("data/documents.jsonl", '"sha256":'), written("manifest.json", '"sha256"'), prints("verify --output {site}", "一致"))),
    Row(74, PLAIN),
    Row(
        75,
        PARTLY,
        (page("fading/zhongda/laojiu/", "东关小区", "下载表格", "现行有效"),),
        good={
            "fading/zhongda/laojiu.md": record(
                "dataTable", "2026年老旧小区改造项目清单", "effectiveOn: 2026-03-02", "expiresOn: 2026-12-31", "rows: laojiu.csv", day="2026-03-02"
            ),
            "fading/zhongda/laojiu.csv": "序号,小区,户数,投资（万元）\n1,东关小区,320,860\n2,西关小区,210,540\n",
        },
    ),
    Row(76, PARTLY, (page("fading/guihua/2024-9/", "附件", "有效期至"), page("fading/guihua/", "规划"))),
    Row(
        77,
        WORKS,
        (
            state("fading/minsheng/jiuzhu/biaozhun", "inForce"),
            state("fading/minsheng/jiuzhu/biaozhun", "repealed", on="2027-01-02"),
            page("fading/minsheng/jiuzhu/biaozhun/", "每月760元"),
            page("fading/minsheng/jiuzhu/biaozhun-2027/", "尚未施行", "每月790元"),
        ),
        good={
            "fading/minsheng/jiuzhu/biaozhun.md": record(
                "dataTable", "2026年困难群众救助标准", "effectiveOn: 2026-01-01", "rows: biaozhun.csv", issuer="安澜县民政局", day="2026-01-01"
            ),
            "fading/minsheng/jiuzhu/biaozhun.csv": "救助类别,标准\n城市低保,每月760元\n",
            "fading/minsheng/jiuzhu/biaozhun-2027.md": record(
                "dataTable",
                "2027年困难群众救助标准",
                "effectiveOn: 2027-01-01",
                "replaces: fading/minsheng/jiuzhu/biaozhun",
                "rows: biaozhun-2027.csv",
                issuer="安澜县民政局",
                day="2026-11-12",
            ),
            "fading/minsheng/jiuzhu/biaozhun-2027.csv": "救助类别,标准\n城市低保,每月790元\n",
        },
    ),
    Row(
        78,
        PARTLY,
        (page("fading/minsheng/jiaoyu/2026-7/", "招生"), finds("personal-minor", "fading/minsheng/jiaoyu/luqu.md")),
        wrong={"fading/minsheng/jiaoyu/luqu.md": written_as("title: 城关小学2026年录取名单", "issuer: 安澜县教育局", "publishedOn: 2026-08-12", body=PUPILS)},
    ),
    Row(79, PLAIN),
    Row(
        80,
        PARTLY,
        (
            finds("personal-identity", "gonggao/liudiao.md"),
            finds("personal-plate", "gonggao/liudiao.md"),
            finds("personal-address", "gonggao/liudiao.md"),
            finds("personal-phone", "gonggao/liudiao.md"),
            finds("personal-number", "gonggao/mingdan.csv"),
        ),
        wrong={
            "gonggao/liudiao.md": written_as(
                "title: 关于一例病例活动轨迹的通报",
                "issuer: 安澜县卫生健康局",
                "publishedOn: 2026-11-12",
                body="孙大海，身份证号11010519491231002X，手机13853912345，住安澜县城关街道幸福小区3号楼2单元502室，驾驶鲁A12345前往超市。\n",
            ),
            "gonggao/mingdan.md": record(
                "subsidy",
                "隔离补助公示",
                "opensOn: 2026-11-12",
                "closesOn: 2026-11-18",
                "village: 东庄村",
                "item: 补助",
                "objectionChannel: 电话",
                "rows: mingdan.csv",
            ),
            "gonggao/mingdan.csv": "序号,姓名,金额（元）,备注\n1,孙**,200,6222020200112233445\n",
        },
    ),
    Row(81, PLAIN),
    Row(
        82,
        WORKS,
        (
            page("fading/fuwu/gaoling-jintie/", "办理地点", "办结时限", "收费标准", "设定依据", "办理材料"),
            finds("missing-part", "fading/fuwu/que-cailiao.md", "办理材料", severity="error"),
            finds("missing-field", "fading/fuwu/que.md", "办结时限"),
            searches("高龄津贴", "fading/fuwu/gaoling-jintie", more="&lifeEvent=养老一件事", without="wenda/gaoling-jintie"),
            measures("guides", "合格"),
        ),
        wrong={
            "fading/fuwu/que-cailiao.md": record(
                "serviceGuide",
                "取水计划",
                "responsibleBody: 安澜县水利局",
                "place: 大厅3号窗口",
                "hours: 工作日",
                "phone: [0000-6099001]",
                "timeLimit: 5日",
                "fee: 不收费",
                body="## 设定依据\n\n水法。\n\n## 申请条件\n\n有取水工程。\n\n## 办理流程\n\n受理、审查。\n",
            ),
            "fading/fuwu/que.md": record(
                "serviceGuide",
                "取水许可",
                "responsibleBody: 安澜县水利局",
                "place: 大厅3号窗口",
                "hours: 工作日",
                "phone: [0000-6099001]",
                "fee: 不收费",
                body="## 设定依据\n\n水法。\n\n## 申请条件\n\n有取水工程。\n\n## 办理流程\n\n受理、审查。\n",
            ),
        },
    ),
    Row(
        83,
        PARTLY,
        (
            page("fading/qishiye/qingdan/", "供水", "教育", "卫生健康"),
            page("fading/qishiye/shuichang/", "监督投诉渠道", "机构信息"),
            finds("missing-part", "fading/qishiye/que.md", "收费标准"),
        ),
        late={
            "fading/qishiye/que.md": record(
                "institution",
                "清溪镇水厂",
                "responsibleBody: 安澜县水利局",
                "field: 供水",
                "address: 清溪镇",
                "phone: [0000-6099002]",
                "complaint: [电话12345]",
                "updateEvery: 1个月",
                "updatedOn: 2026-03-02",
                body="## 机构信息\n\n水厂。\n\n## 服务指南\n\n报装。\n",
            )
        },
    ),
    Row(
        84,
        WORKS,
        (
            finds("update-overdue", "fading/qishiye/que.md", "应于 2026-11-12 前更新"),
            prints("inspect --root {root} --as-of 2026-11-21", "到期清单"),
            page("fading/qishiye/shuichang/", "更新周期", "更新日期"),
        ),
    ),
    Row(
        85,
        WORKS,
        (page("fading/qishiye/renminyiyuan/", "监督投诉渠道"), finds("missing-field", "fading/qishiye/wu-tousu.md", "监督投诉渠道")),
        wrong={
            "fading/qishiye/wu-tousu.md": record(
                "institution",
                "清溪镇供热站",
                "responsibleBody: 安澜县水利局",
                "field: 供热",
                "address: 清溪镇",
                "phone: [0000-6099002]",
                "updateEvery: 1个月",
                "updatedOn: 2026-11-02",
                body="## 机构信息\n\n水厂。\n\n## 服务指南\n\n报装。\n\n## 收费\n\n2元。\n",
            )
        },
    ),
]
