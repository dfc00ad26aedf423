"""四、决策、会议、评价、参与（45—60）"""

from .interpretation import MAJOR, session
from .texts import PICTURE, normative, record, written_as
from .trial import WORKS, Row, exists, finds, page, passes, searches, state, written

DRAFT = "## 草案说明\n\n为了节约用水。\n\n## 征求意见稿\n\n第一条 用水计量。\n\n## 提出意见的方式\n\n来信来电。\n"
CHANNELS = ("channelPhone: 0000-6099001", "channelAddress: 安澜大道1号")
AGENDA = "## 会议议题\n\n抗旱工作。\n\n## 议定事项\n\n通过。\n"
HEARING = "## 草案\n\n水价方案。\n\n## 遴选办法\n\n抽签。\n"

LIVE = "https://www.anlan.example/zhibo/"
MAP_ROWS = "序号,名称,类别,地址,电话,开放时间\n1,县政务服务中心,政务公开专区,安澜大道2号,0000-6020010,工作日\n2,县图书馆,查阅点,文化路1号,,每日\n"
MAP = ("updatedOn: 2026-10-12", "updateEvery: 1年")
SUPERVISORS = record("supervisors", "政务公开监督员名单", "updatedOn: {updated}", "updateEvery: 1年", "rows: {rows}.csv", body="## 监督员职责\n\n评议政务公开。\n")
SUPERVISORS_ROWS = "序号,姓名,身份,聘期\n1,{name},县人大代表,2026年1月至2027年12月\n2,李*,企业代表,2026年1月至2027年12月\n"


def survey(title: str, category: str, *fields: str, opens: str = "2026-11-16", closes: str = "2026-11-25") -> str:
    return record("survey", title, f"surveyType: {category}", f"opensOn: {opens}", f"closesOn: {closes}", *fields, day=opens)


def selection(title: str, *fields: str, opens: str, closes: str, held: str, body: str) -> str:
    dates = (f"opensOn: {opens}", f"closesOn: {closes}", f"heldOn: {held}", "place: 县政府第一会议室", "capacity: 4")
    return record("delegateSelection", title, *dates, *fields, day=opens, body=body)


SELECTION = "## 会议议题\n\n抗旱工作。\n\n## 报名条件\n\n年满十八周岁的本县居民。\n\n## 遴选办法\n\n公开抽签。\n"

ROWS = [
    Row(
        45,
        WORKS,
        (
            page("fading/juece/2026-mulu/", "住宅物业服务收费管理办法", "决策时间", "公众参与方式", "承办单位"),
            finds("missing-field", "fading/juece/que.md", "决策时间"),
            finds("duty-overdue", "site.yml", "公布重大行政决策事项目录", on="2027-04-02"),
            finds("duty-soon", "site.yml", "公布重大行政决策事项目录", on="2027-01-12"),
        ),
        wrong={
            "fading/juece/que.md": record(
                "decision",
                "水资源配置规划",
                "responsibleBody: 安澜县水利局",
                "catalogueYear: 2026",
                "participation: [公开征求意见]",
                body="## 背景\n\n缺水。\n",
            )
        },
    ),
    Row(
        46,
        WORKS,
        (
            page("fading/juece/2026-yanglao/", "办理进程", "应公开内容：", "征求意见", "会议审议", "作出决定"),
            page("fading/juece/2026-wuye/", "听证"),
            finds("missing-part", "fading/juece/que-beijing.md", "决策背景"),
            *(finds("missing-part", "fading/juece/que-wuxiang.md", part, "已经有“决策结果”") for part in ("决策草案全文", "草案说明", "公众意见收集和采纳情况", "公众代表列席情况")),
        ),
        late={
            "fading/juece/que-wuxiang.md": record(
                "decision",
                "灌区水量分配方案",
                "responsibleBody: 安澜县水利局",
                "catalogueYear: 2026",
                "decisionTime: 2026年6月",
                "participation: [公开征求意见]",
                body="## 背景\n\n灌区缺水。\n\n## 决策结果\n\n已经通过。\n",
            ),
            "fading/juece/que-beijing.md": record(
                "decision", "水库调度规程", "responsibleBody: 安澜县水利局", "catalogueYear: 2026", "decisionTime: 2026年6月", "participation: [公开征求意见]"
            )
        },
    ),
    Row(
        47,
        WORKS,
        (
            page("zhengji/", "征集中", "未开始", "已反馈"),
            state("zhengji/2026-gongjiao", "upcoming"),
            state("zhengji/2026-gongjiao", "open", on="2027-01-02"),
            page("zhengji/2026-wuye/", "2026年11月2日", "2026年12月5日"),
        ),
    ),
    Row(
        48,
        WORKS,
        (
            finds("short-consultation", "zhengji/shi-tian.md", "30日"),
            finds("missing-part", "zhengji/shi-tian.md", "草案"),
            finds("duty-late", "zhengji/tingzheng-ji.md", "公告听证"),
            finds("date-order", "zhengji/tingzheng-wan.md", "听证日期", "早于截止日期"),
            state("zhengji/2026-wuye-tingzheng", "held", on="2027-01-02"),
            page("zhengji/2026-wuye-tingzheng/", "听证地点", "听证日期"),
        ),
        wrong={
            "zhengji/shi-tian.md": record("consultation", "关于公开征求农业水价意见的公告", "opensOn: 2026-11-02", "closesOn: 2026-11-11", day="2026-11-02"),
            "zhengji/tingzheng-wan.md": record(
                "hearing", "关于举行污水处理费听证会的公告", "opensOn: 2026-11-02", "closesOn: 2026-11-30", "heldOn: 2026-11-26", "place: 县政府二楼", day="2026-11-02", body=HEARING
            ),
        },
        late={
            "zhengji/tingzheng-ji.md": record(
                "hearing",
                "关于举行水价调整听证会的公告",
                "opensOn: 2026-11-10",
                "closesOn: 2026-11-11",
                "heldOn: 2026-11-12",
                "place: 县政府二楼",
                day="2026-11-10",
                body=HEARING,
            )
        },
    ),
    Row(
        49,
        WORKS,
        (
            finds("opinion-counts", "zhengji/fankui/shu-cuo.md"),
            finds("missing-reasons", "zhengji/fankui/wu-liyou.md"),
            finds("overdue-outcome", "zhengji/jiu-zhengji.md"),
            finds("duty-overdue", "zhengji/juece-hou.md", "公布意见采纳情况"),
            finds("date-order", "zhengji/fankui/tai-zao.md", "还没有结束，就有了结果", severity="warning"),
            page("zhengji/2026-yanglao/", "已反馈", "采纳"),
        ),
        wrong={
            "zhengji/fankui/shu-cuo.md": record(
                "notice", "关于水价意见采纳情况的反馈", "outcomeOf: zhengji/2026-yanglao", "received: 10", "adopted: 3", "notAdopted: 2", "reasons: 超出财力"
            )
        },
        late={
            "zhengji/fankui/wu-liyou.md": record(
                "notice", "关于高龄津贴意见采纳情况的补充反馈", "outcomeOf: zhengji/2026-yanglao", "received: 5", "adopted: 3", "notAdopted: 2"
            ),
            "zhengji/fankui/tai-zao.md": record("notice", "物业收费意见采纳情况", "outcomeOf: zhengji/2026-wuye", "received: 5", "adopted: 5", day="2026-11-12"),
            "zhengji/jiu-zhengji.md": record(
                "consultation", "关于公开征求节水条例意见的公告", "opensOn: 2026-06-01", "closesOn: 2026-07-05", *CHANNELS, day="2026-06-01", body=DRAFT
            ),
            "zhengji/juece-hou.md": record(
                "consultation", "关于公开征求渠道管护办法意见的公告", "opensOn: 2026-08-03", "closesOn: 2026-09-08", *CHANNELS, day="2026-08-03", body=DRAFT
            ),
            "fading/guifanxing/qudao.md": written_as(
                "title: 安澜县渠道管护办法",
                "documentNumber: 澜水发〔2026〕61号",
                "issuer: 安澜县水利局",
                "documentDate: 2026-10-12",
                "publishedOn: 2026-10-12",
                "effectiveOn: 2026-10-12",
                body="第一条 渠道分级管护。\n",
            ),
            "fading/juece/qudao.md": record(
                "decision",
                "渠道管护办法",
                "responsibleBody: 安澜县水利局",
                "catalogueYear: 2026",
                "decisionTime: 2026年10月",
                "participation: [公开征求意见]",
                "contains: [zhengji/juece-hou, 澜水发〔2026〕61号]",
                body="## 背景\n\n渠道失修。\n",
            ),
        },
    ),
    Row(
        50,
        WORKS,
        (
            page("fading/zhengce/shuijia/", "听取企业意见情况", "征求了12家采砂企业和县砂石协会的意见"),
            finds("missing-field", "fading/zhengce/wu-qiye.md", "听取企业意见情况", severity="error"),
        ),
        wrong={
            "fading/zhengce/wu-qiye.md": normative(
                "澜水发〔2026〕96号", "安澜县水利局关于采砂收费的通知", "kind: majorPolicy", "effectiveOn: 2026-11-18", *MAJOR[1:], day="2026-11-18"
            )
        },
    ),
    Row(
        51,
        WORKS,
        (
            page("fading/huiyi/2026-changwu-12/", "列席代表", "采纳意见数"),
            page("fading/huiyi/2026-huizong/", "邀请公众代表列席2次，要求每年不少于5次"),
            finds("duty-overdue", "site.yml", "邀请公众代表列席", "2026年应不少于5次", on="2027-01-12"),
            finds("missing-part", "fading/huiyi/wu-yiti.md", "会议议题"),
            finds("number-order", "fading/huiyi/cai-na.md", "采纳意见数 7 多于列席代表意见数 3"),
            finds("date-order", "fading/huiyi/jiang-lai.md", "早于会议日期"),
        ),
        late={
            "fading/huiyi/wu-yiti.md": record(
                "meeting", "县政府第15次常务会议", "meetingOn: 2026-10-12", "meetingType: 政府常务会议", "attendees: [代表2名]"
            )
        },
        wrong={
            f"fading/huiyi/{name}.md": record("meeting", f"县政府第{number}次常务会议", f"meetingOn: {day}", "meetingType: 政府常务会议", *counts, body=AGENDA)
            for name, number, day, counts in (
                ("cai-na", 16, "2026-10-12", ("opinions: 3", "adoptedOpinions: 7")),
                ("jiang-lai", 17, "2026-12-12", ()),
            )
        },
    ),
    Row(
        52,
        WORKS,
        (
            exists("fading/huiyi/liexi/liexi.ics"),
            state("fading/huiyi/liexi", "enrolling"),
            state("fading/huiyi/liexi", "held", on="2027-01-02"),
            page("fading/huiyi/liexi/", "列席代表遴选", "报名中", "报名方式", "遴选名额", "遴选办法", "列席代表名单"),
            finds("missing-part", "fading/huiyi/liexi-que.md", "遴选办法"),
            finds("duty-overdue", "fading/huiyi/liexi-que.md", "公布列席代表名单"),
            finds("missing-field", "fading/huiyi/liexi-wu.md", "报名方式"),
        ),
        good={
            "fading/huiyi/liexi.md": selection(
                "关于公开遴选县政府常务会议列席代表的公告",
                "signUp: [电话0000-6010001]",
                opens="2026-11-16",
                closes="2026-12-04",
                held="2026-12-15",
                body=SELECTION,
            )
        },
        wrong={"fading/huiyi/liexi-wu.md": selection("关于遴选水利议题列席代表的公告", opens="2026-11-16", closes="2026-12-04", held="2026-12-15", body=SELECTION)},
        late={
            "fading/huiyi/liexi-que.md": selection(
                "关于遴选水价议题列席代表的公告",
                "signUp: [电话0000-6010001]",
                opens="2026-10-12",
                closes="2026-10-20",
                held="2026-10-26",
                body=SELECTION.rsplit("## ", 1)[0],
            )
        },
    ),
    Row(
        53,
        WORKS,
        (
            state("zhibo/changwu", "upcoming"),
            state("zhibo/changwu", "held", on="2027-01-02"),
            page("zhibo/changwu/", "议题直播", "上午10:00", "2026年12月15日", "未开始"),
            written("zhibo/changwu/index.html", LIVE),
            page("zhibo/shuizhi/", "回放", "已公布结果"),
            page("calendar/", "县政府常务会议审议抗旱工作"),
            finds("missing-field", "fading/huiyi/zhibo-que.md", "开始时间"),
            finds("overdue-outcome", "zhibo/wu-shilu.md"),
        ),
        good={
            "zhibo/changwu.md": session("县政府常务会议审议抗旱工作", opens="2026-12-01", closes="2026-12-12", held="2026-12-15", day="2026-11-16")
            .replace("sessionForm: 新闻发布会", "sessionForm: 议题直播")
            .replace("上午9:30", "上午10:00")
        },
        wrong={
            "fading/huiyi/zhibo-que.md": session("县政府常务会议审议水价", opens="2026-11-16", closes="2026-11-27", held="2026-12-01")
            .replace("startsAt: 上午9:30\n", "")
        },
    ),
    Row(
        54,
        WORKS,
        (
            page("fading/zhengce/2024-5/", "政策评价"),
            finds("missing-part", "gonggao/pingjia-que.md", "结果运用"),
            finds("duty-overdue", "site.yml", "开展政策评价", "2026年应不少于2次", on="2027-01-12"),
        ),
        late={
            "gonggao/pingjia-que.md": record(
                "evaluation", "促进创业政策评价", "evaluates: 澜政发〔2024〕5号", day="2025-10-12", body="## 评价方法\n\n问卷。\n\n## 评价结果\n\n良好。\n"
            )
        },
    ),
    Row(
        55,
        WORKS,
        (
            page("gonggao/kaifang/2026-zhengwu/", "报名中", "报名方式", "2026年12月"),
            exists("gonggao/kaifang/2026-zhengwu/2026-zhengwu.ics"),
            page("calendar/", "政务服务大厅体验日"),
            page("gonggao/kaifang/2026-shuichang/", "活动结果", "结果反馈"),
        ),
    ),
    Row(
        56,
        WORKS,
        (
            state("zhengji/zhuti", "open"),
            state("zhengji/zhuti", "closed", on="2027-01-02"),
            page("zhengji/zhuti/", "活动主题征集", "征集中", "联系电话"),
            finds("missing-part", "zhengji/zhuti-que.md", "参与途径"),
            finds("overdue-outcome", "zhengji/zhuti-que.md"),
            passes("zhengji/zhuti-duan.md"),
        ),
        good={"zhengji/zhuti.md": survey("2027年政府开放活动主题征集", "活动主题征集", "channelPhone: 0000-6010001")},
        late={
            "zhengji/zhuti-que.md": survey("开放月活动主题征集", "活动主题征集", opens="2026-08-03", closes="2026-08-12"),
            "zhengji/zhuti-duan.md": survey("水厂开放日主题征集", "活动主题征集", "channelPhone: 0000-6010001"),
        },
    ),
    Row(
        57,
        WORKS,
        (
            page("zhibo/yun/", "云直播", "走进城北水厂", "直播入口", "报名中"),
            page("zhibo/yun/", "内容安排"),
            page("gonggao/kaifang/yun/", "直播回放"),
            searches("城北水厂", "zhibo/yun", more="&sessionForm=云直播"),
            finds("wrong-choice", "gonggao/kaifang/yun-cuo.md", "形式"),
        ),
        good={
            "zhibo/yun.md": session("云直播：走进城北水厂", opens="2026-11-16", closes="2026-11-27", held="2026-12-02").replace("新闻发布会\n", "云直播\n"),
            "gonggao/kaifang/yun.md": record(
                "openEvent",
                "城北水厂线上开放日",
                "opensOn: 2026-11-16",
                "closesOn: 2026-11-27",
                "heldOn: 2026-12-02",
                "place: 线上",
                "signUp: [电话0000-6099001]",
                f"live: {LIVE}",
                day="2026-11-16",
                body="## 活动安排\n\n线上参观。\n",
            ),
        },
        wrong={
            "gonggao/kaifang/yun-cuo.md": session("云参观水厂", opens="2026-11-16", closes="2026-11-27", held="2026-12-02").replace("新闻发布会\n", "云参观\n")
        },
    ),
    Row(
        58,
        WORKS,
        (
            page("zhinan/ditu/", "审图号", "澜S〔2026〕001号", "县政务服务中心", "县图书馆", "地图"),
            exists("zhinan/ditu/ditu.png"),
            finds("missing-part", "zhinan/ditu-que.md", "审图号", severity="error"),
            finds("update-overdue", "zhinan/ditu-jiu.md"),
        ),
        good={
            "zhinan/ditu/index.md": record("map", "便民服务地图", "picture: ditu.png", "mapNumber: 澜S〔2026〕001号", *MAP, "rows: ditu.csv"),
            "zhinan/ditu/ditu.csv": MAP_ROWS,
            "zhinan/ditu/ditu.png": PICTURE,
        },
        wrong={
            "zhinan/ditu-que.md": record("map", "乡镇服务地图", "picture: ditu-que.png", *MAP, "rows: ditu-que.csv"),
            "zhinan/ditu-que.csv": MAP_ROWS,
            "zhinan/ditu-que.png": PICTURE,
        },
        late={
            "zhinan/ditu-jiu.md": record(
                "map", "老城街区图", "picture: ditu-jiu.png", "mapExemption: 街区图", "updatedOn: 2025-02-02", MAP[1], "rows: ditu-jiu.csv", day="2025-02-02"
            ),
            "zhinan/ditu-jiu.csv": MAP_ROWS,
            "zhinan/ditu-jiu.png": PICTURE,
        },
    ),
    Row(
        59,
        WORKS,
        (
            page("gonggao/jianduyuan/", "王*", "县人大代表", "2027年12月", "监督员职责"),
            finds("unmasked-name", "gonggao/jianduyuan-cuo.csv"),
            finds("update-overdue", "gonggao/jianduyuan-jiu.md"),
        ),
        good={
            "gonggao/jianduyuan.md": SUPERVISORS.format(updated="2026-01-12", rows="jianduyuan"),
            "gonggao/jianduyuan.csv": SUPERVISORS_ROWS.format(name="王*"),
        },
        wrong={
            "gonggao/jianduyuan-cuo.md": SUPERVISORS.format(updated="2026-01-12", rows="jianduyuan-cuo"),
            "gonggao/jianduyuan-cuo.csv": SUPERVISORS_ROWS.format(name="王小明"),
        },
        late={
            "gonggao/jianduyuan-jiu.md": SUPERVISORS.format(updated="2024-01-12", rows="jianduyuan-jiu").replace("2026-10-12", "2024-01-12"),
            "gonggao/jianduyuan-jiu.csv": SUPERVISORS_ROWS.format(name="王*"),
        },
    ),
    Row(
        60,
        WORKS,
        (
            state("zhengji/wenjuan", "open"),
            page("zhengji/wenjuan/", "问卷调查", "网上填写", "征集中"),
            page("zhengji/wenjuan-jiu/", "已反馈", "农村供水满意度问卷结果"),
            finds("overdue-outcome", "zhengji/wenjuan-que.md"),
            passes("zhengji/wenjuan-duan.md"),
        ),
        good={
            "zhengji/wenjuan.md": survey("灌区服务满意度问卷", "问卷调查", f"channelOnline: {LIVE}"),
            "zhengji/wenjuan-jiu.md": survey("农村供水满意度问卷", "问卷调查", f"channelOnline: {LIVE}", opens="2026-10-12", closes="2026-10-20"),
            "zhengji/fankui/wenjuan.md": record("notice", "农村供水满意度问卷结果", "outcomeOf: zhengji/wenjuan-jiu", "received: 312", day="2026-11-02"),
        },
        late={
            "zhengji/wenjuan-que.md": survey("水费收缴满意度问卷", "问卷调查", f"channelOnline: {LIVE}", opens="2026-08-03", closes="2026-08-12"),
            "zhengji/wenjuan-duan.md": survey("节水宣传问卷", "问卷调查", f"channelOnline: {LIVE}"),
        },
    ),
]
