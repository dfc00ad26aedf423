import Manuscripts
import OfficeFiles

/// A manuscript as lines that a test can compare: a paragraph is its text, a row of a table begins with a bar, one of its head with `#`.
enum Outline {
  static func of(_ blocks: [ManuscriptBlock]) -> [String] {
    blocks.flatMap { block in
      switch block {
      case .paragraph(let paragraph): [of(paragraph)]
      case .table(let table): table.rows.map(of)
      }
    }
  }

  static func of(_ paragraph: ManuscriptParagraph) -> String {
    paragraph.spans.reduce(paragraph.label) { text, span in
      switch span {
      case .text(let piece): text + piece
      case .link(let piece, let target): text + "[\(piece)](\(target))"
      case .lineBreak: text + "⏎"
      case .note(let index): text + "{note \(index)}"
      case .picture(let index): text + "{picture \(index)}"
      }
    }
  }

  /// `# 项目|标准<2>`, `| ^^|甲|乙`.
  private static func of(_ row: ManuscriptTable.Row) -> String {
    (row.isHeader ? "# " : "| ")
      + row.cells.map { cell in
        (cell.continuesAbove ? "^^" : cell.text.replacing("\n", with: "⏎"))
          + (cell.columns > 1 ? "<\(cell.columns)>" : "")
      }.joined(separator: "|")
  }
}

/// Bytes with faults that are the same in every run.
struct Faults: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// The bytes cut off, or with some changed.
  mutating func spoil(_ bytes: [UInt8]) -> [UInt8] {
    guard !bytes.isEmpty else { return bytes }
    var spoiled = bytes
    if Bool.random(using: &self) { spoiled.removeLast(Int.random(in: 1...bytes.count, using: &self)) }
    for _ in 0..<Int.random(in: 0...8, using: &self) where !spoiled.isEmpty {
      spoiled[Int.random(in: spoiled.indices, using: &self)] ^= UInt8(1 << Int.random(in: 0..<8, using: &self))
    }
    return spoiled
  }
}
