"""六、依申请、属性、审查（86—94）"""

from .texts import normative, record
from .trial import LEFT_OUT, WORKS, Row, finds, nowhere, page, passes, takes


def reviewed(number: str, title: str, review: str, body: str = "通知如下。\n", day: str = "2026-11-21") -> str:
    return normative(number, title, *review.splitlines(), body=body, day=day)


CLASSIFIED = """\
label: 须定属性的公文
lifecycle: validity
fields:
  - {key: documentNumber, required: true}
  - {key: disclosure, required: true}
"""
REVIEW = """\
review:
  初审: {{by: {first}, on: 2026-11-18}}
  复审: {{by: {second}, on: {on}}}
  终审: {{by: 赵某, on: 2026-11-20}}
  保密审查: {{by: 钱某, on: 2026-11-19}}"""

# Old documents with the disclosure that was decided for each; of the last nobody has decided.
HISTORY = """\
标题,文号,发文机关,文种,成文日期,公开日期,公开属性,转为主动公开日期,正文
关于修建水渠的通知,澜水发〔2008〕3号,安澜县水利局,通知,2008-03-02,2026-11-20,主动公开,2026-11-20,各乡镇要修好水渠。
关于水库移民的通知,澜水发〔2009〕4号,安澜县水利局,通知,2009-03-02,2026-11-20,依申请公开,,各乡镇要妥善安置。
关于抗旱经费的通知,澜水发〔2010〕5号,安澜县水利局,通知,2010-03-02,2026-11-20,,,各乡镇要管好经费。
"""

ROWS = [
    Row(
        86,
        WORKS,
        (
            page("yishenqing/shuoming/", "20个工作日", "受理地址", "申请表"),
            finds("missing-part", "yishenqing/que.md", "救济途径", severity="error"),
            finds("missing-field", "yishenqing/que-dizhi.md", "受理地址"),
        ),
        wrong={
            "yishenqing/que.md": record(
                "requestGuide",
                "县水利局依申请公开说明",
                "acceptPhone: 0000-6099001",
                "acceptAddress: 安澜大道1号",
                issuer="安澜县水利局",
                day="2026-11-12",
                body="## 申请方式\n\n当面、邮寄。\n\n## 收费\n\n一般不收费。\n",
            ),
            "yishenqing/que-dizhi.md": record(
                "requestGuide",
                "县民政局依申请公开说明",
                "acceptPhone: 0000-6099001",
                issuer="安澜县民政局",
                day="2026-11-12",
                body="## 申请方式\n\n当面、邮寄。\n",
            ),
        },
    ),
    Row(87, LEFT_OUT),
    Row(
        88,
        WORKS,
        (
            page("yishenqing/zhuan-zhudong/", "2026年11月", "安澜县水利局关于公布水质检测结果的通知"),
            page("fading/zhengce/shuizhi/", "转为主动公开日期", "2026年11月16日"),
        ),
        good={
            "fading/zhengce/shuizhi.md": normative(
                "澜水发〔2023〕8号", "安澜县水利局关于公布水质检测结果的通知", "turnedProactiveOn: 2026-11-16", "effectiveOn: 2023-05-08", day="2023-05-08"
            )
        },
    ),
    Row(
        89,
        WORKS,
        (
            finds("missing-field", "fading/zhengce/gongwen-que.md", "公开属性", severity="error"),
            finds("missing-field", "fading/zhengce/lishi-1.md", "公开属性", severity="warning"),
            finds("missing-field", "fading/zhengce/lishi-2.md", "公开属性", severity="warning"),
            passes("fading/zhengce/lishi-3.md"),
            nowhere("安澜县水源地巡查方案"),
            page("fading/zhengce/", "安澜县水库库区移民安置名册"),
            finds("withheld-ground", "fading/zhengce/wu-yiju.md"),
            finds("ground-unknown", "fading/zhengce/suibian.md"),
            finds("missing-field", "fading/zhengce/wei-rending.md", "公开属性"),
        ),
        good={
            "fading/zhengce/shuiyuan.md": normative(
                "澜水发〔2026〕71号", "安澜县水源地巡查方案", "disclosure: 不予公开", "disclosureGround: 政府信息公开条例第十六条，内部事务信息"
            ),
            "fading/zhengce/yimin.md": normative("澜水发〔2026〕72号", "安澜县水库库区移民安置名册", "disclosure: 依申请公开"),
        },
        wrong={
            "fading/zhengce/wu-yiju.md": normative("澜水发〔2026〕73号", "安澜县水库应急预案", "disclosure: 不予公开"),
            "_kinds/classified.yml": CLASSIFIED,
            **{
                f"fading/zhengce/lishi-{n}.md": normative(
                    f"澜水发〔2019〕{30 + n}号", f"安澜县水利局关于第{n}批机井的通知", "kind: official", "form: 通知", "draft: 是", *fields, day="2019-05-12"
                )
                for n, fields in ((1, ()), (2, ()), (3, ("disclosure: 依申请公开",)))
            },
            "fading/zhengce/wei-rending.md": normative("澜水发〔2026〕74号", "安澜县水闸调度方案", "kind: classified"),
        },
        late={
            "fading/zhengce/suibian.md": normative("澜水发〔2026〕75号", "安澜县水文调度方案", "disclosure: 不予公开", "disclosureGround: 随便"),
        },
    ),
    Row(
        90,
        WORKS,
        (
            page("fading/zhengce/shuizhi/", "澜水发〔2023〕8号", "2026年11月16日"),
            page("fading/zhengce/", "安澜县水利局关于公布水质检测结果的通知"),
            takes(
                HISTORY,
                "fading",
                "official",
                {
                    "2008-3": ("disclosure: 主动公开", "turnedProactiveOn: 2026-11-20", "各乡镇要修好水渠。"),
                    "2009-4": ("disclosure: 依申请公开",),
                    "2010-5": ("draft: true",),
                },
                "公开属性缺失，公文必须填写",
                "导入 3 篇",
            ),
        ),
    ),
    Row(
        91,
        WORKS,
        (
            finds("secrecy-mark", "fading/zhengce/jimi.md"),
            finds("secrecy-word", "fading/zhengce/neibu.md"),
            finds("disclosure-note", "fading/zhengce/buyu.md", severity="error"),
            finds("disclosure-note", "fading/zhengce/yisq.md", severity="error"),
            finds("review-missing", "fading/zhengce/wu-shencha.md"),
            nowhere("钱某甲"),
        ),
        good={
            "fading/zhengce/yi-shen.md": reviewed(
                "澜水发〔2026〕81号", "安澜县水利局关于冬季巡查的通知", REVIEW.format(first="李某", second="王某", on="2026-11-19").replace("钱某", "钱某甲")
            )
        },
        wrong={
            "fading/zhengce/jimi.md": normative("澜水发〔2026〕82号", "安澜县水利局关于水库安保的通知", body="机密★1年\n\n各单位要加强安保。\n"),
            "fading/zhengce/neibu.md": normative("澜水发〔2026〕83号", "安澜县水利局关于泵站运行的通知", body="内部文件，不得外传。各单位遵照执行。\n"),
            "fading/zhengce/buyu.md": normative(
                "澜水发〔2026〕84号", "安澜县水利局关于人员调整的通知", body="调整如下。\n\n安澜县水利局\n\n2026年10月12日\n\n（此件不予公开）\n"
            ),
            "fading/zhengce/yisq.md": normative(
                "澜水发〔2026〕85号", "安澜县水利局关于资料移交的通知", body="移交如下。\n\n安澜县水利局\n\n2026年10月12日\n\n（此件依申请公开）\n"
            ),
            "fading/zhengce/wu-shencha.md": reviewed(
                "澜水发〔2026〕86号", "安澜县水利局关于防冻的通知", REVIEW.format(first="李某", second="王某", on="2026-11-19").rsplit("\n", 1)[0]
            ),
        },
    ),
    Row(
        92,
        WORKS,
        (
            finds("review-people", "fading/zhengce/yi-ren.md"),
            finds("review-order", "fading/zhengce/dao-shen.md"),
            finds("review-missing", "fading/zhengce/wu-sanshen.md"),
            passes("fading/zhengce/quan-shen.md"),
        ),
        wrong={
            "fading/zhengce/yi-ren.md": reviewed(
                "澜水发〔2026〕87号", "安澜县水利局关于防汛值守的通知", REVIEW.format(first="李某", second="李某", on="2026-11-19")
            ),
            "fading/zhengce/dao-shen.md": reviewed(
                "澜水发〔2026〕88号", "安澜县水利局关于渠道清淤的通知", REVIEW.format(first="李某", second="王某", on="2026-11-25")
            ),
            "fading/zhengce/wu-sanshen.md": reviewed("澜水发〔2026〕89号", "安澜县水利局关于机井管护的通知", "form: 通知"),
            "fading/zhengce/quan-shen.md": reviewed(
                "澜水发〔2026〕90号", "安澜县水利局关于测水量的通知", REVIEW.format(first="李某", second="王某", on="2026-11-19")
            ),
        },
    ),
    Row(93, LEFT_OUT),
    Row(94, LEFT_OUT),
]
