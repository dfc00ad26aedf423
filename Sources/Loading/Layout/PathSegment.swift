/// Segments of content paths that become segments of URLs.
package enum PathSegment {
  /// Whether it is ASCII letters, digits, `-`, `_` and `.`, beginning with a letter or digit, and no longer than a name may
  /// be: safe in URLs and on disk.
  package static func isPlain(_ segment: some StringProtocol) -> Bool {
    guard let first = segment.utf8.first, isAlphanumeric(first), segment.utf8.count <= 255 else { return false }
    return segment.utf8.allSatisfy { isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// The rule in words, for messages.
  static let rule = "只能用英文字母、数字、“-”、“_”和“.”，并以字母或数字开头，不超过 255 个字符"
}
