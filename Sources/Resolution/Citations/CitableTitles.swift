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

  private struct Entry: Sendable {
    let id: DocumentID
    let form: Form
  }

  private var byKey: [String: [Entry]] = [:]

  init(_ documents: [Document]) {
    for document in documents where !document.isDraft {
      let full = Self.key(document.title)
      var forms: [String: Form] = [:]
      for title in document.citedTitles {
        let key = Self.key(title)
        forms[key] = key == full || document.isNamed(in: key) ? .full : .partial
        for place in document.issuingPlaces where key.utf8.count > place.utf8.count && key.hasPrefix(place) {
          forms[String(key.dropFirst(place.count))] = .partial
        }
      }
      for (key, form) in forms where !Self.isGeneric(key) {
        byKey[key, default: []].append(Entry(id: document.id, form: form))
      }
    }
  }

  /// The documents with a title: those that bear it in full, if there are any. Sorted by id.
  func documents(titled key: String) -> (ids: [DocumentID], form: Form) {
    guard let entries = byKey[key] else { return ([], .full) }
    let full = entries.filter { $0.form == .full }
    let found = full.isEmpty ? entries : full
    return (found.map(\.id).sorted(), full.isEmpty ? .partial : .full)
  }

  /// What titles are compared by: without blanks, quotation marks and the name of the state, brackets of one kind.
  static func key(_ title: String) -> String {
    var title = title
    return title.withUTF8 { text in
      var key: [UInt8] = []
      key.reserveCapacity(text.count)
      var offset = 0
      while offset < text.count {
        if let sign = left.first(where: { text.has($0, at: offset) }) {
          offset += sign.utf8CodeUnitCount
        } else if text.has("（", at: offset) || text.has("）", at: offset) {
          key.append(text.has("（", at: offset) ? 0x28 : 0x29)
          offset += 3
        } else {
          key.append(text[offset])
          offset += 1
        }
      }
      return String(decoding: key, as: UTF8.self)
    }
  }

  private static let left: [StaticString] = [
    "中华人民共和国", "《", "》", "〈", "〉", "＜", "＞", "“", "”", "‘", "’", "\u{3000}", "\u{A0}", " ", "\t", "\n", "<", ">", "\"",
  ]

  /// A word for a kind of document, which names none.
  private static func isGeneric(_ key: String) -> Bool {
    key.utf8.count < 6 || ["实施", "暂行", "试行", ""].contains { prefix in forms.contains { prefix + $0 == key } }
  }

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

  /// Whether a title tells whose document it is.
  func isNamed(in key: String) -> Bool {
    issuingPlaces.contains(where: key.hasPrefix) || issuers.contains(where: key.hasPrefix)
  }
}
