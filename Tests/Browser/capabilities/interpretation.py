"""三、解读、问答、回应（27—44）"""

from .texts import normative, record, written_as
from .trial import LEFT_OUT, PARTLY, PLAIN, WORKS, Row, exists, finds, measures, page, written, searches


def interpretation(title: str, *fields: str, body: str, day: str = "2026-10-14", issuer: str = "安澜县水利局") -> str:
    return record("interpretation", title, *fields, body=body, day=day, issuer=issuer)


LONG = "本办法明确了河道采砂的许可条件、禁采区和禁采期、采砂管理费的用途和违法采砂的责任。采砂单位应当先取得许可，禁采期为每年6月1日至9月30日，禁采期内一律停止作业，违反规定的由县水利局依法处理，有疑问可以拨打咨询电话。\n"
PUBLIC_POLICY = """\
label: 影响公众权益的政策文件
lifecycle: validity
duties: [interpretation]
deadlines:
  - {what: 公布解读, done: interpretation, within: 3个工作日, after: publishedOn, local: true, basis: 本县政务公开工作要点}
fields:
  - {key: documentNumber, list: true}
  - {key: issuer, required: true, facet: true, list: true}
"""
MESSAGE = """\
---
title: {title}
kind: message
responsibleBody: 安澜县水利局
publishedOn: {published}
receivedOn: {received}
{replied}
category: 投诉
---

{answer}
"""

ROWS = [
    Row(
        27,
        PARTLY,
        (
            finds("duty-overdue", "fading/guifanxing/wu-jiedu.md", "公布解读"),
            finds("duty-soon", "fading/guifanxing/jiang-jiedu.md", "公布解读"),
            page("jiedu/jiedu-qingkuang/", "尚未解读"),
        ),
        late={
            "fading/guifanxing/wu-jiedu.md": normative(
                "澜水发〔2026〕41号", "安澜县水利局关于印发安澜县山洪预警办法的通知", "effectiveOn: 2026-10-12", body="第一条 预警分为四级。\n"
            ),
            "fading/guifanxing/jiang-jiedu.md": normative(
                "澜水发〔2026〕42号",
                "安澜县水利局关于印发安澜县墒情监测办法的通知",
                "effectiveOn: 2026-11-19",
                day="2026-11-19",
                body="第一条 每旬监测一次。\n",
            ),
        },
    ),
    Row(
        28,
        WORKS,
        (
            page("jiedu/jiedu-qingkuang/", "2026年", "解读率", "尚未解读", "安澜县水利局关于农村节水奖励的通知", "安澜县农村公路管理养护办法"),
            measures("interpretations", "临近", "没有解读"),
            finds("duty-overdue", "fading/guifanxing/wu-jiedu.md", "公布解读"),
            page("fading/guifanxing/shuili-2026-3/", "相关解读", "《安澜县河道采砂管理办法》解读"),
        ),
        good={
            "_kinds/publicPolicy.yml": PUBLIC_POLICY,
            "fading/zhengce/jieshui.md": normative(
                "澜水发〔2026〕19号",
                "安澜县水利局关于农村节水奖励的通知",
                "kind: publicPolicy",
                "effectiveOn: 2026-11-18",
                day="2026-11-18",
                body="节水奖励如下。\n",
            ),
        },
    ),
    Row(
        29,
        WORKS,
        (
            finds("few-interpretation-forms", "fading/guifanxing/yi-jiedu.md", "应有 3 种解读形式，现有 1 种"),
            finds("few-interpretation-forms", "fading/zhengce/she-min-2.md", "应有 3 种解读形式，现有 1 种"),
            finds("duty-overdue", "fading/zhengce/she-min.md", "公布解读"),
        ),
        late={
            "fading/guifanxing/yi-jiedu.md": normative(
                "澜水发〔2026〕43号", "安澜县水利局关于印发安澜县水文站网办法的通知", "effectiveOn: 2026-10-12", body="第一条 站网统一规划。\n"
            ),
            "_kinds/publicPolicy.yml": PUBLIC_POLICY,
            "fading/zhengce/she-min.md": normative("澜水发〔2026〕51号", "安澜县水利局关于调整农村水价的通知", "kind: publicPolicy", body="水价调整如下。\n"),
            "fading/zhengce/she-min-2.md": normative("澜水发〔2026〕52号", "安澜县水利局关于农村水费减免的通知", "kind: publicPolicy", body="减免如下。\n"),
            "jiedu/she-min-2.md": interpretation("农村水费减免解读", "interpretationForm: [文字解读]", "interprets: [澜水发〔2026〕52号]", body=LONG),
            "jiedu/yi-jiedu.md": interpretation("《安澜县水文站网办法》解读", "interpretationForm: [文字解读]", "interprets: [澜水发〔2026〕43号]", body=LONG),
        },
    ),
    Row(
        30,
        PARTLY,
        (page("jiedu/shuili-2026-3/", "文字解读", "简明问答", "图解"), finds("missing-transcript", "jiedu/shipin.md", "文字稿")),
        wrong={"jiedu/shipin.md": interpretation("视频解读采砂办法", "interpretationForm: [视频]", "interprets: [澜水发〔2026〕3号]", body="请看视频。\n")},
    ),
    Row(
        31,
        PARTLY,
        (page("jiedu/shuili-2026-3/", "应公开内容", "解读的文件", "新旧政策差异", "注意事项", "适用范围"),),
        good={
            "jiedu/shuili-2026-3.md": interpretation(
                "《安澜县河道采砂管理办法》解读",
                "interpretationForm: [文字解读, 图解, 简明问答]",
                "interpreter: 陈某",
                "interpreterPost: 安澜县水利局局长",
                "interprets: [{document: 澜水发〔2026〕3号, articles: [第三条]}]",
                body="## 背景依据\n\n" + LONG + "\n## 适用范围\n\n全县河道。\n\n## 新旧政策差异\n\n禁采期延长一个月。\n\n## 注意事项\n\n许可证每年换发。\n",
            )
        },
    ),
    Row(
        32,
        WORKS,
        (
            written("fading/guifanxing/shuili-2026-3/index.html", 'id="tiao-3"'),
            page("fading/guifanxing/shuili-2026-3/", "《安澜县河道采砂管理办法》解读"),
            finds("unknown-article", "jiedu/tiaokuan-cuo.md", "第九十九条"),
        ),
        late={"jiedu/tiaokuan-cuo.md": interpretation("解读第九十九条", "interprets: [{document: 澜水发〔2026〕43号, articles: [第九十九条]}]", body=LONG)},
    ),
    Row(
        33,
        PARTLY,
        (page("jiedu/shuili-2026-3/", "安澜县水利局局长"), finds("duty-overdue", "site.yml", "主要负责同志解读", "2026年应不少于2次", on="2027-01-12")),
    ),
    Row(
        34,
        WORKS,
        (
            page("jiedu/zhuanjia/", "专家解读", "省水利科学研究院正高级工程师"),
            searches("河道采砂", "jiedu/zhuanjia", more="&interpretationForm=专家解读", without="jiedu/shuili-2026-3"),
            page("jiedu/zhuanjia-huizong/", "专家谈河道采砂为什么要设禁采期", without=("一图看懂",)),
        ),
        good={
            "jiedu/zhuanjia.md": interpretation(
                "专家谈河道采砂为什么要设禁采期",
                "interpretationForm: [专家解读]",
                "interpreter: 周某",
                "interpreterPost: 省水利科学研究院正高级工程师",
                "interprets: [澜水发〔2026〕3号]",
                body=LONG,
            ),
            "jiedu/zhuanjia-huizong.md": record(
                "special",
                "专家解读",
                "collects: {kinds: interpretation, interpretationForm: 专家解读}",
                issuer="安澜县人民政府办公室",
                day="2026-10-20",
                body="专家解读都在这里。\n",
            ),
        },
    ),
    Row(
        35,
        PARTLY,
        (page("jiedu/fabuhui/", "新闻发布会", "记者问"), finds("missing-transcript", "jiedu/fabuhui-wu.md")),
        good={
            "jiedu/fabuhui.md": interpretation(
                "河道采砂管理新闻发布会",
                "interpretationForm: [新闻发布会]",
                "interpreter: 陈某",
                "interpreterPost: 安澜县水利局局长",
                "interprets: [澜水发〔2026〕3号]",
                body="记者问：禁采期怎样规定？\n\n" + LONG,
            )
        },
        wrong={
            "jiedu/fabuhui-wu.md": interpretation(
                "水文站网新闻发布会", "interpretationForm: [新闻发布会]", "interprets: [澜水发〔2026〕43号]", body="发布会已经召开。\n"
            )
        },
    ),
    Row(
        36,
        PARTLY,
        (
            written("jiedu/shuili-2026-3/index.html", 'property="og:title"', 'rel="canonical"'),
            page("gonggao/zhuanzai/", "来源：中国政府网"),
            exists("jiedu/feed.atom"),
        ),
        good={
            "gonggao/zhuanzai.md": written_as(
                "title: 国务院办公厅关于2027年部分节假日安排的通知",
                "issuer: 安澜县人民政府办公室",
                "source: 中国政府网",
                "publishedOn: 2026-11-12",
                body="节假日安排另行公布。\n",
            )
        },
    ),
    Row(
        37,
        WORKS,
        (
            page("zhinan/lianxi-mulu/", "政策咨询窗口", "电话"),
            page("fading/guifanxing/2026-17/", "咨询安澜县民政局：0000-6070100"),
            page("fading/minsheng/jiaoyu/2026-7/", "咨询安澜县教育局：0000-6020100"),
        ),
    ),
    Row(
        38,
        WORKS,
        (page("wenda/gaoling-jintie/", "依据"), exists("data/questions.json"), finds("question-basis-ended", "wenda/jiu-wenda.md")),
        wrong={
            "wenda/jiu-wenda.md": written_as(
                "title: 购置农机补贴多少", "issuer: 安澜县水利局", "publishedOn: 2026-10-12", "basedOn: [澜政办发〔2016〕3号]", body="按照办法补贴。\n"
            )
        },
    ),
    Row(39, PARTLY, (written("data/questions.json", "高龄津贴"), written("data/questions.csv", "高龄津贴"))),
    Row(40, PARTLY, (page("zhinan/lianxi-mulu/", "热线电话", "12345"), written("index.html", "电话："))),
    Row(
        41,
        PARTLY,
        (
            page("wenda/liuyan/2026-gongjiaozhan/", "受理日期", "答复日期", "答复单位"),
            finds("duty-overdue", "wenda/liuyan/wei-dafu.md", "答复留言"),
            finds("duty-late", "wenda/liuyan/wan-dafu.md", "答复留言"),
            finds("missing-field", "wenda/liuyan/que-riqi.md", "受理日期"),
            measures("replies", "合格", "未回应 0 条"),
        ),
        wrong={
            "wenda/liuyan/wei-dafu.md": MESSAGE.format(
                title="村口道路积水怎么解决", published="2026-06-02", received="2026-06-01", replied="", answer="正在办理。"
            ),
            "wenda/liuyan/wan-dafu.md": MESSAGE.format(
                title="水费票据怎么开", published="2026-10-12", received="2026-01-12", replied="repliedOn: 2026-10-11", answer="可以在大厅开具。"
            ),
            "wenda/liuyan/que-riqi.md": MESSAGE.format(title="停水通知在哪里看", published="2026-10-12", received="X", replied="", answer="在网站看。").replace(
                "receivedOn: X\n", ""
            ),
        },
    ),
    Row(42, LEFT_OUT),
    Row(43, LEFT_OUT),
    Row(44, PLAIN),
]
