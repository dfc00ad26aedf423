package import Base
package import Markdown

/// The part of a file below its front matter: the rendered text, and what was extracted from it.
///
/// An immutable class instead of a struct, because documents are copied often and a text consists of several arrays.
package final class Body: Sendable {
  private let keeping: Keeping
  /// Whether nothing can be read in it.
  package let isEmpty: Bool
  /// Whether it is written in articles (第一条 …).
  package let hasArticles: Bool
  /// Its links and images, in reading order.
  package let targets: [BodyTarget]
  /// What it says that it does to other documents, in reading order.
  package let acts: [ActStatement]
  /// The documents that it names, in reading order.
  package let mentions: [MentionStatement]
  /// Anchors of the headings that are parts (要素) of the record, by the words that the kind looks for.
  package let partAnchors: [String: String]
  /// That of its source, which says whether an author changed it.
  package let fingerprint: Fingerprint

  /// Memberwise.
  package convenience init(
    text: MarkdownText = .empty, targets: [BodyTarget] = [], acts: [ActStatement] = [],
    mentions: [MentionStatement] = [], partAnchors: [String: String] = [:], fingerprint: Fingerprint = Fingerprint()
  ) {
    self.init(
      .here(text), isEmpty: text.plainText.isEmpty, hasArticles: text.outline.contains { $0.kind == .article },
      targets: targets, acts: acts, mentions: mentions, partAnchors: partAnchors, fingerprint: fingerprint)
  }

  private init(
    _ keeping: Keeping, isEmpty: Bool, hasArticles: Bool, targets: [BodyTarget], acts: [ActStatement],
    mentions: [MentionStatement], partAnchors: [String: String], fingerprint: Fingerprint
  ) {
    self.keeping = keeping
    (self.isEmpty, self.hasArticles) = (isEmpty, hasArticles)
    (self.targets, self.acts, self.mentions) = (targets, acts, mentions)
    (self.partAnchors, self.fingerprint) = (partAnchors, fingerprint)
  }

  /// Where the text is.
  private enum Keeping: Sendable {
    case here(MarkdownText)
    /// Read each time that it is asked for.
    case elsewhere(@Sendable () -> MarkdownText)
  }

  /// The same with its text elsewhere, so that a large library fits into memory.
  package func keeping(_ read: @escaping @Sendable () -> MarkdownText) -> Body {
    Body(
      .elsewhere(read), isEmpty: isEmpty, hasArticles: hasArticles, targets: targets, acts: acts, mentions: mentions,
      partAnchors: partAnchors, fingerprint: fingerprint)
  }

  /// The rendered text. Of a large library it may have to be read from a file: who needs much of it asks once.
  package var text: MarkdownText {
    switch keeping {
    case .here(let text): text
    case .elsewhere(let read): read()
    }
  }

  /// The body of a file with nothing below its front matter.
  package static let empty = Body()

  /// The whole text as a reader sees it, in UTF-8.
  package var plainText: [UInt8] { text.plainText }

  /// The numbers of the text's provisions if this one is not among them (第三条第二款 is looked up as 第三条); nil if it is, or
  /// if the name or the text has no numbering.
  package func numbers(lacking provision: String) -> [String]? { text.numbers(lacking: provision) }
}

/// A link or an image in a body, as written.
package struct BodyTarget: Sendable, Hashable {
  package let destination: String
  /// Whether it is shown in its place: a picture, or a recording.
  package let isImage: Bool
  /// From its first character to its end, or to the end of that line.
  package let location: Diagnostic.Location

  /// Memberwise.
  package init(destination: String, isImage: Bool, location: Diagnostic.Location) {
    self.destination = destination
    self.isImage = isImage
    self.location = location
  }

  /// Whether it is a picture.
  package var isPicture: Bool { isImage && medium == nil }

  /// What is played in its place; nil: nothing.
  package var medium: PlayedMedium? { isImage ? PlayedMedium(destination) : nil }
}
