"""二、文件库（11—26）"""

from .texts import column, normative, record, written_as
from .trial import LEFT_OUT, PLAIN, WORKS, Row, exists, exports, finds, page, reported, state, takes, written

OLD = {
    f"fading/guifanxing/jiu-{n}.md": normative(f"澜水发〔2021〕{n}号", f"安澜县水利局关于印发安澜县{name}的通知", "effectiveOn: 2021-03-01", day="2021-02-08")
    for n, name in enumerate(["水库管理办法", "河长巡河办法", "取水许可办法", "水闸管理办法", "水土保持办法", "灌区管理办法", "凿井管理办法"], 1)
}
SENTENCES = {
    1: "《安澜县水库管理办法》（澜水发〔2021〕1号）同时废止。",
    2: "废止《安澜县水利局关于印发安澜县河长巡河办法的通知》（澜水发〔2021〕2号）。",
    3: "《安澜县取水许可办法》（澜水发〔2021〕3号）自即日起失效。",
    4: "《安澜县水闸管理办法》（澜水发〔2021〕4号）不再执行。",
    5: "澜水发〔2021〕5号同时废止。",
    6: "决定对下列文件予以废止：\n\n1. 安澜县水利局关于印发安澜县灌区管理办法的通知（澜水发〔2021〕6号）",
    7: "决定对下列文件予以废止：\n\n| 序号 | 文件名称 | 文号 |\n| --- | --- | --- |\n| 1 | 安澜县水利局关于印发安澜县凿井管理办法的通知 | 澜水发〔2021〕7号 |",
}

OFFICE = """\
标题,文号,统一登记号,发文机关,文种,成文日期,发布日期,施行日期,有效期,公开属性,正文
安澜县水利局关于印发安澜县塘坝管理办法的通知,澜水发〔2026〕7号,ALDR-2026-0120003,安澜县水利局,通知,2026-11-02,2026-11-09,2026-12-01,5年,主动公开,第一条　为了加强塘坝管理，制定本办法。
"""
LIBRARY = column("政府文件库", "official")
SHELF = column("安澜县{office}文件", "official", "updateEvery: 6个月")

ROWS = [
    Row(
        11,
        WORKS,
        (
            page("fading/wenjian/shuili/", "安澜县水利局关于做好农村供水保障的通知"),
            page("fading/taizhang/", "文号连续情况", "澜水发 2026年", "未见的序号"),
            *(finds("missing-field", "fading/zhengce/gongwen-que.md", field) for field in ("发文字号", "文种", "成文日期", "公开属性")),
            finds("empty-column", "fading/wenjian/jiaoyu/_column.md"),
            finds("update-overdue", "fading/wenjian/shuili/_column.md"),
            page("fading/taizhang/", "按发文机关", "安澜县水利局"),
            page("browse/", "发文机关", "主题分类"),
            finds("document-number", "fading/zhengce/wenhao-cuo.md", "六角括号"),
            finds("missing-date", "fading/zhengce/quan-wu.md"),
            finds("paper-number", "fading/zhengce/you-bantou.md", severity="warning"),
        ),
        good={
            "fading/wenjian/_column.md": LIBRARY,
            "fading/wenjian/shuili/_column.md": SHELF.format(office="水利局"),
            "fading/wenjian/shuili/ku-1.md": normative(
                "澜水发〔2026〕12号", "安澜县水利局关于做好农村供水保障的通知", "effectiveOn: 2026-10-12", "form: 通知", "disclosure: 主动公开"
            ),
        },
        wrong={
            "fading/zhengce/gongwen-que.md": record("official", "关于做好防汛的通知"),
            "fading/zhengce/wenhao-cuo.md": normative("澜水发[2026]13号", "安澜县水利局关于开展节水宣传的通知"),
            "fading/zhengce/you-bantou.md": """\
---
title: 安澜县水利局关于加强堤防巡查的通知
issuer: 安澜县水利局
documentDate: 2026-10-12
publishedOn: 2026-10-14
---

安澜县水利局文件

澜水发〔2026〕14号

安澜县水利局关于加强堤防巡查的通知

各乡镇人民政府：

请加强巡查。

安澜县水利局

2026年10月12日
""",
        },
        late={
            "fading/zhengce/quan-wu.md": written_as("title: 关于加强汛期值守的通知", body="各乡镇要加强值守。\n"),
            "fading/wenjian/_column.md": LIBRARY,
            "fading/wenjian/shuili/_column.md": SHELF.format(office="水利局"),
            "fading/wenjian/jiaoyu/_column.md": SHELF.format(office="教育局"),
            "fading/wenjian/shuili/jiu.md": normative(
                "澜水发〔2025〕12号", "安澜县水利局关于加强水库巡查的通知", "effectiveOn: 2025-10-12", "form: 通知", "disclosure: 主动公开", day="2025-10-12"
            ),
        },
    ),
    Row(
        12,
        WORKS,
        (
            exports("jsonl", "documents.jsonl", '"documentNumber":"澜水发〔2026〕12号"', '"provisions":', '"registrationNumber":', '"steps":', '"sha256":'),
            exports("changes", "changes.jsonl", '{"change":"added","type":"document","id":"fading/'),
            exports("changes", "acknowledgement.csv", "变动,路径,校验值,结果,原因"),
            written("data/documents.jsonl", '"documentNumber":"澜水发〔2026〕12号"', '"fingerprint":', '"modifiedOn":'),
            exists("data/documents.csv", "data/site.json"),
            reported("added", "fading/zhengce/shuiku", on="2027-01-02"),
        ),
    ),
    Row(
        13,
        WORKS,
        (
            page("fading/guifanxing/validity/inForce/", "安澜县河道采砂管理办法", without=("安澜县河道砂石管理办法",)),
            page("fading/guifanxing/shuili-2026-3/", "现行有效", "澜水发〔2026〕3号", "2026年10月12日", "有效性更新于"),
            finds("missing-field", "fading/guifanxing/que-wenhao.md", "发文字号"),
            finds("missing-field", "fading/guifanxing/que-riqi.md", "成文日期"),
            finds("unstated-validity", "fading/guifanxing/que-shixing.md", "有效性未标注"),
            finds("empty-text", "fading/guifanxing/que-zhengwen.md"),
        ),
        good={
            "fading/guifanxing/shuili-2026-3.md": normative(
                "澜水发〔2026〕3号",
                "安澜县水利局关于印发安澜县河道采砂管理办法的通知",
                "effectiveOn: 2026-11-12",
                "term: 5年",
                "replaces: 澜水发〔2019〕2号",
                body="第一条 为了加强河道采砂管理，制定本办法。\n\n第二条 河道采砂实行许可制度。\n\n第三条 禁采期内不得采砂。\n\n第四条 本办法自2026年11月12日起施行，有效期5年。\n",
            ),
            "fading/guifanxing/shuili-2019-2.md": normative(
                "澜水发〔2019〕2号", "安澜县水利局关于印发安澜县河道砂石管理办法的通知", "effectiveOn: 2019-03-01", "term: 长期", day="2019-02-11"
            ),
        },
        wrong={
            "fading/guifanxing/que-wenhao.md": normative("X", "安澜县渔业船舶管理办法").replace("documentNumber: X\n", ""),
            "fading/guifanxing/que-riqi.md": normative("澜水发〔2026〕15号", "安澜县水域保护办法").replace("documentDate: 2026-10-12\n", ""),
        },
        late={
            "fading/guifanxing/que-shixing.md": normative("澜水发〔2026〕16号", "安澜县灌区管理办法", body="第一条 灌区分级管理。\n"),
            "fading/guifanxing/que-zhengwen.md": normative("澜水发〔2026〕17号", "安澜县水闸管理办法", "effectiveOn: 2026-10-12", body=""),
        },
    ),
    Row(
        14,
        WORKS,
        (
            state("fading/guifanxing/shuili-2019-2", "repealed"),
            state("fading/guifanxing/2021-23", "partiallyRepealed"),
            state("fading/guifanxing/2021-23", "expired", on="2027-01-02"),
            page("fading/guifanxing/shuili-2019-2/", "自2026年11月12日起被", "已废止"),
            page("changes/", "安澜县河道砂石管理办法"),
            finds("declared-validity", "fading/guifanxing/xie-youxiao.md"),
        ),
        wrong={
            "fading/guifanxing/xie-youxiao.md": normative(
                "澜水发〔2020〕18号", "安澜县水利工程维修养护办法", "effectiveOn: 2020-03-01", "expiresOn: 2025-02-28", "validity: 有效", day="2020-02-12"
            )
        },
    ),
    Row(
        15,
        WORKS,
        (
            page("fading/guifanxing/shuili-2026-3/", "澜水发〔2019〕2号"),
            *(finds("unrecorded-repeal", f"fading/zhengce/loubiao-{n}.md", severity="error") for n in SENTENCES),
            finds("unrecorded-amendment", "fading/zhengce/louxiugai.md"),
            finds("unrecorded-extension", "fading/zhengce/louyanqi.md"),
            finds("term-text", "fading/zhengce/qixian.md"),
        ),
        wrong={
            **OLD,
            **{
                f"fading/zhengce/loubiao-{n}.md": normative(
                    f"澜水发〔2026〕{20 + n}号", f"安澜县水利局关于第{n}类文件的通知", "effectiveOn: 2026-10-12", body=sentence + "\n"
                )
                for n, sentence in SENTENCES.items()
            },
            "fading/zhengce/louxiugai.md": normative(
                "澜水发〔2026〕31号",
                "安澜县水利局关于修改安澜县水库管理办法的通知",
                body="决定对《安澜县水库管理办法》（澜水发〔2021〕1号）作如下修改：\n\n一、第三条修改为：“水库由县水利局管理。”\n",
            ),
            "fading/zhengce/louyanqi.md": normative(
                "澜水发〔2026〕32号",
                "安澜县水利局关于延长安澜县水闸管理办法有效期的通知",
                body="《安澜县水闸管理办法》（澜水发〔2021〕4号）有效期延长至2028年2月29日。\n",
            ),
            "fading/zhengce/qixian.md": normative(
                "澜水发〔2026〕33号",
                "安澜县水利局关于印发节水奖励办法的通知",
                "effectiveOn: 2026-10-12",
                "term: 2年",
                body="第一条 为了节约用水，制定本办法。\n\n第二条 本办法自2026年10月12日起施行，有效期3年。\n",
            ),
        },
    ),
    Row(
        16,
        WORKS,
        (page("gonggao/2026-qingli/", "继续有效"), finds("listed-state", "gonggao/qingli-cuo.md", "继续有效列出的澜政办发〔2016〕3号")),
        wrong={"gonggao/qingli-cuo.md": """\
---
title: 安澜县人民政府关于文件清理结果的公告
kind: cleanup
issuer: 安澜县人民政府
documentDate: 2026-10-28
publishedOn: 2026-10-30
continues: [澜政办发〔2016〕3号]
---

清理结果如下。
"""},
    ),
    Row(
        17,
        WORKS,
        (page("fading/taizhang/", "按年份", "文号连续情况", "澜水发 2026年"), finds("duplicate-number", "fading/zhengce/chonghao.md")),
        wrong={"fading/zhengce/chonghao.md": normative("澜水发〔2021〕1号", "安澜县水利局关于调整办公时间的通知", day="2021-03-01")},
    ),
    Row(
        18,
        WORKS,
        (
            takes(
                OFFICE,
                "fading",
                "normative",
                {"2026-7": ("documentNumber: 澜水发〔2026〕7号", "registrationNumber: ALDR-2026-0120003", "effectiveOn: 2026-12-01", "第一条")},
                "导入 1 篇",
            ),
            exports("jsonl", "documents.jsonl", '"documentNumber":"澜水发'),
        ),
    ),
    Row(
        19,
        WORKS,
        (
            exists("levels/index.html", "forms/index.html", "topics/index.html", "issuers/index.html", "years/index.html", "validity/index.html"),
            page("issuers/shuiliju/", "安澜县水利局关于农村节水奖励的通知"),
            page("levels/部门/", "安澜县水利局关于农村节水奖励的通知"),
            page("years/2026/", "安澜县水利局关于农村节水奖励的通知"),
            page("forms/通知/", "高龄津贴"),
        ),
    ),
    Row(
        20,
        WORKS,
        (page("themes/yanglao/", "安澜县高龄津贴和养老服务补贴发放办法"), finds("unknown-theme", "fading/zhengce/zhuti-cuo.md", "养老服务")),
        wrong={"fading/zhengce/zhuti-cuo.md": normative("澜水发〔2026〕34号", "安澜县水利局关于养老机构用水的通知", "themes: [养老服务]")},
    ),
    Row(
        21,
        WORKS,
        (page("fading/zhuanti/jiuye-chuangye/", "政策文件", "政策解读", "政策问答", "澜政发〔2024〕5号"), page("fading/zhuanti/yanglao/", "办事指南")),
    ),
    Row(
        22,
        WORKS,
        (
            page("fading/minsheng/yanglao-zhengcebao/", "下载全部文件（ZIP）", "在一页中阅读和打印全文"),
            page("fading/zhuanti/caisha-bao/", "已废止", "现行有效"),
            exists("fading/minsheng/yanglao-zhengcebao/yanglao-zhengcebao.zip"),
            finds("package-member-ended", "fading/zhuanti/guoqi-bao.md"),
        ),
        good={"fading/zhuanti/caisha-bao.md": """\
---
title: 河道采砂政策包
kind: package
issuer: 安澜县水利局
publishedOn: 2026-11-16
contains: [澜水发〔2026〕3号, 澜水发〔2019〕2号]
checked: [{rule: package-member-ended, note: 旧办法供对照}]
---

采砂单位要看的文件。
"""},
        wrong={"fading/zhuanti/guoqi-bao.md": """\
---
title: 农机购置政策包
kind: package
issuer: 安澜县水利局
publishedOn: 2026-11-16
contains: [澜政办发〔2016〕3号]
---

购置农机的政策。
"""},
    ),
    Row(
        23,
        WORKS,
        (
            page("zhengji/diancan/", "政策需求征集", "已反馈", "水利企业政策包"),
            page("fading/zhuanti/shuili-bao/", "企业想要哪些水利政策"),
            finds("overdue-outcome", "zhengji/diancan-wu.md"),
            finds("missing-part", "zhengji/diancan-wu.md", "参与途径"),
        ),
        good={
            "zhengji/diancan.md": record(
                "survey",
                "企业想要哪些水利政策",
                "surveyType: 政策需求征集",
                "opensOn: 2026-10-12",
                "closesOn: 2026-10-20",
                "channelOnline: https://www.anlan.example/diancan/",
                "channelPhone: 0000-6099001",
            ),
            "fading/zhuanti/shuili-bao.md": record(
                "package", "水利企业政策包", "contains: [澜水发〔2026〕3号]", "outcomeOf: zhengji/diancan", day="2026-11-12"
            ),
        },
        late={
            "zhengji/diancan-wu.md": record(
                "survey", "用水企业想要哪些政策", "surveyType: 政策需求征集", "opensOn: 2026-08-03", "closesOn: 2026-08-12", day="2026-08-03"
            )
        },
    ),
    Row(
        24,
        WORKS,
        (
            page("audience/企业/", "创业带动就业"),
            exists("fading/zhengce/feed.atom", "feed.atom", "audience/企业/feed.atom", "themes/chuangye/feed.atom"),
            page("subscribe/", "订阅", "政策文件", "按服务对象"),
            page("match/gaoling/", "高龄津贴", "怎样办"),
            page("match/gaoling/", "目前没有列出", on="2027-01-01"),
            written("match/benefits.json", "gaoling"),
        ),
    ),
    Row(25, LEFT_OUT),
    Row(26, PLAIN),
]
