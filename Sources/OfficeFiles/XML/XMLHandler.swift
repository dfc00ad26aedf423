package import Base

/// Takes in an XML document from its beginning to its end.
///
/// Names have the short prefix of ``XMLNamespaces``, whatever the document calls them: `w:p`, `a:t`; those of other namespaces
/// have none.
package protocol XMLHandler {
  mutating func start(_ name: String, _ attributes: XMLAttributes)
  mutating func end(_ name: String)
  /// A piece of text: what stands between two tags may come in several.
  mutating func text(_ text: Bytes)
}

/// The attributes of an element, for the duration of the call.
package struct XMLAttributes {
  /// Names and values in turn, and a null pointer at the end.
  let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of an attribute by its name without prefix; nil if there is none.
  package subscript(_ name: StaticString) -> String? { value(name) { _ in true } }

  /// The value of an attribute that has a prefix, by its name without it: `r:id` beside `id`.
  package func prefixed(_ name: StaticString) -> String? { value(name) { $0 } }

  /// Whether an attribute is there and is not 0, false, off or none.
  package func isOn(_ name: StaticString) -> Bool {
    self[name].map { !["0", "false", "off", "none"].contains($0) } ?? false
  }

  private func value(_ name: StaticString, where fits: (_ hasPrefix: Bool) -> Bool) -> String? {
    guard var pair = pairs else { return nil }
    while let written = pair[0], let value = pair[1] {
      let local = Self.local(written)
      if fits(local != written), Self.isEqual(local, name) { return String(cString: value) }
      pair += 2
    }
    return nil
  }

  /// The name behind the namespace, which stands in front with a bar between.
  private static func local(_ written: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
    var (start, next) = (written, written)
    while next.pointee != 0 {
      if next.pointee == XMLReader.bar { start = next + 1 }
      next += 1
    }
    return start
  }

  private static func isEqual(_ written: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
    for index in 0..<name.utf8CodeUnitCount where UInt8(bitPattern: written[index]) != name.utf8Start[index] {
      return false
    }
    return written[name.utf8CodeUnitCount] == 0
  }
}
