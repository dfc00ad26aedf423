import Base
import Glibc

/// A line that may be a row of a table.
struct LooseLine {
  enum Mark {
    /// `|`, `｜`, or `│` in a frame.
    case bar
    case tab
    /// A line of a frame, without text.
    case frame
    /// Lines of dashes over the columns, as pandoc writes: `------  ------`.
    case ruler
    /// A line above or below a ruler.
    case ruled

    /// Whether lines with these marks can be of one table.
    func goesWith(_ other: Mark) -> Bool {
      switch (self, other) {
      case (.tab, .tab), (.bar, .bar), (.bar, .frame), (.frame, .bar), (.frame, .frame): true
      case (.ruler, .ruler), (.ruler, .ruled), (.ruled, .ruler), (.ruled, .ruled): true
      default: false
      }
    }
  }

  let mark: Mark
  /// The line without blanks at its ends.
  let text: Range<Int>
  /// The same with tabs in front, which are empty cells.
  private let row: Range<Int>

  /// - Parameters:
  ///   - line: Without its line end.
  ///   - marks: What there is to look for in the whole source.
  init?(_ source: Bytes, line: Range<Int>, _ marks: LooseMarks) {
    var text = line.trimmed(in: source)
    while let first = text.first, source[first] == 0x3E { text = (first + 1..<text.upperBound).trimmed(in: source) }
    guard let first = text.first.map({ source[$0] }) else { return nil }
    self.text = text
    row = line.lowerBound..<text.upperBound
    switch first {
    case 0x7C: mark = .bar
    case 0x2D where source.part(text).isRuler, 0x3D where source.part(text).isRuler: mark = .ruler
    case 0x2B where source.part(text).isAsciiFrame, 0xE2 where source.part(text).isBoxFrame: mark = .frame
    case 0xE2 where source.part(text).beginsBoxRow, 0xEF where source.part(text).has("｜"): mark = .bar
    case _ where marks.tabs && source[row].contains(0x09): mark = .tab
    case _ where marks.pipes && source[text].contains(0x7C): mark = .bar
    case _ where marks.fullWidthPipes && source.part(text).contains("｜"): mark = .bar
    default: return nil
    }
  }

  /// A line of a table with rulers.
  init(ruled line: Range<Int>, in source: Bytes) {
    mark = .ruled
    text = line.trimmed(in: source)
    row = text
  }

  /// Whether it begins with a bar.
  func hasLeadingBar(in source: Bytes) -> Bool { "|｜│┃║".contains(source.part(text).string.prefix(1)) }

  /// Whether there is a tab between two texts, rather than one that only indents.
  func hasInnerTab(in source: Bytes) -> Bool { source[text].contains(0x09) }

  /// The row with pipes, as it was written where it begins with a bar: an empty `||` joins cells, `| |` does not.
  func pipeRow(in source: Bytes) -> String {
    guard hasLeadingBar(in: source) else { return LooseTable.pipeRow(cells(in: source)) }
    let bars: Set<Character> = ["｜", "│", "┃", "║"]
    let line = String(source.part(text).string.map { bars.contains($0) ? "|" : $0 })
    return line.hasSuffix("|") ? line : line + " |"
  }

  /// Whether it is a delimiter row, or was meant as one: `|——|——|`, `｜---｜`.
  func isDelimiter(in source: Bytes) -> Bool { source.part(text).isDelimiterText }

  func isFullWidth(in source: Bytes) -> Bool { source.part(text).contains("｜") }

  /// The cells, without blanks around them.
  func cells(in source: Bytes) -> [String] {
    if mark == .tab {
      return source.part(row).string.split(separator: "\t", omittingEmptySubsequences: false).map { String($0).trimmed }
    }
    let line = source.part(text).string
    if mark == .ruled { return line.split(separator: "  ").map { String($0).trimmed }.filter { !$0.isEmpty } }
    var cells: [String] = [""]
    var isEscaped = false
    for character in line {
      if "|｜│┃║".contains(character), !isEscaped {
        cells.append("")
      } else {
        if character == "|" { cells[cells.count - 1].removeLast() }
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\"
    }
    var all = cells.map(\.trimmed)
    if all.first?.isEmpty ?? false { all.removeFirst() }
    if all.last?.isEmpty ?? false, all.count > 1 { all.removeLast() }
    return all
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// `+---+---+`, `+===+`.
  fileprivate var isAsciiFrame: Bool {
    count > 2 && last == 0x2B && allSatisfy { [0x2B, 0x2D, 0x3D, 0x3A, 0x20].contains($0) }
      && contains(0x2D) != contains(0x3D)
  }

  /// Whether it consists of several runs of dashes, or of `=`, with blanks between.
  fileprivate var isRuler: Bool {
    guard let mark = first, allSatisfy({ $0 == mark || $0 == 0x20 }) else { return false }
    let runs = split(separator: 0x20)
    return runs.count > 1 && runs.allSatisfy { $0.count > 2 }
  }

  /// Whether it is drawn of box characters alone, not only vertical ones: `┌──┬──┐`.
  fileprivate var isBoxFrame: Bool {
    guard count > 1, self[1] == 0x94 || self[1] == 0x95 else { return false }
    let scalars = string.unicodeScalars
    return scalars.allSatisfy { (0x2500...0x257F).contains($0.value) || $0 == " " }
      && !scalars.allSatisfy { "│┃║ ".unicodeScalars.contains($0) }
  }

  /// Whether it begins with a vertical line of a frame.
  fileprivate var beginsBoxRow: Bool { has("│") || has("┃") || has("║") }

  /// Whether it consists of dashes, colons and pipes of any kind, with one of the first and one of the last.
  fileprivate var isDelimiterText: Bool {
    var hasBar = false
    var hasDash = false
    for character in string {
      if "|｜".contains(character) {
        hasBar = true
      } else if "-—–－─―_＿=".contains(character) {
        hasDash = true
      } else if !":：+".contains(character), !character.isWhitespace {
        return false
      }
    }
    return hasBar && hasDash
  }
}

/// What there is in a source of which tables are made, so that most are not searched line by line.
struct LooseMarks {
  let tabs: Bool
  let pipes: Bool
  let fullWidthPipes: Bool
  let carriageReturns: Bool

  init(_ source: Bytes) {
    tabs = source.offset(of: 0x09, from: 0) != nil
    pipes = source.offset(of: 0x7C, from: 0) != nil
    carriageReturns = source.offset(of: 0x0D, from: 0) != nil
    // The second byte of `｜` is the rarest of its three.
    var offset = 0
    while let found = source.offset(of: 0xBD, from: offset), !source.has("｜", at: found - 1) { offset = found + 1 }
    fullWidthPipes = offset < source.count && source.offset(of: 0xBD, from: offset) != nil
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// The offset of the first such byte from an offset on.
  func offset(of byte: UInt8, from start: Int) -> Int? {
    guard let baseAddress, start < count, let found = memchr(baseAddress + start, Int32(byte), count - start) else {
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
  }
}
