import Base
import Documents
import Markdown
import Papers
import Resolution

/// A file in an archive.
package struct ArchiveEntry: Sendable {
  package let name: String
  package let content: Content

  /// The source of its bytes.
  package enum Content: Sendable {
    case bytes([UInt8])
    /// A published file, by its path below the output's root.
    case published(String)
  }
}

/// The archive of a package: a list, and for each member a folder with its text as a self-contained page and its files.
struct BundleArchive {
  let input: RenderInput

  private var corpus: Corpus { input.corpus }

  /// In the order of the members.
  func entries(_ entry: CorpusEntry) -> [ArchiveEntry] {
    let members = corpus.gathered(by: entry)
    let list = ArchiveEntry(name: "目录.txt", content: .bytes(Array(list(entry, members).utf8)))
    return [list]
      + members.enumerated().flatMap { number, member in files(member, folder: Self.folder(number + 1, member)) }
  }

  /// `01-关于……的通知`: the number and as much of the title as fits a file name on every system.
  private static func folder(_ number: Int, _ member: CorpusEntry) -> String {
    let title = member.document.title.unicodeScalars.filter {
      $0.value >= 0x20 && !"\\/:*?\"<>|".unicodeScalars.contains($0)
    }
    let short = String(String.UnicodeScalarView(title.prefix(40)))
    return (number < 10 ? "0" : "") + "\(number)-\(short)"
  }

  private func list(_ entry: CorpusEntry, _ members: [CorpusEntry]) -> String {
    let lines = members.enumerated().map { number, member in
      let facts = [member.document.documentNumber?.text, member.status?.state.label].compactMap(\.self)
      return "\(number + 1). \(member.document.title)" + (facts.isEmpty ? "" : "（\(facts.joined(separator: "，"))）")
    }
    return """
      \(entry.document.title)
      \(corpus.site.baseURL)\(entry.document.url)
      有效性更新于\(corpus.asOf.chinese)

      \(lines.joined(separator: "\n"))

      """
  }

  private func files(_ member: CorpusEntry, folder: String) -> [ArchiveEntry] {
    let page = ArchiveEntry(name: folder + "/正文.html", content: .bytes(page(member)))
    // The files of another site's document are there, and its page says where.
    if member.document.isRegional { return [page] }
    return [page]
      + member.document.files(resolver: input.resolver).map {
        ArchiveEntry(name: "\(folder)/\($0.fileName)", content: .published($0.output))
      }
  }

  /// A page without styles and scripts; its links lead to the site.
  private func page(_ member: CorpusEntry) -> [UInt8] {
    let document = member.document
    var buffer = OutputBuffer()
    func element(_ name: String, _ text: String) {
      buffer.write("<\(name)>")
      buffer.writeEscaped(text)
      buffer.write("</\(name)>\n")
    }
    buffer.write("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
    element("title", document.title)
    buffer.write("</head>\n<body>\n")
    element("h1", document.title)
    let state = member.status.map { "\($0.state.label)（截至\(corpus.asOf.chinese)）" }
    let facts: [String?] = [
      document.documentNumber?.text, document.issuers.isEmpty ? nil : document.issuers.joined(separator: "、"),
      member.listDate?.chinese, state, corpus.site.baseURL + document.url,
    ]
    for fact in facts.compactMap(\.self) { element("p", fact) }
    let address = PageAddress(document.url, absoluteRoot: corpus.site.baseURL)
    let writer = BodyWriter(
      resolver: input.resolver, host: corpus.site.domain, showsPictures: !document.isRegional)
    buffer.write(bytes: writer.html(document.body.text, from: document.sourcePath, on: address))
    buffer.write("</body>\n</html>\n")
    return buffer.bytes
  }
}
