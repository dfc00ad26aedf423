import Base
package import Disk

/// A site's own templates, compared with the program's. Below `.base` the site keeps each as the program had it when it was
/// copied, or when somebody last looked at what had changed.
package struct TemplateOverrides: Sendable {
  /// Sorted by path.
  package let files: [File]

  /// The folder of the originals, in the site's folder of templates. A hidden one: nothing in it is used or published.
  static let originals = ".base"

  /// One of the site's files.
  package struct File: Sendable, Hashable {
    /// Relative to the folder of templates: `partials/footer.mustache`.
    package let path: String
    package let own: [UInt8]
    /// The program's; nil if it has none.
    package let program: [UInt8]?
    /// The program's when it was copied; nil if it was not, as far as is known.
    package let original: [UInt8]?

    /// What the file is to the program's.
    package var state: State {
      guard let program else {
        if original != nil { return .orphaned }
        return TemplateOverrides.isRead(path) ? .added : .idle
      }
      if own == program { return .same }
      guard let original else { return .different }
      if own == original { return .stale }
      return original == program ? .changed : .outdated
    }
  }

  /// What a file is to the program's.
  package enum State: Sendable, Hashable {
    /// As the program's.
    case same
    /// The site has changed it, the program has not.
    case changed
    /// Both have.
    case outdated
    /// Only the program has.
    case stale
    /// They differ, and nobody knows who has changed it.
    case different
    /// It was copied, and the program no longer has it.
    case orphaned
    /// The program never had it.
    case added
    /// The program never had it and does not read it.
    case idle
  }

  /// Compares two folders.
  ///
  /// - Throws: ``FileError`` when a file cannot be read.
  package init(_ own: String, over program: String) throws(FileError) {
    let (own, program) = (try DiskTree(root: own), try DiskTree(root: program))
    let paths = try Self.paths(in: own)
    let originals = Set(try own.entries(under: Self.originals).map(\.path))
    let known = Set(try Self.paths(in: program))
    var files: [File] = []
    for path in paths {
      let original = Self.originals + "/" + path
      files.append(
        File(
          path: path, own: try own.read(path), program: known.contains(path) ? try program.read(path) : nil,
          original: originals.contains(original) ? try own.read(original) : nil))
    }
    self.files = files
  }

  /// Its files without the hidden ones, sorted.
  static func paths(in tree: DiskTree) throws(FileError) -> [String] {
    try tree.entries(under: "").compactMap { entry in
      guard case .file = entry.kind, !entry.path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else {
        return nil
      }
      return entry.path
    }
  }

  /// Whether the program would read a file by this name.
  private static func isRead(_ path: String) -> Bool {
    let folder = path.prefix { $0 != "/" }
    return path.hasSuffix(".mustache") || folder == "assets" || (path.hasSuffix(".yml") && folder != path)
  }

  /// What has changed beneath the site's files (`template-outdated`, warning).
  ///
  /// - Parameter label: The folder's name in messages.
  func findings(label: String) -> [Diagnostic] {
    files.compactMap { file in
      guard let (message, cure) = Self.wording(of: file) else { return nil }
      return Diagnostic(
        "template-outdated", .warning, at: Diagnostic.Location(path: label + "/" + file.path), message, cures: [cure])
    }
  }

  private static func wording(of file: File) -> (message: String, cure: String)? {
    switch file.state {
    case .outdated:
      (
        "程序自带的 \(file.path) 在本站复制以后有改动，本站没有用上",
        "看改了什么：gongkai templates --diff；合并好了，或者不需要的：gongkai templates accept \(file.path)"
      )
    case .stale: ("程序自带的 \(file.path) 已经更新，本站用的还是没有改过的旧的", "删去本站的这个文件")
    case .orphaned:
      ("程序已经没有 \(file.path)，本站的可能不再起作用", "看升级说明；仍然要用的：gongkai templates accept \(file.path)")
    case .same, .changed, .different, .added, .idle: nil
    }
  }
}
