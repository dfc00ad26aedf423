import Base
import Documents
import Markdown
import Papers

// The Markdown after the front matter.
extension FileReader {
  /// Renders everything after the front matter; mistakes become findings.
  ///
  /// - Parameter known: Facts of the front matter, which help to recognise the paper.
  /// - Returns: What was read, with the targets of its links and images.
  mutating func readBody(
    _ frontMatter: FrontMatter, known: KnownFacts = KnownFacts()
  ) -> (reading: MarkdownReading, targets: [BodyTarget]) {
    let start = frontMatter.bodyStart
    let reading = readMarkdown(source.bytes[start...], known: known)
    let text = reading.text
    guard !text.issues.isEmpty || !text.slots.isEmpty else { return (reading, []) }
    // Where a reference brings what no page may hold, the page differs from the source for a reason that is said.
    let isMended = text.issues.contains(where: BodyWording.isMended)
    for issue in text.issues where !(isMended && issue.id == "lost-text") {
      let wording = BodyWording.of(issue.kind)
      add(
        Diagnostic(
          issue.id, wording.severity, at: location(of: issue.place.shifted(by: start)), wording.message,
          cures: wording.cures,
          related: issue.other.map { [.init(location(of: $0.shifted(by: start)), "下一段在这里")] } ?? []))
    }
    let targets = text.slots.map { slot in
      BodyTarget(
        destination: slot.destination, isImage: slot.kind == .image,
        location: location(of: slot.place.shifted(by: start)))
    }
    for target in targets {
      if let host = LinkAddress(target.destination).host { warn(of: host, at: target.location) }
    }
    return (reading, targets)
  }
}

extension Range<Int> {
  /// Converts a range in the body to a range in the file.
  func shifted(by distance: Int) -> Range<Int> { lowerBound + distance..<upperBound + distance }
}
