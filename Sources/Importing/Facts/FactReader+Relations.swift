import Base
import Documents
import Papers

// 附件, and other documents: all relations are proposals, because only a person knows which document of the library is meant.
extension FactReader {
  /// The files beside the document that 附件说明 lists; the annexes that follow in the manuscript are text.
  mutating func readAttachments() {
    var titles: Set<String> = []
    let listed = paper.attachments.filter { titles.insert($0.value.title).inserted }
    var rest = wish.files
    var found: [FrontMatterValue] = []
    var missing: [Stated<ListedAttachment>] = []
    for stated in listed {
      let title = AttachmentName.plain(stated.value.title)
      if let file = rest.firstIndex(where: { AttachmentName.near(AttachmentName.plain($0), title) }) {
        found.append(Self.attachment(stated.value.title, rest.remove(at: file)))
      } else if !isAnnexed(stated.value, of: listed.count), !AttachmentName.isOmitted(title) {
        missing.append(stated)
      }
    }
    found += rest.map(FrontMatterValue.scalar)
    if !found.isEmpty {
      facts.entries.append(
        FrontMatterEntry(
          "attachments", .list(found), evidence: listed.first.map { text.text(at: $0.place) },
          at: listed.first.flatMap { place($0.place.block) }))
    }
    guard let first = missing.first else { return }
    let names = missing.map { "“\($0.value.title)”" }.joined(separator: "、")
    propose(
      .attachments,
      .list(missing.enumerated().map { Self.attachment($1.value.title, AttachmentName.file($1.value, $0 + 1)) }),
      from: text.text(at: first.place), at: first.place.block)
    ask(
      "正文列有附件\(names)，没有找到", rule: "listed-attachment",
      cures: ["把文件放在文档旁边，在 attachments（附件）中写上；附件不公开的，写 checked（已核对）"], at: missing.map(\.place.block))
  }

  private static func attachment(_ title: String, _ file: String) -> FrontMatterValue {
    .map([.init("title", .scalar(title)), .init("file", .scalar(file))])
  }

  /// Whether the manuscript goes on with it: below 附件1, under its title, or as the only text after the signature.
  private func isAnnexed(_ listed: ListedAttachment, of count: Int) -> Bool {
    let title = AttachmentName.plain(listed.title)
    let last = paper.roles.lastIndex(of: .signatureDate) ?? paper.roles.count
    return paper.roles.indices.contains { line in
      let words = AttachmentName.plain(text.text(line))
      switch paper.roles[line] {
      case .annexMark: return listed.number.map { words.hasPrefix("附件\($0)") } ?? (count == 1) || words.contains(title)
      case .attachmentNote, .signature, .note, .copies, .imprint, .addressee: return false
      case .text, .title: return line > last && words == title
      default: return words == title
      }
    }
  }

  mutating func readRelations() {
    for (kind, field) in [
      (StatedAct.Kind.ends, CommonField.repeals), (.endsPart, .repeals), (.amends, .amends), (.extends, .extends),
    ] {
      let acts = paper.acts.filter { $0.value.kind == kind }
      for (isTermination, group) in Dictionary(grouping: acts, by: { $0.value.word == "失效" }).sorted(by: {
        !$0.key && $1.key
      }) {
        var seen: Set<StatedAct> = []
        let own = group.filter { seen.insert($0.value).inserted }
        relate(isTermination && kind == .ends ? .terminates : field, own.map { reference($0) }, own.map(\.place))
      }
    }
    readBasis()
  }

  /// One proposal for a key: two lines with one key would be a mistake once both are taken over.
  private mutating func relate(_ field: CommonField, _ values: [FrontMatterValue], _ places: [PaperPlace]) {
    guard let first = places.first else { return }
    var sentences: [String] = []
    for sentence in places.map(text.sentence) where !sentences.contains(sentence) { sentences.append(sentence) }
    if let index = facts.entries.firstIndex(where: { $0.key == field.rawValue }),
      case .list(let earlier) = facts.entries[index].value
    {
      facts.entries[index].value = .list(earlier + values)
      return
    }
    propose(field, .list(values), from: sentences.joined(separator: " "), at: first.block)
  }

  private func reference(_ stated: Stated<StatedAct>) -> FrontMatterValue {
    let act = stated.value
    var members = target(title: act.title, number: act.number)
    if !act.articles.isEmpty { members.append(.init("articles", .list(act.articles.map(FrontMatterValue.scalar)))) }
    if act.kind == .extends, let day = lastDay(in: text.sentence(at: stated.place)) {
      members.append(.init("until", .scalar(day.iso)))
    }
    return Self.short(members)
  }

  private func lastDay(in words: String) -> CalendarDate? {
    var words = words
    return words.withUTF8 { bytes in
      bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 }.compactMap { WrittenDate(bytes, at: $0)?.day }.last
    }
  }

  /// A document of the library by its number, another by title and number.
  private func target(title: String, number: DocumentNumber?) -> [FrontMatterValue.Member] {
    if let number, site.numbers.contains(number) || title.isEmpty { return [.init("document", .scalar(number.text))] }
    return [.init("title", .scalar(title))] + (number.map { [.init("documentNumber", .scalar($0.text))] } ?? [])
  }

  private static func short(_ members: [FrontMatterValue.Member]) -> FrontMatterValue {
    members.count == 1 && members[0].key == "document" ? members[0].value : .map(members)
  }

  // MARK: The basis

  /// 根据《…》、《…》（…〔2020〕1号） in the opening of a text.
  private mutating func readBasis() {
    let end = paper.roles.firstIndex { $0 == .signatureDate || $0 == .annexMark } ?? paper.roles.count
    var opening = 0
    for line in 0..<end where text.lines[line].form == .paragraph {
      switch paper.roles[line] {
      case .text, .clause: break
      default: continue
      }
      opening += 1
      if opening > 6 { return }
      let cited = BasisSentence.cited(in: text.text(line))
      guard let sentence = cited.first?.sentence else { continue }
      propose(
        .basedOn,
        .list(
          cited.map { Self.short(target(title: $0.title, number: $0.number.map(DocumentNumber.init))) }),
        from: sentence, at: line)
      return
    }
  }
}

/// The documents that a sentence names as its basis.
enum BasisSentence {
  static func cited(in line: String) -> [(title: String, number: String?, sentence: String)] {
    for word in ["根据", "依据", "依照", "按照"] {
      guard let start = line.firstRange(of: word) else { continue }
      let sentence = line[start.lowerBound...].prefix { $0 != "。" && $0 != "；" }
      var rest = sentence.dropFirst(word.count)
      var found: [(String, String?, String)] = []
      while rest.first == "《", let close = Self.close(of: rest) {
        let title = String(rest[rest.index(after: rest.startIndex)..<close])
        rest = rest[rest.index(after: close)...]
        var number: String?
        if let open = rest.first, open == "（" || open == "(",
          let end = rest.firstIndex(where: { $0 == "）" || $0 == ")" })
        {
          let inner = rest[rest.index(after: rest.startIndex)..<end].prefix { $0 != "，" && $0 != "；" }
          if NumberReading(String(inner)).number.isComplete { number = String(inner) }
          rest = rest[rest.index(after: end)...]
        }
        found.append((title, number, String(sentence)))
        while let joint = ["以及", "、", "和", "及", "与"].first(where: rest.hasPrefix) { rest = rest.dropFirst(joint.count) }
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The 》 that closes a title with titles in it.
  private static func close(of text: Substring) -> Substring.Index? {
    var depth = 0
    for index in text.indices {
      if text[index] == "《" { depth += 1 }
      if text[index] == "》" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }
}

/// Names of attachments, compared as people write them.
enum AttachmentName {
  /// Without blanks, book marks, a leading 附件1 and the extension of a file.
  static func plain(_ name: String) -> String {
    var name = name.filter { !$0.isWhitespace && !"《》“”".contains($0) }
    if let dot = name.lastIndex(of: "."), name.distance(from: dot, to: name.endIndex) <= 5 {
      name = String(name[..<dot])
    }
    return name
  }

  static func near(_ a: String, _ b: String) -> Bool {
    a == b || a.count >= 3 && b.count >= 3 && (a.hasSuffix(b) || b.hasSuffix(a))
  }

  /// The name that a file may have: its own, if the list gives it, else 附件1.docx.
  static func file(_ listed: ListedAttachment, _ place: Int) -> String {
    listed.title.fileExtension.isEmpty ? "附件\(listed.number ?? place).docx" : listed.title
  }

  /// 印章式样（略）
  static func isOmitted(_ title: String) -> Bool { title.hasSuffix("略）") || title.hasSuffix("略)") || title == "略" }
}
