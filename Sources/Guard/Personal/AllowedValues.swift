import Base

/// Personal data that may stand in the open: numbers of the offices themselves, and what somebody has allowed.
package struct AllowedValues: Sendable {
  private var hashes: Set<String> = []

  /// Nothing is allowed.
  package init() {}

  /// Allows a value by itself: a work phone of site.yml.
  package mutating func allow(value: String) { hashes.insert(Self.hash(of: value)) }

  /// Allows a value by its hash, so that the list of what may be shown does not itself show it.
  package mutating func allow(hash: String) { hashes.insert(hash.lowercased()) }

  /// 16 hexadecimal digits of a value, its blanks, hyphens and the case of its letters apart.
  package static func hash(of value: String) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add(String(value.uppercased().filter { !$0.isWhitespace && $0 != "-" }))
    return fingerprint.text
  }

  func contains(_ value: String) -> Bool { !hashes.isEmpty && hashes.contains(Self.hash(of: value)) }
}
