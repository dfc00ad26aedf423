import Base
import Documents

/// Documents by the titles under which texts cite them.
struct CitableTitles: Sendable {
  /// How much of a title a text wrote.
  enum Form: Int, Sendable {
    /// The title, or the title of what the document issues, with the name of the place or the issuer in it.
    case full
    /// A form that documents of other places may have, too: without issuer or place.
    case partial
  }

  struct Entry: Sendable {
    let document: Citable
    let form: Form
    /// Whether the title tells whose document it is.
    let isNamed: Bool
  }

  private var byKey: [TitleKey: [Entry]] = [:]
  private var byID: [DocumentID: Citable] = [:]

  /// Drafts are left out.
  init(_ documents: [Document]) {
    for document in documents where !document.isDraft {
      let (citable, places) = (Citable(document), document.issuingPlaces)
      byID[document.id] = citable
      func isNamed(_ key: TitleKey) -> Bool {
        places.contains(where: key.starts) || citable.issuers.contains(where: key.starts)
      }
      let full = TitleKey(document.title)
      var forms: [TitleKey: Form] = [:]
      var partial: Set<TitleKey> = []
      for title in document.citedTitles {
        let key = TitleKey(title)
        forms[key] = key == full || isNamed(key) ? .full : .partial
        for place in places where key.bytes.count > place.utf8.count && key.starts(with: place) {
          partial.insert(TitleKey(key.bytes.dropFirst(place.utf8.count)))
        }
      }
      for key in partial where forms[key] == nil { forms[key] = .partial }
      for (key, form) in forms where !Self.isGeneric(key) {
        byKey[key, default: []].append(Entry(document: citable, form: form, isNamed: isNamed(key)))
      }
    }
    for (key, entries) in byKey where entries.count > 1 {
      let full = Set(entries.filter { $0.form == .full }.map(\.document.source))
      // What another site calls its documents does not decide which of this site is meant.
      byKey[key] = entries.filter { $0.form == .full || !full.contains($0.document.source) }
        .sorted { $0.document.id < $1.document.id }
    }
  }

  /// The documents with a title: of each library those that bear it in full, if there are any. Sorted by id.
  func entries(titled key: TitleKey) -> [Entry] { byKey[key] ?? [] }

  /// A document of the library, public or not; no draft.
  subscript(id: DocumentID) -> Citable? { byID[id] }

  /// A word for a kind of document, which names none.
  private static func isGeneric(_ key: TitleKey) -> Bool { key.bytes.count < 6 || generic.contains(key) }

  private static let generic = Set(forms.flatMap { form in ["实施", "暂行", "试行", ""].map { TitleKey($0 + form) } })

  private static let forms = [
    "决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函", "纪要", "办法", "规定", "细则", "条例",
    "规则", "方案", "规划", "计划", "要点", "预案", "措施", "制度", "标准", "清单", "目录", "指南", "答复", "解读", "说明", "章程", "准则", "规范", "政策",
    "名单", "公示", "安排", "申请表", "登记表", "申请书", "承诺书", "委托书", "协议", "合同", "解释",
  ]
}

extension Document {
  /// The places of its issuers: 安澜县 of 安澜县人民政府.
  var issuingPlaces: Set<String> { Set(issuers.compactMap(Self.place)) }

  private static func place(of issuer: String) -> String? {
    let name = Array(issuer.prefix(12))
    guard let end = name.indices.dropFirst(2).first(where: { "省市县区旗州盟镇乡".contains(name[$0]) }) else { return nil }
    return String(name[...end])
  }
}
