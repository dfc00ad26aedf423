import Base
package import Disk

/// A site's folder of templates, beside the program's: files are copied there to be changed.
package struct TemplateFolder: Sendable {
  private let disk = Disk()
  private let own: String
  private let program: String

  /// - Parameters:
  ///   - own: The site's folder; need not exist.
  ///   - program: The program's.
  package init(own: String, program: String) {
    self.own = own
    self.program = program
  }

  /// The site's files, compared with the program's; nil if the site has no folder of templates.
  package func overrides() throws(FileError) -> TemplateOverrides? {
    try disk.status(of: own) == nil ? nil : try TemplateOverrides(own, over: program)
  }

  /// Copies files of the program and keeps their originals; all or none.
  ///
  /// - Parameter names: Their paths, with or without the name of the folder.
  /// - Returns: Their paths in the folder.
  /// - Throws: ``TemplateError`` for a file that the program lacks or the site already has, ``FileError`` from the disk.
  package func copy(_ names: [String]) throws -> [String] {
    let tree = try DiskTree(root: program)
    let known = try TemplateOverrides.paths(in: tree)
    let paths = try names.map { name in
      let path = Self.path(of: name)
      guard known.contains(path) else {
        throw TemplateError.unknown(name, near: NearMiss.suggestions(for: path, among: known))
      }
      if try disk.status(of: own + "/" + path) != nil { throw TemplateError.exists(own + "/" + path) }
      return path
    }
    var written: [String] = []
    do {
      for path in paths where !written.contains(path) {
        let bytes = try tree.read(path)
        try keep(bytes, asOriginalOf: path)
        try disk.writeNew(own + "/" + path, bytes)
        written.append(path)
      }
    } catch {
      for path in written { try? disk.removeFile(own + "/" + path) }
      throw error
    }
    return written
  }

  /// Records that what changed beneath the site's files has been looked at: the program's are now their originals.
  ///
  /// - Returns: Their paths in the folder.
  /// - Throws: ``TemplateError`` for a file that the site lacks, ``FileError`` from the disk.
  package func accept(_ names: [String]) throws -> [String] {
    let files = try overrides()?.files ?? []
    let accepted = try names.map { name in
      let path = Self.path(of: name)
      guard let file = files.first(where: { $0.path == path }) else {
        throw TemplateError.notOwn(name, near: NearMiss.suggestions(for: path, among: files.map(\.path)))
      }
      return file
    }
    for file in accepted { try keep(file.program, asOriginalOf: file.path) }
    return accepted.map(\.path)
  }

  private func keep(_ bytes: [UInt8]?, asOriginalOf path: String) throws(FileError) {
    let place = "\(own)/\(TemplateOverrides.originals)/\(path)"
    try disk.removeFile(place)
    if let bytes { try disk.writeNew(place, bytes) }
  }

  /// `Templates/home.mustache`, as a shell completes it, is `home.mustache`.
  private static func path(of name: String) -> String {
    let path = name.resolvedPath(in: "") ?? name
    return path.hasPrefix("Templates/") ? String(path.dropFirst("Templates/".count)) : path
  }
}

/// Why no template was copied or accepted.
package enum TemplateError: Error, Sendable, Hashable {
  /// The program has no such file.
  case unknown(String, near: [String])
  /// The site already has it.
  case exists(String)
  /// The site has no such file.
  case notOwn(String, near: [String])

  /// One sentence for people.
  package var message: String {
    switch self {
    case .unknown(let name, let near): "程序自带的模板中没有“\(name)”，什么都没有复制" + Self.question(near)
    case .exists(let path): "\(path) 已经存在，什么都没有复制；要重新开始的，先把它改名或者删去"
    case .notOwn(let name, let near): "本站的模板中没有“\(name)”，什么都没有记下" + Self.question(near)
    }
  }

  private static func question(_ near: [String]) -> String {
    near.isEmpty ? "" : "；是否想写：" + near.joined(separator: "、") + "？"
  }
}
