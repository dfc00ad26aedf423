/// Splits a CSV file into records (RFC 4180): cells separated by commas and quoted if they contain commas, quotation
/// marks or line breaks, `""` for one quotation mark. Lines end with LF, CRLF or CR; empty lines are skipped.
package struct CSVRecords {
  /// A cell with its place in the file.
  package struct Cell {
    /// Without its quotation marks and surrounding white space.
    package let text: String
    /// Byte range in the file, quotation marks included.
    package let place: Range<Int>
    package let fault: Fault?
  }

  /// Why a cell cannot be read.
  package enum Fault: Sendable {
    /// The opening quotation mark is never closed.
    case unclosed
    /// There is text between the closing quotation mark and the separator.
    case textAfterQuote
  }

  private let bytes: [UInt8]
  private let separator: UInt8
  private var offset: Int

  private static let quote = UInt8(ascii: "\"")

  /// Starts at `start`, after a byte order mark.
  ///
  /// - Parameter separator: Between two cells.
  package init(_ bytes: [UInt8], from start: Int, separator: UInt8 = UInt8(ascii: ",")) {
    self.bytes = bytes
    self.separator = separator
    offset = start
  }

  /// The cells of the next record; nil at the end.
  package mutating func next() -> [Cell]? {
    skipEmptyLines()
    guard offset < bytes.count else { return nil }
    var cells: [Cell] = []
    while true {
      cells.append(cell())
      guard offset < bytes.count, bytes[offset] == separator else { break }
      offset += 1
    }
    if offset < bytes.count { offset += 1 }
    return cells
  }

  private mutating func skipEmptyLines() {
    while offset < bytes.count, isLineEnd(offset) { offset += 1 }
  }

  private func isLineEnd(_ index: Int) -> Bool { bytes[index] == 0x0A || bytes[index] == 0x0D }

  /// Reads the cell at `offset` and moves to the separator or line end after it.
  private mutating func cell() -> Cell {
    let start = offset
    guard offset < bytes.count, bytes[offset] == Self.quote else {
      skipToEnd()
      return Cell(text: text(start..<offset), place: start..<offset, fault: nil)
    }
    offset += 1
    var hasEscapes = false
    while offset < bytes.count {
      if bytes[offset] == Self.quote {
        guard offset + 1 < bytes.count, bytes[offset + 1] == Self.quote else { break }
        hasEscapes = true
        offset += 1
      } else if bytes[offset] == 0x0D {
        hasEscapes = true
      }
      offset += 1
    }
    guard offset < bytes.count else { return Cell(text: "", place: start..<offset, fault: .unclosed) }
    let inner = (start + 1)..<offset
    offset += 1
    let end = offset
    skipToEnd()
    let fault: Fault? = bytes[end..<offset].allSatisfy { $0 == 0x20 } ? nil : .textAfterQuote
    return Cell(text: hasEscapes ? unescaped(inner) : text(inner), place: start..<end, fault: fault)
  }

  private mutating func skipToEnd() {
    while offset < bytes.count, bytes[offset] != separator, !isLineEnd(offset) { offset += 1 }
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self).trimmed }

  private func unescaped(_ range: Range<Int>) -> String {
    var out: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let isPair = index + 1 < range.upperBound
      if isPair, bytes[index] == Self.quote || (bytes[index] == 0x0D && bytes[index + 1] == 0x0A) { index += 1 }
      out.append(bytes[index] == 0x0D ? 0x0A : bytes[index])
      index += 1
    }
    return String(decoding: out, as: UTF8.self).trimmed
  }
}
