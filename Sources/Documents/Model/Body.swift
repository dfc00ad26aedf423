package import Base
package import Markdown

/// What stands below the front matter of a file: the rendered text, and what was read off it.
///
/// An object that never changes and not a value, because documents are copied often and a text is several arrays.
package final class Body: Sendable {
  package let text: MarkdownText
  /// Its links and images, in reading order.
  package let targets: [BodyTarget]
  /// What it says that it ends, in reading order.
  package let statedRepeals: [StatedRepeal]
  /// Anchors of the headings that are parts of a record of its kind, by the words that the kind looks for.
  package let partAnchors: [String: String]

  /// Gathers what is known of a text.
  package init(
    text: MarkdownText = .empty, targets: [BodyTarget] = [], statedRepeals: [StatedRepeal] = [],
    partAnchors: [String: String] = [:]
  ) {
    self.text = text
    self.targets = targets
    self.statedRepeals = statedRepeals
    self.partAnchors = partAnchors
  }

  /// The body of a file that ends with its front matter.
  package static let empty = Body()

  /// The numbers that the text has where it lacks the provision of this name (第三条第二款 is looked for as 第三条); nil where it
  /// has it, and where the name or the text is not numbered.
  package func numbers(lacking provision: String) -> [String]? { text.numbers(lacking: provision) }
}

/// A link or an image in a body, as written.
package struct BodyTarget: Sendable, Hashable {
  package let destination: String
  package let isImage: Bool
  /// From its first character on, as far as it stands on that line.
  package let location: Diagnostic.Location

  /// Makes a target.
  package init(destination: String, isImage: Bool, location: Diagnostic.Location) {
    self.destination = destination
    self.isImage = isImage
    self.location = location
  }
}
