import Base
import Documents
import Papers

// References to other documents.
extension FileReader {
  /// Reads one reference or a list of them.
  mutating func references(_ value: YAMLValue?, _ label: String) -> [Reference] {
    items(of: value, label).flatMap { item -> [Reference] in
      guard let targets = separateTargets(item) else { return [reference(item, label)].compactMap(\.self) }
      report(targets, at: item.place, label)
      return targets.compactMap { target($0, at: item.place, label, issuer: nil) }
        .map { Reference(target: $0, place: item.place) }
    }
  }

  /// The numbers or paths in a text that holds several of them.
  private func separateTargets(_ value: YAMLValue) -> [String]? {
    guard case .text(let text) = value.content else { return nil }
    let list = WrittenList.values(in: text.trimmed, .likely, isKnown: { _ in false })?.values ?? []
    let targets = value.lines.count > 1 ? value.lines : list
    return targets.count > 1 && targets.allSatisfy { NumberReading($0).number.isRead } ? targets : nil
  }

  /// Reads a document number, a content path or a mapping.
  mutating func reference(_ value: YAMLValue, _ label: String) -> Reference? {
    switch value.content {
    case .text(let text):
      return target(text.trimmed, at: value.place, label, issuer: nil).map { Reference(target: $0, place: value.place) }
    case .mapping(let entries):
      return reference(Draft(entries, vocabulary: .reference, file: &self), value, label)
    case .empty, .list:
      add(
        "wrong-type", at: value.place, "\(label)应为发文字号、内容路径或“键: 值”，这里是\(value.form)",
        cures: ["写作：\(agencyCodes.example)，或者 zhengce/2023-3"])
      return nil
    }
  }

  private mutating func reference(_ draft: Draft, _ value: YAMLValue, _ label: String) -> Reference? {
    let issuer = text(draft["issuer"], "\(label)的发文机关")
    let articles = texts(draft["articles"], "\(label)的条款", .likely).map(\.text)
    let on = date(draft["on"], "\(label)的日期")
    let until = date(draft["until"], "\(label)的延至日期")
    let note = text(draft["note"], "\(label)的说明", multiline: true)
    var target: ReferenceTarget?
    if let document = draft["document"] {
      if let word = text(document, "\(label)的文件") {
        target = self.target(word, at: document.place, label, issuer: issuer)
      }
      if let extra = draft.place(of: "title") ?? draft.place(of: "url") {
        add(
          "reference-form", at: extra, "\(label)不能既是本站文件又是外部文件",
          cures: ["本站文件只写 document；外部文件只写 title、documentNumber、url"])
      }
    } else if draft["title"] != nil {
      target = external(draft, label)
    } else {
      add(
        "reference-form", at: value.place, "\(label)没有说明是哪个文件",
        cures: ["本站文件写 document（文件），外部文件写 title（标题）"])
    }
    return target.map {
      Reference(target: $0, on: on, until: until, articles: articles, note: note, place: value.place)
    }
  }

  private mutating func external(_ draft: Draft, _ label: String) -> ReferenceTarget? {
    guard let title = text(draft["title"], "\(label)的标题") else { return nil }
    let number = text(draft["documentNumber"], "\(label)的发文字号")
    if let value = draft["documentNumber"], let number {
      let reading = NumberReading(number)
      // It is only shown, so that any text will do.
      if reading.number.isRead { checkWriting(reading, "\(label)的发文字号", at: value.place) }
    }
    return .external(title: title, documentNumber: number, url: webAddress(draft["url"], "\(label)的网址"))
  }

  /// Reads a document number or a content path.
  mutating func target(
    _ text: String, at place: Range<Int>, _ label: String, issuer: String?
  ) -> ReferenceTarget? {
    if let (number, articles) = Self.numberWithArticles(text) {
      add(
        "reference-form", at: place, "\(label)只涉及部分条款的，文号和条款分开写",
        cures: ["写作：{文件: \(number.mended), 条款: \(articles)}"])
      return .number(number.number, issuer: issuer)
    }
    let reading = NumberReading(text)
    if reading.number.isRead {
      checkWriting(reading, "\(label)的发文字号", at: place)
      return .number(reading.number, issuer: issuer)
    }
    if let path = contentPath(text, at: place, label) { return .path(path) }
    return nil
  }

  /// A document number with provisions after it: 某政办发〔2022〕9号第三条、第五条.
  private static func numberWithArticles(_ text: String) -> (number: NumberReading, articles: String)? {
    for end in text.indices.reversed() where text[end] == "号" && text.index(after: end) < text.endIndex {
      let rest = text[text.index(after: end)...].trimmed
      let reading = NumberReading(String(text[...end]))
      guard rest.hasPrefix("第"), reading.number.isRead else { continue }
      let articles = rest.split { "、，,和".contains($0) }.map(String.init)
      return (reading, articles.count > 1 ? WrittenList.yaml(articles) : rest)
    }
    return nil
  }

  /// Reads `zhengce/2023-3`; `.md`, `/index.md` and slashes at either end are reported with the path that was meant.
  private mutating func contentPath(_ text: String, at place: Range<Int>, _ label: String) -> DocumentID? {
    var segments = text.split(separator: "/").map(String.init)
    if segments.last == "index.md" { segments.removeLast() }
    if let last = segments.last, last.hasSuffix(".md") { segments[segments.count - 1] = String(last.dropLast(3)) }
    let path = segments.joined(separator: "/")
    let isPath = segments.count > 1 || text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    guard isPath, !path.isEmpty, !text.contains("://"), !segments.contains(".."), !text.contains(where: \.isWhitespace)
    else {
      add(
        "reference-form", at: place, "\(label)“\(text)”应为发文字号或内容路径",
        cures: ["写作：\(agencyCodes.example)，或者 zhengce/2023-3；不在本站的，写 {title: 标题, documentNumber: 发文字号, url: 网址}"])
      return nil
    }
    if path != text {
      add("reference-form", at: place, "\(label)的内容路径不写扩展名，首尾不写“/”", cures: ["改为：\(path)"])
      return nil
    }
    return DocumentID(path)
  }
}

extension Vocabulary {
  /// The words of a reference written as a mapping.
  static let reference = Vocabulary(MappingForm.reference)
}
