"""一、专栏与目录（1—10）"""

from .texts import column, record, written_as
from .trial import REPOSITORY, WORKS, Row, finds, measures, nowhere, page, prints, state

GUIDE = """\
---
title: 安澜县水利局政府信息公开指南
kind: guide
issuer: 安澜县水利局
publishedOn: 2026-11-02
agency: 安澜县水利局办公室
address: 安澜县城关街道安澜大道1号
hours: 工作日上午8:30至12:00，下午14:00至17:30
phone: 0000-6099999
fax: 0000-6010002
email: xxgk@anlan.example
---

## 政府信息的分类

## 政府信息的编排体系

每一项信息标明索引号、名称、内容概述和生成日期。
"""
CATALOGUE = """\
---
title: 安澜县水利局主动公开事项目录（2026年版）
kind: catalogue
issuer: 安澜县水利局
publishedOn: 2026-11-02
effectiveOn: 2026-11-02
rows: shuili-mulu.csv
---

按照目录公开。
"""
LATE = """\
---
title: 安澜县水利局关于做好秋冬水利建设的通知
documentNumber: 澜水发〔2026〕4号
issuer: 安澜县水利局
documentDate: 2026-05-11
publishedOn: 2026-11-16
effectiveOn: 2026-11-16
---

各乡镇要抓紧建设。
"""
STANDARDS = """\
---
title: 安澜县{domain}领域基层政务公开标准目录
kind: {kind}
issuer: 安澜县教育局
publishedOn: 2026-11-02
effectiveOn: 2026-11-02
domain: {domain}
rows: {file}.csv
---

每年11月更新。
"""
STANDARD_ROWS = """\
序号,一级事项,二级事项,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体,公开对象,公开方式,公开层级,公开位置
1,义务教育,招生入学,招生方案；招生范围；报名条件,政府信息公开条例,20个工作日,安澜县教育局,政府网站；公开查阅点,全社会,主动,{level},fading/minsheng/jiaoyu
"""
OFFICE = (
    "address: 安澜县城关街道安澜大道1号",
    "hours: 工作日上午8:30至12:00",
    "phone: [0000-6099001]",
    "leader: [陈某]",
)

ROWS = [
    Row(
        1,
        WORKS,
        (
            measures("baseColumns", "合格", "4 个齐全"),
            measures("statutory", "合格"),
            measures("baseColumns", "不合格", "“政府信息公开指南”没有内容", site="new"),
            measures("emptyColumns", "不合格", "“政府信息公开制度”没有公开的内容", site="new"),
            page("zhinan/", "政府信息公开指南"),
            page("fading/fugai/", "第二十条"),
        ),
    ),
    Row(
        2,
        WORKS,
        (
            page("fading/huimin-mulu-2025/", "已废止", "安澜县民政局主动公开基本目录（2026年版）"),
            page("fading/huimin-mulu-2026/", "现行有效", "临时救助"),
            state("fading/huimin-mulu-2025", "repealed"),
        ),
        good={
            **{f"fading/huimin-mulu-{year}.md": f"""\
---
title: 安澜县民政局主动公开基本目录（{year}年版）
kind: catalogue
issuer: 安澜县民政局
publishedOn: {year}-03-02
effectiveOn: {year}-03-02
{"replaces: fading/huimin-mulu-2025" if year == 2026 else ""}
rows: huimin-mulu-{year}.csv
---

目录每年3月更新。
""" for year in (2025, 2026)},
            **{f"fading/huimin-mulu-{year}.csv": """\
序号,事项类别,公开内容,公开依据,公开时限,公开主体,公开方式,公开渠道,责任机构,公开位置
1,社会救助,临时救助标准,社会救助暂行办法,20个工作日,安澜县民政局,主动公开,政府网站,社会救助股,fading/minsheng/jiuzhu
""" for year in (2025, 2026)},
        },
    ),
    Row(
        3,
        WORKS,
        (
            page("fading/shixiang-mulu/", "公开主体", "公开内容", "公开时限", "公开方式", "公开渠道", "责任机构"),
            finds("table-empty", "fading/shuili-mulu.csv", "公开时限"),
            finds("table-empty", "fading/shuili-mulu.csv", "公开主体"),
        ),
        wrong={
            "fading/shuili-mulu.md": CATALOGUE,
            "fading/shuili-mulu.csv": """\
序号,事项类别,公开内容,公开依据,公开时限,公开主体,公开方式,公开渠道,责任机构,公开位置
1,水利,河道采砂规划,水法,,,主动公开,政府网站,河道股,fading/guihua
""",
        },
    ),
    Row(
        4,
        WORKS,
        (
            finds("catalogue-empty", "fading/weijian-mulu.csv"),
            finds("catalogue-late", "fading/weijian-mulu.csv", "医疗机构检查", "20个工作日"),
            finds("catalogue-late", "fading/weijian-mulu.csv", "药品采购", "每月"),
            finds("catalogue-column", "fading/xinlan/_column.md", "不在主动公开事项目录中"),
            finds("dangling-reference", "fading/weijian-mulu.csv", "fading/meiyou"),
        ),
        wrong={
            "fading/weijian-mulu.md": CATALOGUE.replace("shuili", "weijian").replace("水利局", "卫生健康局"),
            "fading/weijian-mulu.csv": """\
序号,事项类别,公开内容,公开依据,公开时限,公开主体,公开方式,公开渠道,责任机构,公开位置
1,卫生,医疗机构名录,基本医疗卫生与健康促进法,20个工作日,安澜县卫生健康局,主动公开,政府网站,医政股,fading/kongbai
2,卫生,药品采购,药品管理法,每月,安澜县卫生健康局,主动公开,政府网站,药政股,fading/caigou
3,卫生,医疗机构检查,医师法,20个工作日,安澜县卫生健康局,主动公开,政府网站,医政股,fading/zhengce/wan-gongkai
4,卫生,采供血,献血法,每月,安澜县卫生健康局,主动公开,政府网站,医政股,fading/meiyou
""",
            "fading/kongbai/_column.md": "---\ntitle: 医疗机构名录\nkind: notice\n---\n",
            "fading/xinlan/_column.md": "---\ntitle: 健康科普\nkind: notice\n---\n",
            "fading/xinlan/shaoyan.md": written_as(
                "title: 少盐少油更健康", "issuer: 安澜县卫生健康局", "publishedOn: 2026-11-12", body="每人每日食盐不超过5克。\n"
            ),
        },
    ),
    Row(
        5,
        WORKS,
        (
            page("zhinan/gongkai-zhinan/", "应公开内容：", "政府信息的编排体系", "传真"),
            finds("missing-part", "zhinan/shuili-zhinan.md", "政府信息的获取方式"),
            # The heading is there, and nothing beneath it.
            finds("missing-part", "zhinan/shuili-zhinan.md", "政府信息的分类", severity="error"),
            finds("contact-differs", "zhinan/shuili-zhinan.md"),
            finds("missing-field", "zhinan/minzheng-zhinan.md", "传真号码"),
            page("fading/zhineng/shuili/", "机关职能", "机构设置", "负责人", "办公时间", "“三定”规定"),
            finds("missing-field", "fading/zhineng/jiaoyu.md", "负责人"),
            finds("missing-part", "fading/zhineng/caizheng.md", "“三定”规定"),
        ),
        good={
            "fading/zhineng/shuili.md": record(
                "office", "安澜县水利局", *OFFICE, body="## 主要职责\n\n管理水资源。\n\n## 内设机构\n\n办公室、河道股。\n\n## “三定”规定\n\n核定编制12名。\n"
            )
        },
        wrong={
            "zhinan/shuili-zhinan.md": GUIDE,
            "zhinan/minzheng-zhinan.md": GUIDE.replace("水利局", "民政局").replace("fax: 0000-6010002\n", ""),
            "fading/zhineng/jiaoyu.md": record("office", "安澜县教育局", *OFFICE[:3]),
        },
        late={"fading/zhineng/caizheng.md": record("office", "安澜县财政局", *OFFICE, body="## 主要职责\n\n管理财政。\n\n## 内设机构\n\n办公室。\n")},
    ),
    Row(
        6,
        WORKS,
        (
            page("fading/biaozhun/", "社会救助领域", "义务教育领域"),
            page("fading/biaozhun/yiwu-jiaoyu/", "招生入学", "■政府网站", "□政府公报", "■县级"),
            page("fading/biaozhun/quanbu/", "试点领域", "义务教育", "社会救助"),
            page("fading/biaozhun/qu-jiaoyu/", "■区级", "□乡级"),
        ),
        good={
            "fading/biaozhun/yiwu-jiaoyu.md": STANDARDS.format(domain="义务教育", kind="standardCatalogue", file="yiwu-jiaoyu"),
            "fading/biaozhun/yiwu-jiaoyu.csv": STANDARD_ROWS.format(level="县级"),
            "fading/biaozhun/qu-jiaoyu.md": STANDARDS.format(domain="学前教育", kind="districtCatalogue", file="qu-jiaoyu"),
            "fading/biaozhun/qu-jiaoyu.csv": STANDARD_ROWS.format(level="区级"),
            "_kinds/districtCatalogue.yml": (REPOSITORY / "Templates/kinds/standardCatalogue.yml")
            .read_text("utf-8")
            .replace("label: 基层政务公开标准目录", "label: 区级标准目录")
            .replace("choices: [县级, 乡级, 村级]", "choices: [区级, 乡级, 村级]"),
            "fading/biaozhun/quanbu.md": """\
---
title: 安澜县基层政务公开标准目录汇总
kind: special
issuer: 安澜县人民政府办公室
publishedOn: 2026-11-02
collects: {kinds: standardCatalogue, groupBy: domain}
---

按试点领域列出。
""",
        },
    ),
    Row(
        7,
        WORKS,
        (page("fading/zhuanti/yanglao/", "政策解读", "政策问答", "安澜县高龄津贴和养老服务补贴发放办法"),),
        good={"fading/zhuanti/yanglao.md": """\
---
title: 养老服务专题
issuer: 安澜县民政局
publishedOn: 2026-11-02
collects: {themes: 养老, groupBy: kind}
---

养老方面的政策都在这里。
"""},
    ),
    Row(
        8,
        WORKS,
        (
            page("fading/zhuanti/anxinlao/", "品牌名称", "安心老", "服务承诺", "高龄津贴免申即享", "政策文件", "应公开内容"),
            prints("kinds brand --root {root}", "继承自 special", "服务承诺"),
            finds("missing-field", "fading/zhuanti/pinpai-que.md", "服务承诺"),
            finds("missing-part", "fading/zhuanti/pinpai-wu.md", "做法"),
        ),
        wrong={"fading/zhuanti/pinpai-que.md": record("brand", "“放心水”供水服务品牌", "brand: 放心水", body="## 做法\n\n水质每月公布。\n")},
        late={"fading/zhuanti/pinpai-wu.md": record("brand", "“放心渠”灌溉服务品牌", "brand: 放心渠", "promise: [三日内修复]", body="## 做法\n\n## 成效\n\n灌溉及时。\n")},
    ),
    Row(
        9,
        WORKS,
        (
            page("jiaoliu/", "安澜县水利局推行河道巡查公示", "县融媒体中心"),
            finds("missing-field", "gonggao/jiaoliu-que.md", "发文机关"),
            finds("duty-overdue", "site.yml", "政务公开信息被采用", on="2027-01-12"),
        ),
        good={
            "jiaoliu/_column.md": column("政务公开看安澜", "exchange", "updateEvery: 6个月"),
            "jiaoliu/hedao.md": record("exchange", "安澜县水利局推行河道巡查公示", "adoptedBy: [县融媒体中心]"),
        },
        wrong={
            "gonggao/jiaoliu-que.md": written_as("title: 水利局经验交流", "kind: exchange", "publishedOn: 2026-11-12", body="交流如下。\n")
        },
        late={
            "jiaoliu/_column.md": column("政务公开看安澜", "exchange", "updateEvery: 6个月"),
            "jiaoliu/yi.md": record("exchange", "安澜县水利局公开水质检测结果", "adoptedBy: [市政府网站]", day="2025-10-12"),
            "jiaoliu/er.md": record("exchange", "安澜县水利局开放水厂", "adoptedBy: [市政府网站]"),
        },
    ),
    Row(
        10,
        WORKS,
        (
            state("gonggao/tingshui-gaozhi", "inForce"),
            state("gonggao/tingshui-gaozhi", "expired", on="2027-01-02"),
            page("gonggao/tingshui-gaozhi/", "现行有效", "有效期至"),
            page("gonggao/tingshui-gaozhi/", "已失效", on="2027-01-02"),
            page("validity/expired/", "关于城东片区夜间停水的公告", on="2027-01-02"),
            finds("missing-part", "gonggao/wu-qixian.md", "公开期限"),
            finds("idle-field", "gonggao/tongzhi-qixian.md", "有效期至对通知公告没有作用"),
            nowhere("安澜县病险水库除险加固实施方案"),
            page("fading/zhengce/shuiku/", "安澜县病险水库除险加固实施方案", on="2027-01-02"),
            state("gonggao/gongshi-shuiku", "current"),
            state("gonggao/gongshi-shuiku", "ended", on="2027-01-02"),
            finds("duty-overdue", "fading/zhengce/mei-gongkai.md", "前公布，已经逾期"),
            finds("duty-late", "fading/zhengce/wan-gongkai.md", "应于 2026-06-08 前公布", "晚了"),
        ),
        good={
            "fading/zhengce/shuiku.md": """\
---
title: 安澜县水利局关于印发安澜县病险水库除险加固实施方案的通知
documentNumber: 澜水发〔2026〕11号
issuer: 安澜县水利局
documentDate: 2026-11-20
publishedOn: 2026-12-01
effectiveOn: 2026-12-01
---

方案如下。
""",
            "gonggao/tingshui-gaozhi.md": record(
                "announcement", "关于城东片区夜间停水的公告", "effectiveOn: 2026-11-18", "expiresOn: 2026-12-18", day="2026-11-16"
            ),
            "gonggao/gongshi-shuiku.md": """\
---
title: 关于病险水库除险加固名单的公示
kind: publicNotice
issuer: 安澜县水利局
publishedOn: 2026-11-18
opensOn: 2026-11-18
closesOn: 2026-11-24
---

名单如下。
""",
        },
        late={
            "fading/zhengce/mei-gongkai.md": LATE.replace("publishedOn: 2026-11-16", "draft: true"),
            "gonggao/tongzhi-qixian.md": record("notice", "关于泵站检修停水的通知", "expiresOn: 2026-10-20"),
            "gonggao/wu-qixian.md": record("announcement", "关于施工便道限行的公告", "effectiveOn: 2026-10-12"),
        },
        wrong={"fading/zhengce/wan-gongkai.md": LATE},
    ),
]
