/// Writes CSV (RFC 4180) with a byte order mark; without it Excel on Chinese systems reads UTF-8 as GBK.
package struct CSVWriter: Sendable {
  private var buffer: OutputBuffer

  /// Starts a file and reserves `capacity` bytes.
  package init(capacity: Int = 0) {
    buffer = OutputBuffer(capacity: capacity + 3)
    buffer.write("\u{FEFF}")
  }

  /// A whole file from its rows.
  package static func bytes(_ rows: [[String]]) -> [UInt8] {
    var writer = CSVWriter()
    for row in rows { writer.add(row) }
    return writer.bytes
  }

  /// The bytes written so far.
  package var bytes: [UInt8] { buffer.bytes }

  /// Appends a row; cells for which `isPlain` is true are known to need no quoting and no apostrophe.
  package mutating func add(_ cells: [String], isPlain: (String) -> Bool = { _ in false }) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { buffer.write(",") }
      buffer.write(isPlain(cell) ? cell : Self.quoted(cell))
    }
    buffer.write("\r\n")
  }

  /// Chinese spreadsheets take full-width signs for the others; alone, such a sign only means that there is nothing.
  private static func isFormula(_ text: String) -> Bool {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r": true
    case "＝", "＋", "－", "＠": text.unicodeScalars.dropFirst().isEmpty == false
    default: false
    }
  }

  /// Quoted where needed; a cell that a spreadsheet would run as a formula gets an apostrophe (OWASP, CSV injection).
  private static func quoted(_ text: String) -> String {
    let safe = isFormula(text) ? "'" + text : text
    guard safe.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return safe }
    // By bytes: a quotation mark with a combining accent is a single Character, yet it would still end the cell.
    let parts = safe.utf8.split(separator: 0x22, omittingEmptySubsequences: false)
    return "\"" + parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\"\"") + "\""
  }
}
