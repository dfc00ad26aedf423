extension CommonField {
  /// What is written there, in a few words for editors, and an example; the handbook says the rest.
  package var help: (text: String, example: String?) {
    switch self {
    case .title: ("完整的标题", "关于做好防汛工作的通知")
    case .kind: ("不写就用栏目的", nil)
    case .documentNumber: ("机关代字〔年份〕序号", "澜政办发〔2026〕30号")
    case .indexNumber: ("", "ANLAN0018/2026-00008")
    case .registrationNumber: ("规范性文件登记号", "ANLANDR-2026-0020001")
    case .issuer: ("几个机关的，主办在前", nil)
    case .responsibleBody: ("起草或者负责落实的单位", "安澜县水利局")
    case .documentDate: ("签发或者通过的日期", "2026-11-12")
    case .publishedOn: ("在本站公开的日期；将来的日期就是定时发布", "2026-11-18")
    case .effectiveOn: ("开始施行的第一天", "2027-01-01")
    case .commences: ("部分条款另有施行日期的", "[{articles: [第十条], on: 2027-01-01}]")
    case .expiresOn: ("有效的最后一天", "2031-12-31")
    case .term: ("有效多久，从施行日期起算；代替有效期至", "5年")
    case .validity: ("日期和关系都说明不了的才写", nil)
    case .disclosure: ("不写是主动公开", nil)
    case .disclosureGround: ("不予公开的必填", "政府信息公开条例第十四条")
    case .review: ("内部记录，从不公开", "{初审: {by: 姓名, on: 2026-11-20}}")
    case .form: ("十五种公文之一", nil)
    case .topics, .themes, .audience: ("site.yml 里列出的", nil)
    case .places: ("只对几个镇街、村（社区）的才写，site.yml 里列出的", nil)
    case .keywords: ("读者会用来找它的词", "[河道, 采砂]")
    case .summary: ("一两句话说清内容", nil)
    case .source: ("转载的写原发布单位", "中国政府网")
    case .attachments: ("放在旁边的文件", "[shenqingbiao.docx]")
    case .repeals, .replaces, .annuls, .terminates, .amends, .extends, .corrects:
      ("本文件对哪些文件这样做，写文号或者路径", "[澜政发〔2017〕9号]")
    case .basedOn, .interprets, .outcomeOf, .evaluates, .contains: ("写文号或者路径", "[澜政发〔2017〕9号]")
    case .repealedBy, .replacedBy, .annulledBy, .terminatedBy, .amendedBy, .extendedBy, .correctedBy:
      ("本站以外的文件做的", "{title: 关于废止部分文件的决定, on: 2026-06-01}")
    case .opensOn: ("第一天", "2026-11-01")
    case .closesOn: ("最后一天", "2026-11-30")
    case .doneOn: ("任务完成的那一天", "2026-11-26")
    case .overviews: ("由程序从文件库统计的表", nil)
    case .draft: ("草稿不发布", "是")
    case .updates: ("发布以后改了什么，读者会看到", "[{on: 2026-11-20, note: 补充附件2}]")
    case .withdrawn: ("从哪一天起不再公开正文；原网址只留理由", "{on: 2026-11-20, reason: 行政处罚决定已依法撤销}")
    case .publicUntil: ("公开正文的最后一天，以后自动撤下", "2027-11-20")
    case .slug: ("代替文件名成为网址的最后一段", "2026-30")
    case .aliases: ("以前的网址", "[/zwgk/2019/3.html]")
    case .perPlace: ("表格里写村（社区）的那一列；每个村一篇公示", "村（社区）")
    case .collects: ("列出哪些文件", "{issuers: 安澜县民政局}")
    case .checked: ("看过、不用改的警告", "[{rule: term-text, note: 与司法局核对过}]")
    }
  }
}
