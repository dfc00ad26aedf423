import Base

/// Writes out the cures that say `写 checked（已核对）`: the line that marks just this warning.
struct MarkCures {
  /// The messages of each rule in each file.
  private let messages: [Group: [String]]
  /// Whether a file has marks already, so that one has to be added to them.
  private let isMarked: (String) -> Bool

  private struct Group: Hashable {
    let path: String
    let rule: String
  }

  init(_ findings: [Diagnostic], isMarked: @escaping (String) -> Bool) {
    let hinting = findings.filter(\.hasHint)
    messages = Dictionary(grouping: hinting) { Group(path: $0.location.path, rule: $0.rule) }
      .mapValues { $0.map(\.message) }
    self.isMarked = isMarked
  }

  /// The finding with its cures written out. An error cannot be marked, so that it loses them.
  func finding(_ finding: Diagnostic) -> Diagnostic {
    guard finding.hasHint else { return finding }
    let about = about(finding).map { ", about: \($0.asYAMLInBraces)" } ?? ""
    let mark = "{rule: \(finding.rule)\(about), note: 理由}"
    let line = isMarked(finding.location.path) ? "在 checked（已核对）中加上：\(mark)" : "在文件开头写上 checked: [\(mark)]"
    let cures = finding.cures.compactMap { cure in
      guard cure.has(Diagnostic.checkedHint) else { return cure }
      return finding.isMarkable ? cure.replacing(Diagnostic.checkedHint, with: line) : nil
    }
    return Diagnostic(
      finding.rule, finding.severity, at: finding.location, finding.message, cures: cures, related: finding.related)
  }

  /// The first text in brackets or quotation marks that no other finding of the rule in the file has: with it, others
  /// still speak.
  private func about(_ finding: Diagnostic) -> String? {
    let all = messages[Group(path: finding.location.path, rule: finding.rule)] ?? []
    return Self.quoted(in: finding.message).first { text in all.count { $0.has(text) } == 1 }
  }

  /// Numbers in （） first, which are shorter and surer than titles.
  private static func quoted(in message: String) -> [String] {
    [("（", "）"), ("《", "》"), ("“", "”")].flatMap { open, close in
      message.split(separator: open).dropFirst().compactMap { part in
        part.firstRange(of: close).map { String(part[..<$0.lowerBound]) }.flatMap { $0.isEmpty ? nil : $0 }
      }
    }
  }
}

extension Diagnostic {
  fileprivate var hasHint: Bool { cures.contains { $0.has(Diagnostic.checkedHint) } }
}
