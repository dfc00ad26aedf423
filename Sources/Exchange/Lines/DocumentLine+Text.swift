package import Base
import Documents
import Markdown
import Resolution

// Its text, as its readers see it on the day.
extension DocumentLine {
  /// Without markup, with a line feed between paragraphs.
  var text: JSONValue { .string(String(decoding: document.body.text.plainText, as: UTF8.self)) }

  /// The text in the order of the page, split where it can be linked to; together they are all of ``text``.
  var provisions: [JSONValue] {
    let body = document.body.text
    let entries = Dictionary(body.outline.map { ($0.anchor, $0) }, uniquingKeysWith: { first, _ in first })
    return body.sections.map { section in
      let entry = section.anchor.flatMap { entries[$0] }
      return .object([
        "anchor": .optional(section.anchor), "kind": .string(entry?.kind.word ?? "text"),
        "level": entry.map { .integer($0.level) } ?? .null, "heading": .string(section.heading),
        "text": .string(String(decoding: section.text, as: UTF8.self)),
      ])
    }
  }

  /// The page's text as HTML with absolute addresses; nothing leads to what is not public.
  var html: JSONValue {
    let targets = targets
    return .string(String(decoding: targets.html(targets.players), as: UTF8.self))
  }

  /// As its author wrote it, if all of that is public; links lead from ``Documents/Document/sourcePath``.
  var markdown: JSONValue { .optional(input.markdown(document).flatMap { PublicMarkdown.text($0, targets) }) }

  private var targets: BodyTargets {
    BodyTargets(document.body.text, from: document.sourcePath, input.resolver, address: address)
  }

  private func address(of target: LinkTarget) -> String? {
    switch target {
    case .page(let url, let fragment): input.address(url) + (fragment.map { "#" + $0.encodedForURLPath } ?? "")
    case .file(let path): input.address(PublishedFile(content: path, beside: document.url).output)
    case .fragment(let fragment): "#" + fragment.encodedForURLPath
    case .external, .notPublic, .dead: nil
    }
  }
}

extension ExchangeInput {
  /// A finding for each document of which no source can be exported, so that other sites cannot show it (`export-source`).
  ///
  /// - Parameter jobs: Maximum number of documents read at once.
  package func textsLeftOut(jobs: Int) async -> [Diagnostic] {
    await boundedMap(corpus.entries, jobs: jobs, chunk: 4) { entry -> Diagnostic? in
      guard DocumentLine(input: self, entry: entry).markdown == .null else { return nil }
      return Diagnostic(
        "export-source", .warning, at: entry.document.location(of: .title),
        "“\(entry.document.title)”的正文有指向不公开文件的链接，分不清地址写在哪里，导出里没有正文的原文，别的专栏收录不到这一篇",
        cures: ["把这样的链接改成文字，或者删去链接的标题"])
    }.compactMap(\.self)
  }
}

extension OutlineEntry.Kind {
  fileprivate var word: String {
    switch self {
    case .heading: "heading"
    case .title: "title"
    case .article: "article"
    case .paragraph: "paragraph"
    }
  }
}
