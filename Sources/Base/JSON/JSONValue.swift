/// A JSON value; the members of objects keep the order in which they were given.
package indirect enum JSONValue: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case null
  case array([JSONValue])
  case object([Member])

  /// A member of an object.
  package struct Member: Sendable, Hashable {
    package let name: String
    package let value: JSONValue

    /// Memberwise.
    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// A JSON string.
  package init(stringLiteral value: String) { self = .string(value) }
  /// A JSON number.
  package init(integerLiteral value: Int) { self = .integer(value) }
  /// true or false.
  package init(booleanLiteral value: Bool) { self = .boolean(value) }

  /// An object whose members have this order.
  package static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { Member($0.key, $0.value) })
  }

  /// A string, or null.
  package static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// An array of strings.
  package static func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

  /// As one line without spaces.
  package var compact: [UInt8] {
    var buffer = OutputBuffer()
    write(into: &buffer, indent: nil)
    return buffer.bytes
  }

  /// Indented by two spaces per level, with a newline at the end.
  package var pretty: [UInt8] {
    var buffer = OutputBuffer()
    write(into: &buffer, indent: 0)
    buffer.write("\n")
    return buffer.bytes
  }

  private func write(into buffer: inout OutputBuffer, indent: Int?) {
    switch self {
    case .string(let text): buffer.writeJSON(text)
    case .integer(let number): buffer.write(String(number))
    case .boolean(let flag): buffer.write(flag ? "true" : "false")
    case .null: buffer.write("null")
    case .array(let values):
      Self.writeList("[", values, "]", into: &buffer, indent: indent) { value, buffer, inner in
        value.write(into: &buffer, indent: inner)
      }
    case .object(let members):
      Self.writeList("{", members, "}", into: &buffer, indent: indent) { member, buffer, inner in
        buffer.writeJSON(member.name)
        buffer.write(inner == nil ? ":" : ": ")
        member.value.write(into: &buffer, indent: inner)
      }
    }
  }

  private static func writeList<Element>(
    _ open: String, _ elements: [Element], _ close: String, into buffer: inout OutputBuffer, indent: Int?,
    _ writeOne: (Element, inout OutputBuffer, Int?) -> Void
  ) {
    buffer.write(open)
    let inner = indent.map { $0 + 1 }
    for (index, element) in elements.enumerated() {
      if index > 0 { buffer.write(",") }
      if let inner { buffer.write("\n" + String(repeating: "  ", count: inner)) }
      writeOne(element, &buffer, inner)
    }
    if let indent, !elements.isEmpty { buffer.write("\n" + String(repeating: "  ", count: indent)) }
    buffer.write(close)
  }
}
