import Base
import Documents
import OfficeFiles

/// Front matter with what is certain as fields, and what is not as comments that a person may take the mark from.
package struct FrontMatterWriter: Sendable {
  package let entries: [FrontMatterEntry]
  package let source: ImportSource
  /// Whether the document must not be published yet.
  package var isDraft = false

  /// Memberwise.
  package init(_ entries: [FrontMatterEntry], of source: ImportSource) {
    (self.entries, self.source) = (entries, source)
  }

  /// The lines with the marks around them.
  package var text: String {
    var lines = entries.filter { !$0.isProposal }.map { YAMLWriter.entry($0.key, $0.value) }
    for entry in entries where entry.isProposal { lines.append(Self.proposal(entry)) }
    if isDraft { lines.append("draft: true  # 导入时有错误，改好以后删去这一行") }
    lines.append(source.line)
    return "---\n" + lines.joined(separator: "\n") + "\n---\n"
  }

  /// `# effectiveOn: 2023-10-01` below its reason.
  private static func proposal(_ entry: FrontMatterEntry) -> String {
    var reason = "# 请核对，确认后删去下一行的“# ”"
    if let evidence = entry.evidence {
      reason = "# 依据\(entry.place.map { $0.text } ?? "")：“\(ImportSource.shown(evidence, upTo: 60))”；确认后删去下一行的“# ”"
    }
    let lines = YAMLWriter.entry(entry.key, entry.value).split(separator: "\n")
    if lines.count > 1 { reason = reason.replacing("下一行的", with: "下面 \(lines.count) 行的") }
    return ([reason] + lines.map { "# " + $0 }).joined(separator: "\n")
  }
}
