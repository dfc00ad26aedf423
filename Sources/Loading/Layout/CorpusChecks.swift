import Base
import Documents
import Papers

/// Checks that compare documents with one another.
struct CorpusChecks {
  private(set) var findings: [Diagnostic] = []
  /// Files of the documents to leave out: of each duplicate all but the first.
  private(set) var rejected: Set<String> = []

  /// Compares all documents, sorted by id, of the site at a domain.
  ///
  /// - Complexity: O(n).
  init(documents: [Document], domain: String) {
    checkNumbers(documents)
    checkAliases(documents, domain)
  }

  /// An old address leads to one document only.
  private mutating func checkAliases(_ documents: [Document], _ domain: String) {
    var taken: [String: Document] = [:]
    for document in documents where !document.isDraft {
      for alias in document.aliases {
        var address = OldAddress(alias, domain: domain).text
        if address.hasSuffix("/" + DirectoryPage.fileName) { address.removeLast(DirectoryPage.fileName.count) }
        guard let earlier = taken[address] else {
          taken[address] = document
          continue
        }
        if earlier.id == document.id { continue }
        findings.append(
          Diagnostic(
            "duplicate-alias", at: document.location(of: .aliases), "旧网址 \(alias) 已由“\(earlier.title)”使用",
            cures: ["核对旧网址，只留在一篇里"], related: [Diagnostic.Related(earlier.location(of: .aliases), "另一处")]))
      }
    }
  }

  /// A number is unique within its leading issuer; two issuers may share one. The number of a draft is only a warning:
  /// it may replace the other or be thrown away; and so are numbers printed in different forms: 〔1994〕001号 and 〔1994〕1号 may
  /// be two papers.
  private mutating func checkNumbers(_ documents: [Document]) {
    var taken: [NumberKey: Document] = [:]
    for document in documents where !rejected.contains(document.frontMatter.path) {
      // 2022年第5号 without words is not the number of one series.
      guard let number = document.documentNumber, number.isComplete || !number.isRead else { continue }
      let key = NumberKey(number: number, issuer: document.issuers.first ?? "")
      guard let earlier = taken[key] else {
        taken[key] = document
        continue
      }
      // A draft is not published: perhaps it is there to replace the other.
      let mayBeTwo = document.isDraft || earlier.isDraft || earlier.documentNumber?.text != number.text
      findings.append(
        Diagnostic(
          "duplicate-number", mayBeTwo ? .warning : .error, at: document.location(of: .documentNumber),
          "发文字号 \(number.text) 已被“\(earlier.title)”使用", cures: ["核对文号；同一文件只保留一篇"],
          related: [Diagnostic.Related(earlier.location(of: .documentNumber), "另一处")]))
      if !mayBeTwo { rejected.insert(document.frontMatter.path) }
      if earlier.isDraft { taken[key] = document }
    }
  }

  private struct NumberKey: Hashable {
    let number: DocumentNumber
    let issuer: String
  }
}
