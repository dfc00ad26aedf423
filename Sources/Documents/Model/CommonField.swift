package import Base
import Papers

/// The front matter fields that every kind has. Those shown among the facts of a page come first, in the order in which
/// gov.cn and the county sites show them.
package enum CommonField: String, Sendable, Hashable, CaseIterable {
  case indexNumber, registrationNumber, topics, issuer, form, documentNumber
  case documentDate, publishedOn, effectiveOn, commences, expiresOn, validity, opensOn, closesOn, doneOn
  case responsibleBody, themes, audience, places, disclosure, source, keywords
  case title, kind, term, disclosureGround, summary, attachments
  case repeals, replaces, annuls, terminates, amends, extends, corrects
  case repealedBy, replacedBy, annulledBy, terminatedBy, amendedBy, extendedBy, correctedBy
  case basedOn, interprets, outcomeOf, evaluates, contains
  case overviews, updates, draft, withdrawn, publicUntil, slug, aliases, perPlace, benefits, collects, checked, review

  /// What editors and readers call it; accepted in front matter in place of the key.
  package var label: String { definition.label }

  /// The type of its values, in every kind.
  package var type: FieldType { definition.type }

  /// Whether it may have several values.
  package var isMany: Bool { definition.isMany }

  /// The field with this key or label.
  package init?(word: String) {
    guard let known = Self.byWord[word] else { return nil }
    self = known
  }

  private static let byWord = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { [($0.rawValue, $0), ($0.label, $0)] })
}

extension CommonField {
  /// A row of the table of common fields: everything the program knows about a field, except for rules specific to it.
  package struct Definition: Sendable {
    package let label: String
    package let type: FieldType
    package let isMany: Bool
    package let value: Value
    package let uses: Use

    fileprivate init(
      _ label: String, _ type: FieldType, many isMany: Bool = false, _ value: Value, _ uses: Use = []
    ) {
      self.label = label
      self.type = type
      self.isMany = isMany
      self.value = value
      self.uses = uses
    }
  }

  /// Where a document stores the value, and how Loading reads it.
  package enum Value: Sendable {
    case text(any WritableKeyPath<Document, String?> & Sendable)
    /// A text that may have several lines.
    case lines(any WritableKeyPath<Document, String?> & Sendable)
    case texts(any WritableKeyPath<Document, [String]> & Sendable)
    case day(any WritableKeyPath<Document, CalendarDate?> & Sendable)
    /// A day, or texts, for which Loading has its own reader.
    case ownDay(@Sendable (Document) -> CalendarDate?)
    case ownTexts(@Sendable (Document) -> [String])
    /// Neither a day nor a text: references, files, and settings for how the document is read or shown.
    case other
  }

  /// Where the field is used, besides front matter.
  package struct Use: OptionSet, Sendable {
    package let rawValue: Int

    /// From bits.
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Among the facts of a page.
    package static let fact = Use(rawValue: 1)
    /// In the rows of lists, if the kind lists it; the other facts have a fixed place there.
    package static let row = Use(rawValue: 2)
    /// In queries under its own key; fields with a criterion of their own are in ``Criterion/named``.
    package static let query = Use(rawValue: 4)
    /// In the columns of a table, to compute the states of its rows.
    package static let rowClock = Use(rawValue: 8)
  }

  /// Its row in the table.
  package var definition: Definition {
    switch self {
    case .indexNumber: Definition("索引号", .text, .text(\.indexNumber), [.fact, .row, .query])
    case .registrationNumber: Definition("统一登记号", .text, .text(\.registrationNumber), [.fact, .row, .query])
    case .topics: Definition("主题分类", .text, many: true, .ownTexts { $0.topics }, [.fact, .row])
    case .issuer: Definition("发文机关", .organization, many: true, .ownTexts { $0.issuers }, [.fact])
    case .form: Definition("文种", .choice, .ownTexts { [$0.form].compactMap(\.self) }, [.fact, .row])
    case .documentNumber:
      Definition("发文字号", .text, .ownTexts { [$0.documentNumber?.text].compactMap(\.self) }, [.fact, .query])
    case .documentDate: Definition("成文日期", .date, .day(\.documentDate), [.fact, .row, .query])
    case .publishedOn: Definition("发布日期", .date, .ownDay { $0.publishedOn?.day }, [.fact, .query])
    case .effectiveOn: Definition("施行日期", .date, .day(\.effectiveOn), [.fact, .row, .query, .rowClock])
    case .commences: Definition("分期施行", .text, many: true, .ownTexts { $0.commencements.map(\.sentence) }, [.fact])
    case .expiresOn: Definition("有效期至", .date, .day(\.expiresOn), [.fact, .row, .query, .rowClock])
    case .validity: Definition("有效性", .choice, .other, [.fact])
    case .opensOn: Definition("开始日期", .date, .day(\.opensOn), [.fact, .row, .query, .rowClock])
    case .closesOn: Definition("截止日期", .date, .day(\.closesOn), [.fact, .row, .query, .rowClock])
    case .doneOn: Definition("完成日期", .date, .day(\.doneOn), [.fact, .row, .query, .rowClock])
    case .responsibleBody: Definition("承办单位", .organization, .text(\.responsibleBody), [.fact, .row, .query])
    case .themes: Definition("特色主题", .text, many: true, .ownTexts { $0.themes }, [.fact, .row])
    case .audience: Definition("服务对象", .text, many: true, .ownTexts { $0.audience }, [.fact, .row])
    case .places: Definition("面向地区", .text, many: true, .ownTexts { $0.localities }, [.fact, .row])
    case .disclosure: Definition("公开属性", .choice, .ownTexts { [$0.disclosure.label] }, [.fact, .row])
    case .source: Definition("来源", .text, .text(\.origin), [.fact, .row])
    case .keywords: Definition("关键词", .text, many: true, .texts(\.keywords), [.fact, .row])
    case .title: Definition("标题", .text, .ownTexts { [$0.title] }, [.query])
    case .kind: Definition("类型", .choice, .other)
    case .term: Definition("有效期", .text, .other)
    case .disclosureGround: Definition("不公开依据", .text, .lines(\.disclosureGround))
    case .summary: Definition("摘要", .text, .lines(\.summary))
    case .attachments: Definition("附件", .file, many: true, .other)
    case .repeals: Definition("废止", .reference, many: true, .other)
    case .replaces: Definition("替代", .reference, many: true, .other)
    case .annuls: Definition("撤销", .reference, many: true, .other)
    case .terminates: Definition("宣布失效", .reference, many: true, .other)
    case .amends: Definition("修改", .reference, many: true, .other)
    case .extends: Definition("延期", .reference, many: true, .other)
    case .corrects: Definition("更正", .reference, many: true, .other)
    case .repealedBy: Definition("被废止", .text, many: true, .other)
    case .replacedBy: Definition("被替代", .text, many: true, .other)
    case .annulledBy: Definition("被撤销", .text, many: true, .other)
    case .terminatedBy: Definition("被宣布失效", .text, many: true, .other)
    case .amendedBy: Definition("被修改", .text, many: true, .other)
    case .extendedBy: Definition("被延期", .text, many: true, .other)
    case .correctedBy: Definition("被更正", .text, many: true, .other)
    case .basedOn: Definition("依据", .reference, many: true, .other)
    case .interprets: Definition("解读对象", .reference, many: true, .other)
    case .outcomeOf: Definition("反馈对象", .reference, many: true, .other)
    case .evaluates: Definition("评价对象", .reference, many: true, .other)
    case .contains: Definition("收录", .reference, many: true, .other)
    case .overviews: Definition("统计表", .choice, many: true, .other)
    case .draft: Definition("草稿", .boolean, .other)
    case .updates: Definition("改动", .text, many: true, .other)
    case .withdrawn: Definition("撤下", .text, .other)
    case .publicUntil: Definition("公开期限", .date, .day(\.publicUntil))
    case .slug: Definition("网址名", .text, .other)
    case .aliases: Definition("旧网址", .text, many: true, .other)
    case .perPlace: Definition("分村公示", .text, .other)
    case .benefits: Definition("惠及", .text, many: true, .other)
    case .collects: Definition("归集", .text, .other)
    case .checked: Definition("已核对", .text, many: true, .other)
    case .review: Definition("审核", .text, .other)
    }
  }

  /// The fields that decide whether, and from when to when, readers see a document.
  package static let hiding: [CommonField] = [.draft, .disclosure, .publishedOn, .withdrawn, .publicUntil]

  /// The fields with a use.
  package static func all(of use: Use) -> [CommonField] { allCases.filter { $0.definition.uses.contains(use) } }
}

extension CommonField.Value {
  /// Whether it is a day.
  package var isDay: Bool {
    switch self {
    case .day, .ownDay: true
    case .text, .lines, .texts, .ownTexts, .other: false
    }
  }

  /// The value in a document, if it is a day.
  package func day(of document: Document) -> CalendarDate? {
    switch self {
    case .day(let path): document[keyPath: path]
    case .ownDay(let read): read(document)
    case .text, .lines, .texts, .ownTexts, .other: nil
    }
  }

  /// The values in a document as texts; a day as `2026-11-30`.
  package func texts(of document: Document) -> [String] {
    switch self {
    case .text(let path), .lines(let path): document[keyPath: path].map { [$0] } ?? []
    case .texts(let path): document[keyPath: path]
    case .ownTexts(let read): read(document)
    case .day, .ownDay: day(of: document).map { [$0.iso] } ?? []
    case .other: []
    }
  }
}
