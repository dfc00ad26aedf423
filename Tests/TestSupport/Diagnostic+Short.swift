package import Base

extension Diagnostic {
  /// `a/d.md:3:8 5 unknown-key`, the path without `Content/`; warnings end with `warning`.
  package var short: String {
    let path = location.path.hasPrefix("Content/") ? String(location.path.dropFirst(8)) : location.path
    let weight = severity == .error ? "" : " \(severity.rawValue)"
    return "\(path):\(location.start.line):\(location.start.column) \(location.length) \(rule)\(weight)"
  }
}
