/// Parts of content paths that become parts of URLs.
enum PathSegment {
  /// ASCII letters, digits, `-`, `_` and `.`, the first a letter or a digit: safe in every URL and on every disk.
  static func isPlain(_ segment: some StringProtocol) -> Bool {
    guard let first = segment.utf8.first, isAlphanumeric(first) else { return false }
    return segment.utf8.allSatisfy { isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// What we allow, for messages.
  static let rule = "只能用英文字母、数字、“-”、“_”和“.”，并以字母或数字开头"

  /// The path with `.` and `..` resolved; nil when it leaves the root.
  static func normalized(_ path: String) -> String? {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}

extension String {
  /// The folder part of a path, empty at the root.
  var parentPath: String {
    guard let slash = utf8.lastIndex(of: 0x2F) else { return "" }
    return String(self[..<slash])
  }

  /// The last part of a path.
  var lastSegment: String {
    guard let slash = utf8.lastIndex(of: 0x2F) else { return self }
    return String(self[utf8.index(after: slash)...])
  }

  /// The extension in lower case, without its dot.
  var fileExtension: String {
    let name = lastSegment
    guard let dot = name.utf8.lastIndex(of: 0x2E), dot != name.startIndex else { return "" }
    return name[name.utf8.index(after: dot)...].lowercased()
  }

  /// The file's name without its extension.
  var fileStem: String {
    let name = lastSegment
    guard let dot = name.utf8.lastIndex(of: 0x2E), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
