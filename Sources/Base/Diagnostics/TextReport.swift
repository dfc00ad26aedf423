/// Findings as text for people.
package struct TextReport: Sendable {
  /// Whether to use ANSI colours: only on a terminal.
  package let colored: Bool

  /// Memberwise.
  package init(colored: Bool) { self.colored = colored }

  /// One finding: location, severity, message, rule; quoted line with carets; related locations; cures. Ends in a newline.
  package func text(_ finding: Diagnostic) -> String {
    let place = finding.location
    let rule = Self.printable(finding.rule)
    var out = bold("\(Self.printable(place.path)):\(place.start.line):\(place.start.column): ")
    out += tint(finding.severity) + " \(bold(Self.printable(finding.message))) [\(rule)]\n"
    out += quotation(of: place)
    for other in finding.related {
      let start = other.location.start
      out +=
        "     = \(Self.printable(other.message))：\(Self.printable(other.location.path)):\(start.line):\(start.column)\n"
      out += quotation(of: other.location)
    }
    for cure in finding.cures {
      // Further lines stand at the margin, ready to be copied into the file.
      let lines = cure.split(separator: "\n", omittingEmptySubsequences: false).map { Self.printable(String($0)) }
      out += "     = \(lines.joined(separator: "\n"))\n"
    }
    if finding.isMendable { out += "     = 可以自动改正：gongkai fix --rule \(rule)\n" }
    return out
  }

  /// The quoted line, and below it carets aligned by display width.
  private func quotation(of place: Diagnostic.Location) -> String {
    guard !place.sourceLine.isEmpty else { return "" }
    let line = Array(place.sourceLine)
    let first = min(max(place.start.column - 1 - place.cut.characters, 0), line.count)
    let isCut = place.cut.characters > 0
    // Of a long line only an excerpt is shown: 40 characters before the location, 80 after its start.
    let from = first > 60 ? first - 40 : 0
    let shown = line[from..<min(line.count, max(first, from) + 80)]
    let lead = line[from..<first]
    let meant = line[first..<min(line.count, first + place.length, from + shown.count)]
    let number = String(place.start.line)
    let gutter = String(repeating: " ", count: max(4 - number.count, 0)) + number
    let goesOn = place.cut.isBehind || from + shown.count < line.count
    let text = (from > 0 || isCut ? "…" : "") + Self.printable(String(shown)) + (goesOn ? "…" : "")
    let margin = String(repeating: " ", count: lead.displayWidth + (from > 0 || isCut ? 1 : 0))
    let carets = String(repeating: "^", count: max(meant.displayWidth, 1))
    return "\(gutter) | \(text)\n\(String(repeating: " ", count: gutter.count)) | \(margin)\(carets)\n"
  }

  /// Replaces control characters: a file name or a line must not control the terminal.
  package static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          $0.value < 0x20 || (0x7F...0x9F).contains($0.value) ? ($0 == "\t" ? " " : "\u{FFFD}") : $0
        }))
  }

  private func bold(_ text: String) -> String { colored ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  private func tint(_ severity: Severity) -> String {
    guard colored else { return severity.rawValue + ":" }
    return "\u{1B}[1;\(severity == .error ? 31 : 33)m\(severity.rawValue):\u{1B}[0m"
  }
}
