import Disk
import Documents
import Offline
import Publishing
import Rendering

/// The templates' assets, and what the site's theme adds to them, in a folder named by their content, so that browsers may
/// cache them for ever.
struct AssetFolder {
  let files: [(path: String, bytes: [UInt8])]
  /// Ends with `/`.
  let path: String

  /// - Parameter files: As they stand in the templates; readers get stylesheets without the comments.
  init(_ files: [(path: String, bytes: [UInt8])]) {
    self.files = files.map { $0.path.hasSuffix(".css") ? ($0.path, $0.bytes.withoutComments) : $0 }
    let content: [UInt8] = self.files.flatMap { Array($0.path.utf8) + [0] + Array(checksum(of: $0.bytes).utf8) }
    path = "\(SiteFile.assetsFolder)/\(checksum(of: content).prefix(12))/"
  }
}

extension AssetFolder {
  /// What only a copy that needs no server has; it stands in place of files of the same name.
  private static let offlineFolder = "offline/"
  /// Scripts that a page loads with all that they import, as one file each.
  private static let bundles = ["search/search.js", "search/suggest.js"]

  /// - Parameters:
  ///   - tree: Holds `Content/` with the pictures of the theme.
  /// - Throws: ``FileError`` when a picture cannot be read.
  init(_ templates: TemplateSet, _ theme: Theme, in tree: DiskTree) throws(FileError) {
    var files = templates.assetFiles
    // What the site lays over the program's assets stands.
    if let color = theme.color, !files.contains(where: { $0.path == ThemeSheet.name }) {
      files.append((ThemeSheet.name, ThemeSheet(color).bytes))
    }
    for image in theme.images where !files.contains(where: { $0.path == image.asset }) {
      files.append((image.asset, try tree.read("Content/" + image.content)))
    }
    files.removeAll { $0.path.hasPrefix(Self.offlineFolder) }
    let scripts = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    for index in files.indices where Self.bundles.contains(files[index].path) {
      // A site's own script of another form stays as it is: browsers load what it imports.
      if let bundle = try? ScriptBundle.bytes(of: files[index].path, among: scripts) { files[index].bytes = bundle }
    }
    self.init(files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
  }

  /// The same for a copy that needs no server: its modules as scripts, and beside them what takes the place of a server.
  ///
  /// - Throws: ``BuildError/script(path:_:)``.
  func offline(_ templates: TemplateSet) throws(BuildError) -> AssetFolder {
    let own = templates.assetFiles.filter { $0.path.hasPrefix(Self.offlineFolder) }
    let names = own.map { String($0.path.dropFirst(Self.offlineFolder.count)) }
    let replaced = Set(names).intersection(files.map(\.path))
    let modules = Dictionary(templates.assetFiles.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    var all = files.filter { !replaced.contains($0.path) }
    for index in all.indices where Self.bundles.contains(all[index].path) {
      all[index].bytes = modules[all[index].path] ?? all[index].bytes
    }
    all += zip(own, names).map { file, name in (replaced.contains(name) ? name : file.path, file.bytes) }
    var scripts: [(path: String, bytes: [UInt8])] = []
    for file in all {
      do throws(ScriptFault) {
        let isScript = file.path.hasSuffix(".js")
        scripts.append((file.path, isScript ? try ClassicScript.bytes(of: file.bytes) : file.bytes))
      } catch { throw .script(path: "Templates/assets/" + file.path, error) }
    }
    return AssetFolder(scripts.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
  }
}

extension [UInt8] {
  /// A stylesheet without its comments and the lines that they stand alone on. `/*` in a string begins none.
  var withoutComments: [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(count)
    var quote: UInt8?
    var index = 0
    while index < count {
      if quote == nil, self[index...].starts(with: "/*".utf8) {
        index = endOfComment(at: index)
        let isAlone = kept.last ?? 0x0A == 0x0A && index < count && self[index] == 0x0A
        if isAlone { index += 1 }
        continue
      }
      let byte = self[index]
      let length = byte == 0x5C ? Swift.min(2, count - index) : 1
      if quote == byte {
        quote = nil
      } else if quote == nil, byte == 0x22 || byte == 0x27 {
        quote = byte
      }
      kept += self[index..<index + length]
      index += length
    }
    return kept
  }

  private func endOfComment(at start: Int) -> Int {
    var end = start + 2
    while end < count, !self[end...].starts(with: "*/".utf8) { end += 1 }
    return Swift.min(end + 2, count)
  }
}
