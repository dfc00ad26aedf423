import Base

extension [UInt8] {
  /// Adds a JSON string of folded units, none of which is a surrogate.
  mutating func appendJSON(units: [UInt16]) { appendJSON(String(decoding: units, as: UTF16.self)) }
}
