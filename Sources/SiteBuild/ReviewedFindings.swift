import Base
import Documents
import Loading

/// The findings of a run, without those that an editor has looked at (已核对).
struct ReviewedFindings {
  /// What remains, with a warning for each mark that no longer applies (`checked-idle`) and an error for each that an error
  /// would need (`checked-rule`); sorted.
  let open: [Diagnostic]
  /// Sorted.
  let checked: [CheckedFinding]

  /// - Parameters:
  ///   - findings: all findings of the run, in any order.
  ///   - library: where they are from, with its marks.
  init(_ findings: [Diagnostic], in library: Library) {
    let tables = Self.owners(in: library)
    let marks = Dictionary(grouping: library.checked, by: \.location.path)
    let cures = MarkCures(findings, isMarked: { marks[tables[$0] ?? $0] != nil })
    var open: [Diagnostic] = []
    var checked: [CheckedFinding] = []
    var used: Set<Checked> = []
    var refused: Set<Checked> = []
    for finding in findings.sorted() {
      let path = tables[finding.location.path] ?? finding.location.path
      let covering = (marks[path] ?? []).filter { $0.covers(finding) }
      if finding.isMarkable, let mark = covering.first {
        checked.append(CheckedFinding(finding: finding, note: mark.note))
        used.formUnion(covering)
      } else {
        open.append(finding)
        refused.formUnion(covering)
      }
    }
    for mark in library.checked where !used.contains(mark) {
      if refused.contains(mark) {
        open.append(Self.refused(mark))
      } else if !library.failedDocuments.contains(mark.location.path) {
        // In a file with errors, not every rule was asked.
        open.append(Self.idle(mark))
      }
    }
    (self.open, self.checked) = (open.sorted().map(cures.finding), checked)
  }

  /// The documents that tables belong to, by the path of the table: a mark is written in the document.
  private static func owners(in library: Library) -> [String: String] {
    let pairs = library.documents.flatMap { document in
      document.tables.map { ("Content/" + $0.table.file.path, document.frontMatter.path) }
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  private static func idle(_ mark: Checked) -> Diagnostic {
    let about = mark.about.map { "提到“\($0)”的" } ?? ""
    return Diagnostic(
      "checked-idle", .warning, at: mark.location, "标了已核对，现在没有\(about)“\(mark.rule)”这条警告", cures: ["删去这一项"])
  }

  private static func refused(_ mark: Checked) -> Diagnostic {
    Diagnostic(
      "checked-rule", at: mark.location, "这里的“\(mark.rule)”是错误，不是警告，不能标为已核对", cures: ["照检查结果改正，删去这一项"])
  }
}
