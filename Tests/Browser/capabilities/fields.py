"""五、重点领域（71—85）"""

from .texts import column, normative, record, table, written_as
from .trial import PARTLY, PLAIN, WORKS, Row, exports, finds, measures, page, prints, searches, state, written

PUPILS = """\
| 学生姓名 | 学校 | 班级 |
| --- | --- | --- |
| 赵晓明 | 城关小学 | 一年级一班 |
| 钱小红 | 城关小学 | 一年级二班 |
"""

POWERS = ("effectiveOn: 2026-03-02", "complaint: [0000-6099001]")
POWER_ROWS = "序号,执法类别,事项名称,执法主体,依据,条件,程序,救济渠道\n1,行政处罚,违法取水处罚,安澜县水利局,水法第六十九条,未经批准取水,立案、调查、决定,行政复议、行政诉讼\n"
PENALTY = ("decidedOn: 2026-10-09", "penaltyType: [罚款]")
PENALIZED = "## 违法事实\n\n未经许可采砂。\n\n## 处罚依据\n\n水法。\n\n## 处罚内容\n\n罚款二万元。\n"
WITHDRAWN = ("changedOn: 2026-10-16", "withdrawn: {on: 2026-10-18, reason: 行政复议决定撤销原处罚决定, by: 安澜县水利局}")
CHECKED = ("checkDomain: 综合监管", "checkMethod: 双随机抽查", "checkedOn: 2026-09-25")
CHECK_ROWS = "检查事项,检查户数,发现问题,完成整改,正在整改\n许可条件,64,3,2,{open}\n"
HANDLED = "## 处理结果\n\n责令改正3户。\n"
LAND = ("projectCode: 2026年第一批次", "place: 城关街道北关村", "area: 12.6", "system: https://www.anlan.example/zhengdi/")
ACQUIRED = "## 征收土地预公告\n\n拟征收土地。\n\n## 土地现状调查\n\n已经完成。\n\n## 征地补偿安置公告\n\n补偿标准如下。\n\n"
HOUSING = ("projectType: 老旧小区改造", "planYear: 2026", "updateEvery: 1季度")
HOUSING_ROWS = """\
序号,项目名称,地点,户（套）数,投资（万元）,计划完成日期,完成日期
1,东关小区,城关街道,320,860,2026-10-31,2026-10-09
2,西关小区,城关街道,210,540,2026-12-20,
"""
PLAN = ("planType: 专项规划", "planPeriod: 2026—2030年")
ENROLMENT_DAYS = ("opensOn: 2026-07-06", "closesOn: 2026-07-10", "resultDue: 2026-08-10")
ENROLMENT = ("schoolYear: 2026—2027学年", "schoolStage: 小学", *ENROLMENT_DAYS, "consult: 电话0000-6020100")
ENROLLED = "".join(f"## {part}\n\n内容见下。\n\n" for part in ("招生方案", "招生范围", "招生程序", "报名条件", "学校情况"))
LICENCES = ("licenceDomain: 教育培训", "updateEvery: 1年", "complaint: [电话0000-6020100]")
LICENCE_ROWS = """\
序号,单位名称,许可（资质）,证号,发证日期,有效期至,收费标准
1,安澜书画学校,办学许可,00001,2024-03-02,2027-03-01,每课时40元
2,安澜舞蹈学校,办学许可,00002,2022-03-02,2025-03-01,每课时50元
"""
RECRUITED = ("recruitmentType: 公益性岗位", "vacancies: 12")
WARNING = ("emergencyType: 预警信息", "warningLevel: 三级（黄色）", "effectiveOn: 2026-11-16")
MEASURES = "## 防护措施\n\n注意饮食卫生。\n"
FIRMS = "序号,企业名称,名录类别,环境信用评价结果,披露时限,披露日期\n1,安澜造纸公司,重点排污单位,绿标,2026-03-15,2026-03-12\n2,安澜化工公司,重点排污单位,蓝标,2026-03-15,\n"
UNITS = "序号,单位名称,领域,主管部门,公开位置\n"
UNIT = "1,安澜县自来水有限公司,供水,县水利局,fading/qishiye/shuichang\n"


POSITIONS = "## 招考职位\n\n保洁岗。\n\n## 报考条件\n\n就业困难人员。\n"


def recruitment(title: str, *fields: str, opens: str, closes: str, held: str, body: str = POSITIONS) -> str:
    dates = (f"opensOn: {opens}", f"closesOn: {closes}", f"heldOn: {held}", "signUp: [电话0000-6040100]")
    return record("recruitment", title, *dates, *fields, body=body, issuer="安澜县人力资源和社会保障局", day=opens)


ROWS = [
    Row(
        71,
        WORKS,
        (
            page("fading/zhifa/shixiang/", "行政执法事项", "依据", "条件", "程序", "救济渠道", "违法取水处罚"),
            page("fading/zhifa/chufa/", "（澜）水罚〔2026〕3号", "清溪砂石公司", "罚款", "违法事实", "处罚依据"),
            page("fading/zhifa/chehui/", "2026年10月18日", "不再公开", "行政复议决定撤销原处罚决定", "安澜县水利局", without=("城东砂石公司", "（澜）水罚〔2026〕2号")),
            page("fading/zhifa/", without=("城东砂石公司",)),
            page("fading/zhifa/choucha/", "双随机抽查", "发现问题", "完成整改"),
            finds("table-empty", "fading/zhifa/shixiang-que.csv", "程序"),
            finds("missing-field", "fading/zhifa/chufa-que.md", "决定书文号"),
            finds("revoked-public", "fading/zhifa/chufa-chexiao.md", "撤回处罚决定信息并说明理由", severity="error"),
            finds("duty-late", "fading/zhifa/chufa-chexiao.md", "公布处罚决定"),
            finds("duty-late", "fading/zhifa/chehui-wan.md", "撤回处罚决定信息并说明理由"),
            finds("missing-field", "fading/zhifa/chehui-wu.md", "撤下没有写理由", severity="error"),
            finds("table-sum", "fading/zhifa/choucha-cuo.csv", "发现问题"),
            finds("duty-late", "fading/zhifa/choucha-wan.md", "公布检查结果"),
        ),
        good={
            **table("fading/zhifa/shixiang", "enforcementList", "安澜县水利局行政执法事项", *POWERS, rows=POWER_ROWS),
            **table("fading/zhifa/choucha", "inspectionResult", "2026年取水许可双随机抽查结果", *CHECKED, rows=CHECK_ROWS.format(open=1), body=HANDLED),
            "fading/zhifa/chufa.md": record(
                "penalty", "对清溪砂石公司的行政处罚", "caseNumber: （澜）水罚〔2026〕3号", "party: 清溪砂石公司", *PENALTY, body=PENALIZED
            ),
            "fading/zhifa/chehui.md": record(
                "penalty", "对城东砂石公司的行政处罚", "caseNumber: （澜）水罚〔2026〕2号", "party: 城东砂石公司", *PENALTY, *WITHDRAWN, body=PENALIZED
            ),
        },
        wrong={
            **table("fading/zhifa/shixiang-que", "enforcementList", "安澜县民政局行政执法事项", *POWERS, rows=POWER_ROWS.replace("立案、调查、决定", "")),
            **table("fading/zhifa/choucha-cuo", "inspectionResult", "用水双随机抽查结果", *CHECKED, rows=CHECK_ROWS.format(open=3), body=HANDLED),
            "fading/zhifa/chufa-que.md": record("penalty", "对石桥砂石公司的行政处罚", "party: 石桥砂石公司", *PENALTY, body=PENALIZED),
            "fading/zhifa/chehui-wu.md": record(
                "penalty", "对城西砂石公司的行政处罚", "caseNumber: （澜）水罚〔2026〕4号", "party: 城西砂石公司", *PENALTY, "withdrawn: {on: 2026-10-18}", body=PENALIZED
            ),
        },
        late={
            **table(
                "fading/zhifa/choucha-wan",
                "inspectionResult",
                "上半年水库专项检查结果",
                *CHECKED[:2],
                "checkedOn: 2026-06-12",
                rows=CHECK_ROWS.format(open=1),
                body=HANDLED,
            ),
            "fading/zhifa/chufa-chexiao.md": record(
                "penalty",
                "对城南砂石公司的行政处罚",
                "caseNumber: （澜）水罚〔2026〕5号",
                "party: 城南砂石公司",
                "decidedOn: 2026-03-12",
                PENALTY[1],
                "changedOn: 2026-11-02",
                body=PENALIZED,
            ),
            "fading/zhifa/chehui-wan.md": record(
                "penalty",
                "对城北砂石公司的行政处罚",
                "caseNumber: （澜）水罚〔2026〕6号",
                "party: 城北砂石公司",
                "decidedOn: 2026-08-12",
                PENALTY[1],
                "changedOn: 2026-09-12",
                WITHDRAWN[1],
                body=PENALIZED,
            ),
        },
    ),
    Row(72, PLAIN),
    Row(73, WORKS, (exports("jsonl", "documents.jsonl", '"text":"', '"sha256":"'), written("data/documents.jsonl", '"sha256":'), written("manifest.json", '"sha256"'), prints("verify --output {site}", "一致"))),
    Row(
        74,
        WORKS,
        (
            page("fading/zhengdi/chengbei/", "预公告", "现状调查", "补偿安置公告", "批准", "征收公告", "征地信息公开查询系统"),
            page("fading/zhengdi/lishi/", "历史补录"),
            finds("duty-late", "fading/zhongda/zhengdi-duan.md", "公告补偿安置方案"),
            finds("duty-overdue", "fading/zhongda/zhengdi-duan.md", "2026-10-10", "发布征收土地公告"),
            finds("missing-part", "fading/zhongda/zhengdi-que.md", "征收土地预公告"),
            finds("missing-field", "fading/zhongda/zhengdi-wu.md", "征地信息公开查询系统"),
        ),
        good={
            "fading/zhengdi/_column.md": column("土地征收", "landAcquisition"),
            "fading/zhengdi/chengbei.md": record(
                "landAcquisition",
                "城北片区第一批次征收土地",
                *LAND,
                "planOn: 2026-08-03",
                "planUntil: 2026-09-02",
                "approvedOn: 2026-10-26",
                "announcedOn: 2026-11-09",
                body=ACQUIRED + "## 征地批准\n\n省政府批准。\n\n## 征收土地公告\n\n现予公告。\n",
            ),
            "fading/zhengdi/lishi.md": record("landAcquisition", "2015年城东片区征收土地", *LAND, "backfilled: 是", body=ACQUIRED),
        },
        wrong={"fading/zhongda/zhengdi-wu.md": record("landAcquisition", "城西片区征收土地", *LAND[:3], body=ACQUIRED)},
        late={
            "fading/zhongda/zhengdi-duan.md": record(
                "landAcquisition", "城南片区征收土地", *LAND, "planOn: 2026-08-03", "planUntil: 2026-08-20", "approvedOn: 2026-09-14", body=ACQUIRED
            ),
            "fading/zhongda/zhengdi-que.md": record("landAcquisition", "城中片区征收土地", *LAND),
        },
    ),
    Row(
        75,
        WORKS,
        (
            page("fading/zhongda/laojiu/", "东关小区", "下载表格", "已完成1项，共2项", "进行中", "计划年度", "530"),
            page("fading/zhongda/laojiu/", "已逾期", on="2027-01-02"),
            finds("table-empty", "fading/zhongda/laojiu-que.csv", "户（套）数"),
            finds("unmasked-name", "fading/zhongda/laojiu-que.csv"),
            finds("update-overdue", "fading/zhongda/laojiu-jiu.md"),
            finds("duty-overdue", "site.yml", "公布项目清单", "2026年应不少于2次", "现有1次"),
        ),
        good=table("fading/zhongda/laojiu", "projectList", "2026年老旧小区改造项目清单", *HOUSING, "updatedOn: 2026-10-12", rows=HOUSING_ROWS),
        wrong=table(
            "fading/zhongda/laojiu-que",
            "projectList",
            "2026年保障房分配",
            *HOUSING,
            "updatedOn: 2026-10-12",
            rows="序号,项目名称,地点,户（套）数,分配对象,计划完成日期\n1,东关公寓,城关街道,,王小明,2026-12-20\n",
        ),
        late=table("fading/zhongda/laojiu-jiu", "projectList", "2026年棚户区改造", *HOUSING, "updatedOn: 2026-03-02", rows=HOUSING_ROWS, day="2026-03-02"),
    ),
    Row(
        76,
        WORKS,
        (
            page("fading/guihua/2024-9/", "附件", "有效期至"),
            page("fading/guihua/", "规划"),
            page("fading/guihua/shuiwang/", "专项规划", "2026—2030年", "审图号", "澜S〔2026〕002号", "现行有效"),
            state("fading/guihua/shuiwang", "expired", on="2031-01-02"),
            finds("missing-part", "fading/guihua/wu-tuhao.md", "审图号"),
            finds("missing-field", "fading/guihua/que.md", "规划期"),
        ),
        good={
            "fading/guihua/shuiwang.md": normative(
                "澜水发〔2026〕101号",
                "安澜县水网建设规划",
                "kind: plan",
                *PLAN,
                "mapNumber: [澜S〔2026〕002号]",
                "effectiveOn: 2026-10-12",
                "expiresOn: 2030-12-31",
                body="## 规划目标\n\n建成水网。\n",
            )
        },
        wrong={"fading/guihua/que.md": normative("澜水发〔2026〕102号", "安澜县节水规划", "kind: plan", PLAN[0], "effectiveOn: 2026-10-12")},
        late={"fading/guihua/wu-tuhao.md": normative("澜水发〔2026〕103号", "安澜县防洪规划", "kind: plan", *PLAN, "effectiveOn: 2026-10-12")},
    ),
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
        WORKS,
        (
            page("fading/minsheng/jiaoyu/2026-7/", "招生"),
            page("fading/minsheng/jiaoyu/zhaosheng/", "报名截止日期", "招生范围", "报名条件", "学校情况", "咨询方式", "2026年小学招生录取结果"),
            page("fading/minsheng/jiaoyu/banxue/", "办学许可", "现行有效", "已失效", "监督投诉渠道", "收费标准"),
            *(finds("missing-part", "fading/minsheng/jiaoyu/zhaosheng-que.md", part) for part in ("招生范围", "招生程序", "报名条件", "学校情况")),
            finds("duty-overdue", "fading/minsheng/jiaoyu/zhaosheng-que.md", "公布录取结果"),
            finds("unmasked-name", "fading/minsheng/jiaoyu/mingdan.csv"),
            finds("personal-minor", "fading/minsheng/jiaoyu/luqu.md"),
            finds("update-overdue", "fading/minsheng/jiaoyu/banxue-jiu.md"),
        ),
        good={
            "fading/minsheng/jiaoyu/zhaosheng.md": record("enrolment", "2026年小学招生", *ENROLMENT, "resultOn: 2026-08-10", issuer="安澜县教育局", day="2026-06-22", body=ENROLLED),
            "fading/minsheng/jiaoyu/zhaosheng-jieguo.md": record(
                "notice", "2026年小学招生录取结果", "outcomeOf: fading/minsheng/jiaoyu/zhaosheng", issuer="安澜县教育局", day="2026-08-10"
            ),
            **table("fading/minsheng/jiaoyu/banxue", "licences", "校外培训机构资质名录", *LICENCES, "updatedOn: 2026-10-12", rows=LICENCE_ROWS),
        },
        late={
            "fading/minsheng/jiaoyu/zhaosheng-que.md": record("enrolment", "2026年幼儿园招生", *ENROLMENT, day="2026-06-22", body="## 招生方案\n\n就近入园。\n"),
            **table(
                "fading/minsheng/jiaoyu/banxue-jiu", "licences", "民办幼儿园资质名录", *LICENCES, "updatedOn: 2025-01-12", rows=LICENCE_ROWS, day="2025-01-12"
            ),
        },
        wrong={
            **table(
                "fading/minsheng/jiaoyu/mingdan", "enrolment", "城关小学录取名单", *ENROLMENT, rows="序号,姓名,录取学校\n1,赵晓明,城关小学\n", body=ENROLLED
            ),
            "fading/minsheng/jiaoyu/luqu.md": written_as("title: 城关小学2026年录取名单", "issuer: 安澜县教育局", "publishedOn: 2026-08-12", body=PUPILS),
        },
    ),
    Row(
        79,
        WORKS,
        (
            page("fading/zhaolu/gonggang/", "报名中", "招考职位", "报考条件", "招考名额", "录用结果"),
            state("fading/zhaolu/gonggang", "held", on="2027-01-02"),
            page("fading/minsheng/jianguan/", "医疗保障", "专项检查", "检查户数", "处理结果"),
            searches("定点医药机构", "fading/minsheng/jianguan", more="&checkDomain=医疗保障"),
            finds("missing-part", "fading/zhaolu/que.md", "报考条件", severity="error"),
            finds("missing-field", "fading/zhaolu/wu-minge.md", "招考名额"),
            finds("overdue-outcome", "fading/zhaolu/wu-jieguo.md"),
            finds("duty-late", "fading/zhifa/choucha-wan.md", "公布检查结果"),
            finds("missing-field", "fading/minsheng/jianguan-que.md", "检查领域"),
        ),
        good={
            "fading/zhaolu/gonggang.md": recruitment("2026年公益性岗位招聘", *RECRUITED, opens="2026-11-16", closes="2026-11-27", held="2026-12-12"),
            **table(
                "fading/minsheng/jianguan",
                "inspectionResult",
                "定点医药机构专项检查结果",
                "checkDomain: 医疗保障",
                "checkMethod: 专项检查",
                "checkedOn: 2026-09-25",
                rows=CHECK_ROWS.format(open=1),
                body=HANDLED,
                issuer="安澜县医疗保障局",
            ),
        },
        wrong={
            "fading/zhaolu/que.md": recruitment(
                "水利局招聘", *RECRUITED, opens="2026-11-16", closes="2026-11-27", held="2026-12-12", body="## 招考职位\n\n水文监测岗。\n"
            ),
            "fading/zhaolu/wu-minge.md": recruitment("教育局招聘", *RECRUITED[:1], opens="2026-11-16", closes="2026-11-27", held="2026-12-12"),
            **table("fading/minsheng/jianguan-que", "inspectionResult", "养老机构检查结果", *CHECKED[1:], rows=CHECK_ROWS.format(open=1), body=HANDLED),
        },
        late={"fading/zhaolu/wu-jieguo.md": recruitment("事业单位招聘", *RECRUITED, opens="2026-06-01", closes="2026-06-12", held="2026-07-11")},
    ),
    Row(
        80,
        WORKS,
        (
            state("fading/yingji/yujing", "inForce"),
            state("fading/yingji/yujing", "expired", on="2027-01-02"),
            page("fading/yingji/yujing/", "预警信息", "三级（黄色）", "防护措施", "有效期至"),
            page("fading/yingji/yujing-jiechu/", "解除公告"),
            page("fading/yingji/yujing-zao/", "已失效", "关于解除寒潮预警的公告"),
            finds("missing-part", "fading/yingji/yujing-que.md", "公开期限"),
            finds("missing-field", "fading/yingji/yujing-wu.md", "信息类别"),
            finds("personal-identity", "gonggao/liudiao.md"),
            finds("personal-plate", "gonggao/liudiao.md"),
            finds("personal-address", "gonggao/liudiao.md"),
            finds("personal-phone", "gonggao/liudiao.md"),
            finds("personal-number", "gonggao/mingdan.csv"),
        ),
        good={
            "fading/yingji/yujing.md": record("emergency", "关于发布诺如病毒预警的公告", *WARNING, "expiresOn: 2026-12-20", body=MEASURES, day="2026-11-16"),
            "fading/yingji/yujing-zao.md": record("emergency", "关于发布寒潮预警的公告", *WARNING, "expiresOn: 2026-12-20", body=MEASURES, day="2026-11-16"),
            "fading/yingji/yujing-jiechu.md": record(
                "emergency",
                "关于解除寒潮预警的公告",
                "emergencyType: 解除公告",
                "effectiveOn: 2026-11-19",
                "term: 长期",
                "documentDate: 2026-11-19",
                "terminates: fading/yingji/yujing-zao",
                body=MEASURES,
                day="2026-11-19",
            ),
        },
        late={"fading/yingji/yujing-que.md": record("emergency", "关于发布大风预警的公告", *WARNING, body=MEASURES, day="2026-11-16")},
        wrong={
            "fading/yingji/yujing-wu.md": record("emergency", "关于发布暴雪预警的公告", *WARNING[1:], "expiresOn: 2026-12-20", body=MEASURES, day="2026-11-16"),
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
    Row(
        81,
        WORKS,
        (
            page("fading/minsheng/huanjing/", "安澜造纸公司", "名录类别", "环境信用评价结果", "已完成1项，共2项", "已逾期"),
            finds("table-empty", "fading/minsheng/huanjing-que.csv", "环境信用评价结果"),
            finds("missing-part", "fading/minsheng/huanjing-wu.md", "名单确定依据"),
            finds("duty-overdue", "site.yml", "公布企业环境信息披露名单", "现有0次"),
        ),
        good=table(
            "fading/minsheng/huanjing", "environment", "2026年企业环境信息披露名单", "listYear: 2026", rows=FIRMS, body="## 确定依据\n\n重点排污单位名录。\n"
        ),
        wrong=table("fading/minsheng/huanjing-que", "environment", "城东企业环境信息", "listYear: 2026", rows=FIRMS.replace("绿标", "")),
        late=table("fading/minsheng/huanjing-wu", "environment", "城西企业环境信息", "listYear: 2024", rows=FIRMS, day="2024-03-12"),
    ),
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
        WORKS,
        (
            page("fading/qishiye/zhuti/", "安澜县自来水有限公司", "主管部门", "公开位置"),
            finds("catalogue-empty", "fading/qishiye/zhuti-kong.csv", "清溪镇水厂"),
            finds("dangling-reference", "fading/qishiye/zhuti-cuo.csv", "fading/qishiye/meiyou"),
            finds("table-empty", "fading/qishiye/zhuti-que.csv", "公开位置"),
            page("fading/qishiye/qingdan/", "供水", "教育", "卫生健康"),
            page("fading/qishiye/shuichang/", "监督投诉渠道", "机构信息"),
            finds("missing-part", "fading/qishiye/que.md", "收费标准"),
        ),
        good=table("fading/qishiye/zhuti", "institutionList", "公共企事业单位信息公开适用主体清单", "effectiveOn: 2026-03-02", rows=UNITS + UNIT),
        wrong={
            **table(
                "fading/qishiye/zhuti-cuo",
                "institutionList",
                "供热单位适用主体清单",
                "effectiveOn: 2026-03-02",
                rows=UNITS + "1,石桥供热站,供热,县住建局,fading/qishiye/meiyou\n",
            ),
            **table(
                "fading/qishiye/zhuti-que", "institutionList", "供气单位适用主体清单", "effectiveOn: 2026-03-02", rows=UNITS + "1,石桥供气站,供气,县住建局,\n"
            ),
        },
        late={
            "fading/qishiye/weigongkai.md": record("page", "清溪镇水厂", "draft: 是"),
            **table(
                "fading/qishiye/zhuti-kong",
                "institutionList",
                "供水单位适用主体清单",
                "effectiveOn: 2026-03-02",
                rows=UNITS + "1,清溪镇水厂,供水,县水利局,fading/qishiye/weigongkai\n",
            ),
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
