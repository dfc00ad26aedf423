package import Base

/// What the recogniser reads out of the blocks of a text: the part that every block is, and what the parts say.
///
/// It knows no file, no front matter and no page. Nothing is guessed: what cannot be told apart from running text is
/// running text.
package struct Paper: Sendable {
  /// One for each block.
  package internal(set) var roles: [Role] = []

  /// 密级, as written.
  package internal(set) var secrecy: Stated<String>?
  /// 紧急程度, as written.
  package internal(set) var urgency: Stated<String>?
  /// 发文字号 of the head, as written.
  package internal(set) var number: Stated<String>?
  /// 签发人
  package internal(set) var signer: Stated<String>?
  /// 标题 of the head, joined from its lines.
  package internal(set) var title: Stated<String>?
  /// 主送机关 without the colon.
  package internal(set) var addressee: Stated<String>?
  /// 附件说明, in order.
  package internal(set) var attachments: [Stated<ListedAttachment>] = []
  /// Signatures in order; a text with an annexed text may have several.
  package internal(set) var signatures: [Signature] = []
  /// 附注, in order.
  package internal(set) var notes: [Stated<DisclosureNote>] = []
  /// 施行日期 as the text states it, for the whole text or for provisions, in reading order.
  package internal(set) var commencements: [Stated<StatedCommencement>] = []
  /// 有效期 as the text states it, in reading order.
  package internal(set) var terms: [Stated<StatedTerm>] = []
  /// What the text does to other documents, in reading order.
  package internal(set) var acts: [Stated<StatedAct>] = []
  /// The documents that the text names, in reading order; not those in its headings.
  package internal(set) var mentions: [Stated<Mention>] = []
  /// The years of all numbers cited: 2023 of 国办发〔2023〕5号.
  package internal(set) var citedYears: [Stated<Int>] = []
  /// 印发日期
  package internal(set) var printedOn: Stated<CalendarDate>?

  /// 发文机关标志, one for each line, without blanks.
  package internal(set) var letterhead: [Stated<String>] = []

  init() {}

  /// Whether a name without blanks ends as names of bodies do.
  package static func isBody(_ name: String) -> Bool { OfficialName.isBody(name) }

  /// Whether a line without blanks ends as titles of documents do: …的通知, …办法（试行）.
  package static func endsTitle(_ line: String) -> Bool { OfficialName.endsTitle(line) }

  /// Whether the blank between two pieces of a title stands between the bodies of a joint paper, and not where a line ended:
  /// 财政部 税务总局关于….
  package static func separatesBodies(_ piece: String, _ next: String) -> Bool {
    next.count > 2 && OfficialName.isBody(piece)
      && !["关于", "印发", "转发", "批转", "公告", "通告", "令"].contains(where: next.hasPrefix)
  }

  /// Nothing read out of a number of blocks.
  package init(unread count: Int) { roles = Array(repeating: .text, count: count) }

  /// Reads the blocks of a whole text.
  ///
  /// - Parameter known: What is known about the document from elsewhere; it helps to recognise a title, and a name that
  ///   is broken over two lines.
  package init(reading blocks: [PaperBlock], known: KnownFacts = KnownFacts()) {
    var reader = PaperReader(blocks, known: known)
    reader.read()
    self = reader.paper
  }
}

/// Facts of a document that its front matter, for instance, states.
package struct KnownFacts: Sendable, Equatable {
  package let title: String
  package let documentNumber: String
  package let issuers: [String]

  /// Memberwise; empty when unknown.
  package init(title: String = "", documentNumber: String = "", issuers: [String] = []) {
    (self.title, self.documentNumber, self.issuers) = (title, documentNumber, issuers)
  }
}
