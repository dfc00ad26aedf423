import Base

/// A row of PostgreSQL's `COPY … FROM` in its text format.
struct CopyRow {
  private(set) var bytes: [UInt8] = []

  /// Nil is NULL.
  mutating func add(_ text: String?) {
    separate()
    guard let text else { return bytes.append(contentsOf: #"\N"#.utf8) }
    escape(text.utf8)
  }

  /// Text known to need no escapes.
  mutating func add(plain text: [UInt8]) {
    separate()
    bytes.append(contentsOf: text)
  }

  /// A value of the type `jsonb`, which knows no NUL.
  mutating func add(_ json: JSONValue) {
    separate()
    escape(json.withoutNUL.compact)
  }

  /// The row with its line feed.
  var line: [UInt8] { bytes + [0x0A] }

  private mutating func separate() { if !bytes.isEmpty { bytes.append(0x09) } }

  private mutating func escape(_ text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
      case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
      case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
      case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
      // No text of PostgreSQL holds it.
      case 0: bytes.append(contentsOf: "\u{FFFD}".utf8)
      default: bytes.append(byte)
      }
    }
  }
}

extension JSONValue {
  /// The same with U+FFFD for NUL.
  fileprivate var withoutNUL: JSONValue {
    switch self {
    case .string(let text): text.utf8.contains(0) ? .string(text.replacing("\0", with: "\u{FFFD}")) : self
    case .array(let values): .array(values.map(\.withoutNUL))
    case .object(let members): .object(members.map { Member($0.name, $0.value.withoutNUL) })
    case .integer, .boolean, .null: self
    }
  }
}
