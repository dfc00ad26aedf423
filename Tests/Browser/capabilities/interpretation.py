"""三、解读、问答、回应（27—44）"""

from .texts import column, normative, record, written_as
from .trial import LEFT_OUT, WORKS, Row, exists, finds, measures, nowhere, opens, page, searches, state, takes, written


def interpretation(title: str, *fields: str, body: str, day: str = "2026-10-14", issuer: str = "安澜县水利局") -> str:
    return record("interpretation", title, *fields, body=body, day=day, issuer=issuer)


PLAYED = "video => new Promise(done => { video.onloadedmetadata = () => done(video.videoWidth); video.onerror = () => done(0); video.load() })"
FULL_INTERPRETATION = """\
label: 要素齐全的解读
extends: interpretation
parts:
  - {label: 背景依据, heading: [背景, 依据], required: true}
  - {label: 新旧政策差异, heading: [差异, 变化, 新旧], required: true}
"""
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

REPOST = ("source: 中国政府网", "approvedSource: 中央政府网站", "original: https://www.gov.cn/")
MAJOR = (
    "enterpriseOpinions: 征求了12家采砂企业和县砂石协会的意见，采纳5条",
    "interpretationPlan: 已审签",
    "interpretationDraft: 已审签",
    "riskAssessment: 低风险",
)
SESSION = ("sessionForm: 新闻发布会", "opensOn: {opens}", "closesOn: {closes}", "heldOn: {held}", "startsAt: 上午9:30", "place: 县政府新闻发布厅")


def session(title: str, *fields: str, opens: str, closes: str, held: str, day: str | None = None, body: str = "## 内容安排\n\n介绍河道采砂管理。\n") -> str:
    dates = [line.format(opens=opens, closes=closes, held=held) for line in SESSION]
    guests = ("guests: [安澜县水利局局长陈某]", "signUp: [电话0000-6099001]", "live: https://www.anlan.example/zhibo/")
    return record("liveSession", title, *dates, *guests, *fields, body=body, day=day or opens)


STATISTICS = record(
    "messageStatistics", "2026年10月留言和热线受理情况", "period: 2026年10月", "rows: {rows}.csv", body="## 热点问题\n\n供水管网漏损。\n", day="2026-11-05"
)
STATISTICS_COLUMN = column("留言和热线统计", "messageStatistics", "updateEvery: 1个月")
STATISTICS_ROWS = "渠道,收到件数,按期答复,逾期答复,尚未答复,平均答复天数\n网民留言,12,10,1,1,6\n12345热线,286,280,2,{open},3\n"

QUESTIONS = """\
标题,正文,发布日期,发文机关
生育津贴从什么时候开始发？,自生育之日起，经审核后次月发放。,2026-11-02,安澜县医疗保障局
"""
ROWS = [
    Row(
        27,
        WORKS,
        (
            finds("missing-field", "fading/zhengce/wu-fangan.md", "解读方案", severity="error"),
            finds("missing-field", "fading/zhengce/wu-fangan.md", "解读材料", severity="error"),
            nowhere("已审签"),
            finds("duty-overdue", "fading/guifanxing/wu-jiedu.md", "公布解读"),
            finds("duty-soon", "fading/guifanxing/jiang-jiedu.md", "公布解读"),
            page("jiedu/jiedu-qingkuang/", "尚未解读"),
        ),
        good={
            "fading/zhengce/shuijia.md": normative(
                "澜水发〔2026〕91号", "安澜县水利局关于农业水价补贴的通知", "kind: majorPolicy", "effectiveOn: 2026-11-18", *MAJOR, day="2026-11-18"
            )
        },
        wrong={
            "fading/zhengce/wu-fangan.md": normative(
                "澜水发〔2026〕92号", "安澜县水利局关于工业水价的通知", "kind: majorPolicy", "effectiveOn: 2026-11-18", *MAJOR[3:], day="2026-11-18"
            )
        },
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
        WORKS,
        (
            page("jiedu/shuili-2026-3/", "文字解读", "简明问答", "图解"),
            finds("missing-transcript", "jiedu/shipin.md", "文字稿"),
            page("jiedu/2026-17-donghua/", "下载视频", "文字稿", "免申即享"),
            written("jiedu/2026-17-donghua/index.html", '<video controls preload="metadata" src="gaoling.webm" aria-label="动画：'),
            opens("jiedu/2026-17-donghua/", "动画能播放，宽640", lambda page: page.locator("video").evaluate(PLAYED) == 640),
            finds("missing-transcript", "gonggao/luyin/index.md", "音视频", severity="error"),
            finds("foreign-image", "gonggao/waizhan.md", "音视频在别的网站上"),
        ),
        wrong={
            "jiedu/shipin.md": interpretation("视频解读采砂办法", "interpretationForm: [视频]", "interprets: [澜水发〔2026〕3号]", body="请看视频。\n"),
            "gonggao/luyin/index.md": record("notice", "水情播报", body="![水情播报录音](shuiqing.mp3)\n"),
            "gonggao/luyin/shuiqing.mp3": b"ID3",
            "gonggao/waizhan.md": record("notice", "防汛宣传片", body="![防汛宣传片](https://video.example/a.mp4)\n\n" + LONG),
        },
    ),
    Row(
        31,
        WORKS,
        (
            page("jiedu/shuili-2026-3/", "应公开内容", "解读的文件", "新旧政策差异", "注意事项", "适用范围"),
            finds("copied-interpretation", "jiedu/zhaochao.md", "逐字相同"),
            finds("missing-part", "jiedu/que-chayi.md", "新旧政策差异"),
        ),
        late={
            "_kinds/fullInterpretation.yml": FULL_INTERPRETATION,
            "fading/zhengce/jieshui-xize.md": normative("澜水发〔2026〕55号", "安澜县水利局关于节水器具补贴的通知", "kind: policy", body=LONG + LONG),
            "jiedu/zhaochao.md": interpretation("节水器具补贴解读", "interpretationForm: [文字解读]", "interprets: [澜水发〔2026〕55号]", body=LONG + LONG),
            "jiedu/que-chayi.md": record(
                "fullInterpretation", "节水器具补贴的解读", "interpretationForm: [文字解读]", "interprets: [澜水发〔2026〕55号]", body="## 背景\n\n节约用水。\n"
            ),
        },
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
        WORKS,
        (
            page("jiedu/shuili-2026-3/", "安澜县水利局局长"),
            page("jiedu/diyi-jieduren/", "2026年主要负责同志解读：应有1个，已有1个"),
            finds("duty-overdue", "site.yml", "主要负责同志解读2026年各应不少于2次", "许明（1次）、陈某（0次）", on="2027-01-12"),
        ),
        good={
            "jiedu/diyi-jieduren.md": record("special", "第一解读人", "collects: {kinds: interpretation}", issuer="安澜县人民政府办公室", body="按姓名计数。\n")
        },
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
        WORKS,
        (
            page("jiedu/fabuhui/", "新闻发布会", "记者问"),
            finds("missing-transcript", "jiedu/fabuhui-wu.md"),
            state("zhibo/caisha", "enrolling"),
            state("zhibo/caisha", "held", on="2027-01-02"),
            page("zhibo/caisha/", "上午9:30", "县政府新闻发布厅", "直播入口", "安澜县水利局局长陈某", "文字实录"),
            page("zhibo/shuizhi/", "已公布结果", "水质新闻发布会文字实录"),
            page("calendar/", "河道采砂管理新闻发布会"),
            exists("zhibo/caisha/caisha.ics"),
            finds("overdue-outcome", "zhibo/wu-shilu.md"),
            finds("missing-field", "jiedu/fabuhui-que.md", "举行日期"),
        ),
        good={
            "zhibo/_column.md": column("发布会和直播", "liveSession"),
            "zhibo/caisha.md": session("河道采砂管理新闻发布会", opens="2026-11-16", closes="2026-11-27", held="2026-12-02"),
            "zhibo/shuizhi.md": session("水质新闻发布会", "replay: https://www.anlan.example/huifang/", opens="2026-10-12", closes="2026-10-16", held="2026-10-19"),
            "zhibo/shuizhi-shilu.md": record("notice", "水质新闻发布会文字实录", "outcomeOf: zhibo/shuizhi", day="2026-10-21", body=LONG),
            "jiedu/fabuhui.md": interpretation(
                "河道采砂管理新闻发布会",
                "interpretationForm: [新闻发布会]",
                "interpreter: 陈某",
                "interpreterPost: 安澜县水利局局长",
                "interprets: [澜水发〔2026〕3号]",
                body="记者问：禁采期怎样规定？\n\n" + LONG,
            )
        },
        late={
            "zhibo/_column.md": column("发布会和直播", "liveSession"),
            "zhibo/wu-shilu.md": session("水价新闻发布会", opens="2026-07-06", closes="2026-07-10", held="2026-07-13"),
        },
        wrong={
            "jiedu/fabuhui-que.md": session("抗旱新闻发布会", opens="2026-11-16", closes="2026-11-27", held="X").replace("heldOn: X\n", ""),
            "jiedu/fabuhui-wu.md": interpretation(
                "水文站网新闻发布会", "interpretationForm: [新闻发布会]", "interprets: [澜水发〔2026〕43号]", body="发布会已经召开。\n"
            )
        },
    ),
    Row(
        36,
        WORKS,
        (
            page("gonggao/zhuanzai-2/", "来源：中国政府网", "原文链接", "原发布日期", "中央政府网站"),
            finds("missing-field", "gonggao/zhuanzai-que.md", "来源"),
            finds("missing-field", "gonggao/zhuanzai-que.md", "原文链接"),
            finds("duty-late", "gonggao/zhuanzai-wan.md", "转载"),
            finds("date-order", "gonggao/zhuanzai-zao.md", "早于原发布日期"),
            written("jiedu/shuili-2026-3/index.html", 'property="og:title"', 'rel="canonical"'),
            page("gonggao/zhuanzai/", "来源：中国政府网"),
            exists("jiedu/feed.atom"),
        ),
        wrong={
            "gonggao/zhuanzai-que.md": record("repost", "国务院部署防汛", "approvedSource: 中央政府网站", "originalOn: 2026-10-10"),
            "gonggao/zhuanzai-zao.md": record("repost", "国务院部署冬修", *REPOST, "originalOn: 2026-10-13"),
            "gonggao/zhuanzai-wan.md": record("repost", "国务院部署秋收", *REPOST, "originalOn: 2026-07-10"),
        },
        good={
            "gonggao/zhuanzai-2.md": record("repost", "国务院办公厅部署冬季供暖", *REPOST, "originalOn: 2026-11-10", day="2026-11-12"),
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
    Row(
        39,
        WORKS,
        (
            written("data/questions.json", "高龄津贴"),
            written("data/questions.csv", "高龄津贴"),
            takes(QUESTIONS, "fading", "question", {"2026-11-02": ("title: 生育津贴从什么时候开始发？", "次月发放")}, "导入 1 篇"),
        ),
    ),
    Row(
        40,
        WORKS,
        (
            page("zhinan/lianxi-mulu/", "热线电话", "12345"),
            written("index.html", "电话："),
            page("wenda/tongji/2026-10/", "热点问题", "12345热线", "合计", "298"),
            finds("update-overdue", "wenda/tongji/_column.md", "留言和热线统计"),
            finds("missing-part", "wenda/tongji/jiu.md", "热点问题"),
        ),
        good={
            "wenda/tongji/_column.md": STATISTICS_COLUMN,
            "wenda/tongji/2026-10.md": STATISTICS.format(rows="2026-10"),
            "wenda/tongji/2026-10.csv": STATISTICS_ROWS.format(open=4),
        },
        late={
            "wenda/tongji/_column.md": STATISTICS_COLUMN,
            "wenda/tongji/jiu.md": STATISTICS.format(rows="jiu").replace("## 热点问题\n\n", "").replace("2026-11-05", "2026-08-05"),
            "wenda/tongji/jiu.csv": STATISTICS_ROWS.format(open=4),
        },
    ),
    Row(
        41,
        WORKS,
        (
            page("wenda/tongji/2026-10/", "收到件数", "按期答复", "逾期答复", "尚未答复", "平均答复天数"),
            written("wenda/tongji/2026-10/index.html", "<figure", "各渠道收到件数"),
            finds("table-sum", "wenda/tongji-cuo.csv", "收到件数"),
            page("wenda/liuyan/2026-gongjiaozhan/", "受理日期", "答复日期", "答复单位"),
            finds("duty-overdue", "wenda/liuyan/wei-dafu.md", "答复留言"),
            finds("duty-late", "wenda/liuyan/wan-dafu.md", "答复留言"),
            finds("missing-field", "wenda/liuyan/que-riqi.md", "受理日期"),
            finds("date-order", "wenda/liuyan/zao-dafu.md", "答复日期", "早于受理日期"),
            measures("replies", "合格", "未回应 0 条"),
        ),
        wrong={
            "wenda/tongji-cuo.md": STATISTICS.format(rows="tongji-cuo"),
            "wenda/tongji-cuo.csv": STATISTICS_ROWS.format(open=3),
            "wenda/liuyan/wei-dafu.md": MESSAGE.format(
                title="村口道路积水怎么解决", published="2026-06-02", received="2026-06-01", replied="", answer="正在办理。"
            ),
            "wenda/liuyan/wan-dafu.md": MESSAGE.format(
                title="水费票据怎么开", published="2026-10-12", received="2026-01-12", replied="repliedOn: 2026-10-11", answer="可以在大厅开具。"
            ),
            "wenda/liuyan/zao-dafu.md": MESSAGE.format(
                title="水表怎么换", published="2026-10-12", received="2026-10-10", replied="repliedOn: 2026-10-09", answer="可以在大厅申请。"
            ),
            "wenda/liuyan/que-riqi.md": MESSAGE.format(title="停水通知在哪里看", published="2026-10-12", received="X", replied="", answer="在网站看。").replace(
                "receivedOn: X\n", ""
            ),
        },
    ),
    Row(42, LEFT_OUT),
    Row(43, LEFT_OUT),
    Row(
        44,
        WORKS,
        (
            finds("missing-field", "fading/zhengce/wu-fengxian.md", "舆情和社会效果风险评估", severity="error"),
            finds("wrong-choice", "fading/zhengce/fengxian-cuo.md", "舆情和社会效果风险评估"),
            page("fading/zhengce/shuijia/", "现行有效", without=("低风险",)),
            nowhere("做好来电来访答复的口径"),
        ),
        good={
            "fading/zhengce/shuifei.md": normative(
                "澜水发〔2026〕93号",
                "安澜县水利局关于农村水费收缴的通知",
                "kind: majorPolicy",
                "effectiveOn: 2026-11-18",
                *MAJOR,
                "responsePlan: 做好来电来访答复的口径",
                day="2026-11-18",
            )
        },
        wrong={
            f"fading/zhengce/{name}.md": normative(
                f"澜水发〔2026〕{serial}号", f"安澜县水利局关于{what}的通知", "kind: majorPolicy", "effectiveOn: 2026-11-18", *fields, day="2026-11-18"
            )
            for name, serial, what, fields in (
                ("wu-fengxian", 94, "水费减免范围", MAJOR[:3]),
                ("fengxian-cuo", 95, "水费分档", (*MAJOR[:3], "riskAssessment: 没有风险")),
            )
        },
    ),
]
