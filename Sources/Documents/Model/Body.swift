package import Base
package import Markdown

/// The part of a file below its front matter: the rendered text, and what was extracted from it.
///
/// An immutable class instead of a struct, because documents are copied often and a text consists of several arrays.
package final class Body: Sendable {
  package let text: MarkdownText
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
  package init(
    text: MarkdownText = .empty, targets: [BodyTarget] = [], acts: [ActStatement] = [],
    mentions: [MentionStatement] = [], partAnchors: [String: String] = [:], fingerprint: Fingerprint = Fingerprint()
  ) {
    self.text = text
    self.targets = targets
    self.acts = acts
    self.mentions = mentions
    self.partAnchors = partAnchors
    self.fingerprint = fingerprint
  }

  /// The body of a file with nothing below its front matter.
  package static let empty = Body()

  /// The whole text as a reader sees it, in UTF-8.
  package var plainText: [UInt8] { text.plainText }

  /// Whether nothing can be read in it.
  package var isEmpty: Bool { plainText.isEmpty }

  /// Whether it is written in articles (第一条 …).
  package var hasArticles: Bool { text.outline.contains { $0.kind == .article } }

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
