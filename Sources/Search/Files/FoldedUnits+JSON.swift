import Base

extension [UInt8] {
  /// Appends folded units, none of which is a surrogate, as a JSON string.
  mutating func appendJSON(units: [UInt16]) { appendJSON(String(decoding: units, as: UTF16.self)) }
}
