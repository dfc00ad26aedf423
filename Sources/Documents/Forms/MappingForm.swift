/// What a value may say that is written as `{key: value, …}`: in one place for those who read it and for forms.
package struct MappingForm: Sendable, Hashable {
  package let members: [Member]
  /// The member that a text alone stands for; nil: none.
  package let plain: String?

  /// A key of it.
  package struct Member: Sendable, Hashable {
    /// ASCII.
    package let key: String
    /// Also accepted in front matter.
    package let label: String
    package let type: FieldType
    package let isMany: Bool
  }

  private init(plain: String? = nil, _ members: [(String, String, FieldType, many: Bool)]) {
    self.plain = plain
    self.members = members.map { Member(key: $0.0, label: $0.1, type: $0.2, isMany: $0.many) }
  }

  package static let reference = MappingForm(
    plain: "document",
    [
      ("document", "文件", .reference, false), ("issuer", "发文机关", .organization, false),
      ("articles", "条款", .text, true), ("on", "日期", .date, false), ("until", "延至", .date, false),
      ("note", "说明", .text, false), ("title", "标题", .text, false), ("documentNumber", "发文字号", .text, false),
      ("url", "网址", .link, false),
    ])
  package static let attachment = MappingForm(
    plain: "file", [("title", "名称", .text, false), ("file", "文件", .file, false)])
  package static let link = MappingForm(plain: "url", [("title", "标题", .text, false), ("url", "网址", .link, false)])
  package static let commencement = MappingForm([("articles", "条款", .text, true), ("on", "日期", .date, false)])
  package static let benefit = MappingForm([
    ("who", "对象", .text, true), ("what", "内容", .text, false), ("amount", "标准", .text, false),
    ("where", "地区", .text, false), ("until", "截止日期", .date, false), ("how", "办理", .reference, false),
  ])
  package static let checked = MappingForm([
    ("rule", "规则", .text, false), ("note", "说明", .text, false), ("about", "针对", .text, false),
  ])
  /// An act of a document outside the library.
  private static let outside = MappingForm(
    reference.members.filter { !["document", "issuer"].contains($0.key) }.map { ($0.key, $0.label, $0.type, $0.isMany) }
  )
  /// One that is written as text: forms know no more of it.
  private static let text = MappingForm([])

  /// The form of the values of a common field; nil: plain ones.
  static func of(_ field: CommonField) -> MappingForm? {
    switch field {
    case .attachments: attachment
    case .commences: commencement
    case .checked: checked
    case .benefits: benefit
    case .collects, .review: text
    case _ where RelationKind.allCases.contains { $0.outsideField == field }: outside
    default: of(field.type)
    }
  }

  /// The form of the values of a kind's own field; nil: plain ones.
  static func of(_ type: FieldType) -> MappingForm? {
    switch type {
    case .reference: reference
    case .link: link
    default: nil
    }
  }
}
