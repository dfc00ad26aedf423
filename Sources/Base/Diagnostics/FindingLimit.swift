extension Diagnostic {
  /// As many findings of one file are listed; whoever has more begins with these. The others are counted, and never less
  /// serious than they were.
  package static let limitPerFile = 1000

  /// The line that stands for findings that are not listed, at the first of them.
  package static func more(_ count: Int, _ severity: Severity, at location: Location) -> Diagnostic {
    Diagnostic(
      "more-findings", severity, at: location, "这个文件的问题超过 \(limitPerFile) 处，从这里起另有 \(count) 处没有列出",
      cures: ["先改正列出的各处，再检查一次"])
  }
}

extension [Diagnostic] {
  /// Equal ones once: several documents can be made of one file.
  package func onceEach() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }
  }

  /// The findings, of each file the first ``Diagnostic/limitPerFile`` and how many more there are.
  package func limitedPerFile() -> [Diagnostic] {
    guard count > Diagnostic.limitPerFile else { return self }
    return Dictionary(grouping: self, by: \.location.path).values.flatMap { all -> [Diagnostic] in
      guard all.count > Diagnostic.limitPerFile else { return all }
      let sorted = all.sorted()
      let rest = sorted[Diagnostic.limitPerFile...]
      let severity = rest.map(\.severity).min() ?? .warning
      return sorted[..<Diagnostic.limitPerFile] + [
        .more(rest.count, severity, at: rest[Diagnostic.limitPerFile].location)
      ]
    }
  }
}
