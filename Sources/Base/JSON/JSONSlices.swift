/// The members of a JSON object as bytes that nobody has read yet: of a line with megabytes of text only what is needed is.
package struct JSONSlices {
  private let bytes: [UInt8]
  private var places: [String: Range<Int>] = [:]

  /// Finds the members; nil when the bytes are no object, or end inside it. What its values are is not checked.
  package init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    var scan = Scan(bytes)
    guard scan.take("{") else { return nil }
    if !scan.take("}") {
      repeat {
        guard let name = scan.string(), scan.take(":"), let value = scan.value() else { return nil }
        places[String(decoding: bytes[name], as: UTF8.self)] = value
      } while scan.take(",")
      guard scan.take("}") else { return nil }
    }
    guard scan.isAtEnd else { return nil }
  }

  /// The value of a member; nil when there is none, or it is not JSON.
  package subscript(name: String) -> JSONValue? { places[name].flatMap { JSONValue(json: Array(bytes[$0])) } }

  /// A place in the bytes.
  private struct Scan {
    let bytes: [UInt8]
    var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private mutating func skipBlanks() {
      while offset < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[offset]) { offset += 1 }
    }

    var isAtEnd: Bool {
      mutating get {
        skipBlanks()
        return offset == bytes.count
      }
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      skipBlanks()
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: character) else { return false }
      offset += 1
      return true
    }

    /// What stands between the quotation marks of a string, with its escapes.
    mutating func string() -> Range<Int>? {
      guard take("\"") else { return nil }
      let start = offset
      while offset < bytes.count {
        switch bytes[offset] {
        case UInt8(ascii: "\\"): offset += 2
        case UInt8(ascii: "\""):
          offset += 1
          return start..<offset - 1
        default: offset += 1
        }
      }
      return nil
    }

    /// The next value, whatever it is.
    mutating func value() -> Range<Int>? {
      skipBlanks()
      let start = offset
      var depth = 0
      repeat {
        skipBlanks()
        guard offset < bytes.count else { return nil }
        switch bytes[offset] {
        case UInt8(ascii: "\""): if string() == nil { return nil }
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          depth += 1
          offset += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          if depth == 0 { return nil }
          depth -= 1
          offset += 1
        case UInt8(ascii: ","), UInt8(ascii: ":"):
          if depth == 0 { return nil }
          offset += 1
        default:
          while offset < bytes.count, !Self.ends.contains(bytes[offset]) { offset += 1 }
        }
      } while depth > 0
      return start..<offset
    }

    /// What a number or a word ends before.
    private static let ends = Set(",:]}{[\" \t\r\n".utf8)
  }
}
