/// The words that every kind may use in front matter: the title to the slug, and nothing else.
package enum CommonField: String, Sendable, Hashable, CaseIterable {
  case title, kind, documentNumber, indexNumber, registrationNumber, issuer, responsibleBody
  case documentDate, publishedOn, effectiveOn, expiresOn, term, validity
  case disclosure, disclosureGround, form
  case topics, themes, audience, keywords, summary, source, attachments
  case repeals, replaces, annuls, terminates, amends, extends, corrects
  case basedOn, interprets, outcomeOf, evaluates, contains
  case opensOn, closesOn, doneOn, overviews, draft, slug, collects

  /// The word as editors and readers know it; accepted in front matter in place of the key.
  package var label: String {
    switch self {
    case .title: "标题"
    case .kind: "类型"
    case .documentNumber: "发文字号"
    case .indexNumber: "索引号"
    case .registrationNumber: "统一登记号"
    case .issuer: "发文机关"
    case .responsibleBody: "承办单位"
    case .documentDate: "成文日期"
    case .publishedOn: "发布日期"
    case .effectiveOn: "施行日期"
    case .expiresOn: "有效期至"
    case .term: "有效期"
    case .validity: "有效性"
    case .disclosure: "公开属性"
    case .disclosureGround: "不公开依据"
    case .form: "文种"
    case .topics: "主题分类"
    case .themes: "特色主题"
    case .audience: "服务对象"
    case .keywords: "关键词"
    case .summary: "摘要"
    case .source: "来源"
    case .attachments: "附件"
    case .repeals: "废止"
    case .replaces: "替代"
    case .annuls: "撤销"
    case .terminates: "宣布失效"
    case .amends: "修改"
    case .extends: "延期"
    case .corrects: "更正"
    case .basedOn: "依据"
    case .interprets: "解读对象"
    case .outcomeOf: "反馈对象"
    case .evaluates: "评价对象"
    case .contains: "收录"
    case .opensOn: "开始日期"
    case .closesOn: "截止日期"
    case .doneOn: "完成日期"
    case .overviews: "统计表"
    case .draft: "草稿"
    case .slug: "网址名"
    case .collects: "归集"
    }
  }

  /// The word that stands under this key or label.
  package init?(word: String) {
    guard let known = Self.byWord[word] else { return nil }
    self = known
  }

  /// Every key and every label, keys first, for suggestions.
  package static let words = allCases.map(\.rawValue) + allCases.map(\.label)

  private static let byWord = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { [($0.rawValue, $0), ($0.label, $0)] })
}
