// Paths with `/`, as used in Content/, in the output and in URLs.
extension String {
  /// The path of the containing folder; empty at the root.
  package var parentPath: String {
    guard let slash = utf8.lastIndex(of: 0x2F) else { return "" }
    return String(self[..<slash])
  }

  /// The last part of a path.
  package var lastSegment: String {
    guard let slash = utf8.lastIndex(of: 0x2F) else { return self }
    return String(self[utf8.index(after: slash)...])
  }

  /// The extension in lower case, without the dot.
  package var fileExtension: String {
    let name = lastSegment
    guard let dot = name.utf8.lastIndex(of: 0x2E), dot != name.startIndex else { return "" }
    return name[name.utf8.index(after: dot)...].lowercased()
  }

  /// The file's name without its extension.
  package var fileStem: String {
    let name = lastSegment
    guard let dot = name.utf8.lastIndex(of: 0x2E), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// Resolves a path written in a file in `folder`: relative to that folder, or to the root when it begins with `/`.
  /// `.` and `..` are resolved, names are ``composed``; nil when the path leaves the root.
  package func resolvedPath(in folder: String) -> String? {
    var parts: [Substring] = []
    for part in ((hasPrefix("/") ? "" : folder + "/") + self).split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/").composed
  }
}
