import Base
import Documents

/// What can be wrong only between documents.
struct CorpusChecks {
  private(set) var findings: [Diagnostic] = []
  /// Files of the documents that must be left out: the later ones of each collision.
  private(set) var rejected: Set<String> = []

  /// Compares all documents, given in the order of their ids, and all columns.
  ///
  /// - Complexity: O(n).
  init(documents: [LoadedDocument], columns: [LoadedColumn]) {
    checkAddresses(documents, columns)
    checkNumbers(documents)
  }

  /// One URL, one page. Letter case is ignored: some disks and some servers do.
  private mutating func checkAddresses(_ documents: [LoadedDocument], _ columns: [LoadedColumn]) {
    var taken: [String: Diagnostic.Location] = [:]
    for loaded in columns {
      let column = loaded.column
      let address = (column.path + "/").lowercased()
      if let earlier = taken[address] {
        report(address: column.path + "/", at: column.frontMatter.whole, earlier)
      } else {
        taken[address] = column.frontMatter.whole
      }
    }
    for loaded in documents {
      let document = loaded.document
      let place = document.places["slug"] == nil ? document.frontMatter.whole : document.location(of: .slug)
      if let earlier = taken[document.url.lowercased()] {
        report(address: document.url, at: place, earlier)
        rejected.insert(document.frontMatter.path)
      } else {
        taken[document.url.lowercased()] = place
      }
    }
  }

  private mutating func report(address: String, at place: Diagnostic.Location, _ earlier: Diagnostic.Location) {
    findings.append(
      Diagnostic(
        "url-collision", at: place, "网址 /\(address) 已被另一个文件占用", cures: ["改文件名，或者写 slug"],
        related: [Diagnostic.Related(earlier, "另一处")]))
  }

  /// A number is unique within its leading issuer; two issuers may share one (DESIGN.md section 3).
  private mutating func checkNumbers(_ documents: [LoadedDocument]) {
    var taken: [NumberKey: Document] = [:]
    for loaded in documents where !rejected.contains(loaded.document.frontMatter.path) {
      let document = loaded.document
      guard let number = document.documentNumber else { continue }
      let key = NumberKey(number: number, issuer: document.issuers.first ?? "")
      guard let earlier = taken[key] else {
        taken[key] = document
        continue
      }
      findings.append(
        Diagnostic(
          "duplicate-number", at: document.location(of: .documentNumber),
          "发文字号 \(number.text) 已被“\(earlier.title)”使用", cures: ["核对文号；同一文件只保留一篇"],
          related: [Diagnostic.Related(earlier.location(of: .documentNumber), "另一处")]))
      rejected.insert(document.frontMatter.path)
    }
  }

  private struct NumberKey: Hashable {
    let number: DocumentNumber
    let issuer: String
  }
}
