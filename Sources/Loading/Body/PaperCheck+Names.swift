import Markdown
import Base
import Documents
import Papers

// 密级, 附注, 文号, 标题, 署名, 附件说明: what the paper says about itself.
extension PaperCheck {
  /// A paper that says that it must not be published is not (`secrecy-mark`, `disclosure-note`, errors).
  mutating func checkDisclosure() {
    if document.disclosure == .proactive, let secrecy = paper.secrecy {
      add(
        "secrecy-mark", .error, at: secrecy.place, "正文标有密级“\(secrecy.value)”，涉密文件不得公开",
        cures: ["核实密级：没有解密的，立即撤下，不放入本库；已经解密公开的，用解密后的文本"], against: .disclosure)
    }
    for note in paper.notes {
      guard let meaning = note.value.meaning, Disclosure(meaning) != document.disclosure else { continue }
      let stated = Disclosure(meaning)
      let isLeak = document.disclosure == .proactive
      add(
        "disclosure-note", isLeak ? .error : .warning, at: note.place,
        "正文写明“\(note.value.text)”，文件开头的公开属性是\(document.disclosure.label)",
        cures: isLeak
          ? ["在文件开头写上 disclosure: \(stated.label)\(stated == .withheld ? "，并写 disclosureGround（不公开依据）" : "")"]
          : ["核对后改正文件开头的 disclosure"], against: .disclosure)
    }
  }

  /// 发文字号 and 标题 of a pasted head (`paper-number`, `paper-title`).
  mutating func checkHead() {
    if let number = paper.number {
      let read = DocumentNumber(NumberReading(number.value).mended)
      if let declared = document.documentNumber {
        if declared != read, read.isComplete {
          add(
            "paper-number", at: number.place, "正文的文号是“\(number.value)”，文件开头写的是“\(declared.text)”",
            cures: ["对照原件，改正文件开头的文号；原件就是这样印的，写 checked（已核对）"], against: .documentNumber)
        }
      } else if read.isComplete {
        add(
          "paper-number", at: number.place, "正文有文号“\(number.value)”，文件开头没有写",
          cures: ["在文件开头写上 documentNumber: \(NumberReading(number.value).mended)"], against: .documentNumber)
      }
    }
    if let title = paper.title, !Self.same(title.value, document.title), !document.title.isEmpty {
      add(
        "paper-title", at: title.place, "正文的标题“\(title.value)”与文件开头的标题不同",
        cures: ["对照原件，改正文件开头的标题；有意不同的，写 checked（已核对）"],
        against: .title)
    }
  }

  /// Signature and date (`signature-issuer`, `signature-date`), and the day of printing (`printed-date`).
  mutating func checkSignature() {
    if let signature = ownSignature {
      checkIssuers(signature)
      checkDate(signature)
    }
    guard let printed = paper.printedOn, let made = document.documentDate, printed.value < made else { return }
    add(
      "printed-date", at: printed.place, "印发日期 \(printed.value.iso) 早于成文日期 \(made.iso)", cures: ["对照原件，核对两个日期"],
      against: .documentDate)
  }

  /// The signature of this document: an annexed text may have one of its own, and a forwarded one its author's.
  private var ownSignature: Signature? {
    let signatures = paper.signatures
    return signatures.first { $0.bodies.contains { isIssuer($0.value) } }
      ?? signatures.first { $0.date?.value == document.documentDate } ?? signatures.first
  }

  private mutating func checkIssuers(_ signature: Signature) {
    guard !document.issuers.isEmpty, !signature.bodies.isEmpty else { return }
    let others = signature.bodies.filter { !isIssuer($0.value) && Self.isBody($0.value) }
    guard let first = others.first, !isJoined(signature) else { return }
    let names = others.map(\.value).joined(separator: "、")
    let isOther = others.count == signature.bodies.count
    add(
      "signature-issuer", at: first.place,
      isOther ? "署名是\(names)，文件开头的发文机关是\(document.issuers.joined(separator: "、"))" : "署名有\(names)，文件开头的发文机关没有写",
      cures: [
        isOther
          ? "对照原件，改正发文机关；名称变更过的，写原件上的名称，或者写 checked（已核对）"
          : "写作 issuer: [\((document.issuers + others.map(\.value)).joined(separator: ", "))]"
      ], against: .issuer)
  }

  private mutating func checkDate(_ signature: Signature) {
    guard let date = signature.date else { return }
    guard let made = document.documentDate else {
      if lifecycle == .validity {
        add(
          "signature-date", at: date.place, "落款日期是 \(date.value.iso)，文件开头没有写成文日期",
          cures: ["在文件开头写上 documentDate: \(date.value.iso)"], against: .documentDate)
      }
      return
    }
    guard date.value != made, !paper.signatures.contains(where: { $0.date?.value == made }) else { return }
    add(
      "signature-date", at: date.place, "落款日期 \(date.value.iso) 与文件开头的成文日期 \(made.iso) 不是同一天",
      cures: ["对照原件，改正写错的一个；以会议通过或者最后签发的日期为成文日期的，写 checked（已核对）"], against: .documentDate)
  }

  /// 附件说明 against the files and the annexed texts (`listed-attachment`).
  mutating func checkAttachments() {
    var titles: Set<String> = []
    let missing = paper.attachments.filter { !isThere($0.value) && titles.insert($0.value.title).inserted }
    guard let first = missing.first, paper.attachments.count > document.attachments.count else { return }
    if hasLink(in: first.place.block) || isAnnexed(after: first.place.block) { return }
    let names = missing.map { "“\($0.value.title)”" }.joined(separator: "、")
    add(
      "listed-attachment", at: first.place, "正文列有附件\(names)，没有找到",
      cures: ["把文件放在文档旁边，在 attachments（附件）中写上；附件不公开的，写 checked（已核对）"], against: .attachments)
  }

  /// Whether an attachment is a file of the document, or an annexed text below.
  private func isThere(_ listed: ListedAttachment) -> Bool {
    let title = Self.plain(listed.title)
    // 附件：印章式样（略）
    if title.hasSuffix("略）") || title.hasSuffix("略)") || title.hasPrefix("（") || title.hasPrefix("(") || title == "略" {
      return true
    }
    if document.attachments.contains(where: {
      Self.near(Self.plain($0.title), title) || Self.near(Self.plain($0.fileName), title)
    }) {
      return true
    }
    return paper.roles.indices.contains { index in
      switch paper.roles[index] {
      case .attachmentNote, .text, .addressee, .signature, .note: return false
      case .annexMark:
        let text = Self.plain(String(decoding: reading.text(of: index), as: UTF8.self))
        return listed.number.map { text.hasPrefix("附件\($0)") } ?? (paper.attachments.count == 1) || text.contains(title)
      default:
        return Self.plain(String(decoding: reading.text(of: index), as: UTF8.self)) == title
      }
    } || reading.text.outline.contains { Self.plain($0.text) == title }
  }

  /// Whether the list itself, or a line of it, leads to the file.
  private func hasLink(in block: Int) -> Bool { reading.hasLink(in: block) }

  /// Whether a text of its own follows the only signature, and the list if that stands below it: one annex without a mark.
  private func isAnnexed(after block: Int) -> Bool {
    guard paper.attachments.count == 1, let last = paper.roles.lastIndex(of: .signatureDate) else { return false }
    let rest = paper.roles[(max(last, block) + 1)...].filter {
      ![.note, .copies, .imprint, .attachmentNote].contains($0)
    }
    return rest.count >= 3
  }

  // MARK: Names

  private static func same(_ a: String, _ b: String) -> Bool {
    a.filter { !$0.isWhitespace } == b.filter { !$0.isWhitespace }
  }

  /// Without blanks, book marks and the extension of a file.
  private static func plain(_ name: String) -> String {
    var name = name.filter { !$0.isWhitespace && !"《》“”".contains($0) }
    if let dot = name.lastIndex(of: "."), name.distance(from: dot, to: name.endIndex) <= 5 {
      name = String(name[..<dot])
    }
    return name
  }

  private static func near(_ a: String, _ b: String) -> Bool {
    a == b || a.hasSuffix(b) || b.hasSuffix(a) && a.count >= 3
  }

  /// Whether a name of a signature is that of an issuer, in full or without the name of the place: 省财政厅.
  private func isIssuer(_ name: String) -> Bool {
    document.issuers.contains { issuer in
      let issuer = issuer.filter { !$0.isWhitespace }
      return issuer == name || issuer.hasSuffix(name) && name.count >= 3 || name.hasSuffix(issuer)
        || ["(", "（"].contains { issuer.hasPrefix(name + $0) }  // 领导小组办公室（代章）
    }
  }

  /// Whether the issuers make up the signature when its parts are put together: a name over two lines.
  private func isJoined(_ signature: Signature) -> Bool {
    let joined = signature.bodies.map(\.value).joined()
    return document.issuers.contains { joined.contains($0.filter { !$0.isWhitespace }) }
      && document.issuers.joined().filter({ !$0.isWhitespace }).count == joined.count
  }

  private static func isBody(_ name: String) -> Bool { name.count >= 3 && Paper.isBody(name) }
}

extension Disclosure {
  fileprivate init(_ meaning: DisclosureNote.Meaning) {
    switch meaning {
    case .proactive: self = .proactive
    case .onRequest: self = .onRequest
    case .withheld: self = .withheld
    }
  }
}
