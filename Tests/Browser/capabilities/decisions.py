"""四、决策、会议、评价、参与（45—60）"""

from .texts import record, written_as
from .trial import PARTLY, PLAIN, WORKS, Row, exists, finds, page, state

DRAFT = "## 草案说明\n\n为了节约用水。\n\n## 征求意见稿\n\n第一条 用水计量。\n\n## 提出意见的方式\n\n来信来电。\n"
CHANNELS = ("channelPhone: 0000-6099001", "channelAddress: 安澜大道1号")
HEARING = "## 草案\n\n水价方案。\n\n## 遴选办法\n\n抽签。\n"

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
        PARTLY,
        (
            page("fading/juece/2026-yanglao/", "办理进程", "应公开内容：", "征求意见", "会议审议", "作出决定"),
            page("fading/juece/2026-wuye/", "听证"),
            finds("missing-part", "fading/juece/que-beijing.md", "决策背景"),
        ),
        late={
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
            state("zhengji/2026-wuye-tingzheng", "held", on="2027-01-02"),
            page("zhengji/2026-wuye-tingzheng/", "听证地点", "听证日期"),
        ),
        wrong={
            "zhengji/shi-tian.md": record("consultation", "关于公开征求农业水价意见的公告", "opensOn: 2026-11-02", "closesOn: 2026-11-11", day="2026-11-02")
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
    Row(50, PLAIN),
    Row(
        51,
        PARTLY,
        (
            page("fading/huiyi/2026-changwu-12/", "列席代表", "采纳意见数"),
            page("fading/huiyi/2026-huizong/", "邀请公众代表列席2次，要求每年不少于5次"),
            finds("duty-overdue", "site.yml", "邀请公众代表列席", "2026年应不少于5次", on="2027-01-12"),
            finds("missing-part", "fading/huiyi/wu-yiti.md", "会议议题"),
        ),
        late={
            "fading/huiyi/wu-yiti.md": record(
                "meeting",
                "县政府第15次常务会议",
                "meetingOn: 2026-10-12",
                "meetingType: 政府常务会议",
                "attendees: [代表2名]",
                "opinions: 3",
                "adoptedOpinions: 7",
            )
        },
    ),
    Row(
        52,
        PARTLY,
        (
            exists("gonggao/kaifang/liexi/liexi.ics"),
            state("gonggao/kaifang/liexi", "enrolling"),
            state("gonggao/kaifang/liexi", "held", on="2027-01-02"),
            page("gonggao/kaifang/liexi/", "报名中", "报名方式", "名额"),
        ),
        good={
            "gonggao/kaifang/liexi.md": record(
                "openEvent",
                "关于公开遴选县政府常务会议列席代表的公告",
                "opensOn: 2026-11-16",
                "closesOn: 2026-12-04",
                "heldOn: 2026-12-15",
                "place: 县政府第一会议室",
                "capacity: 4",
                "signUp: [电话0000-6010001]",
                day="2026-11-16",
                body="## 安排\n\n列席审议抗旱工作。\n",
            )
        },
    ),
    Row(53, PLAIN),
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
    Row(56, PLAIN),
    Row(57, PLAIN),
    Row(58, PLAIN),
    Row(59, PLAIN),
    Row(60, PLAIN),
]
