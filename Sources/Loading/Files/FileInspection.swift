import Base
package import Disk
package import Documents

/// A look into the files that a site may publish: whether they are what their names say. Each is opened once; of most, one
/// kilobyte is read.
package struct FileInspection: Sendable {
  let tree: any SourceTree
  /// Size in bytes by content path.
  let files: [String: Int]

  /// Memberwise.
  package init(tree: any SourceTree, files: [String: Int]) { (self.tree, self.files) = (tree, files) }

  /// Pictures longer than this are refused, not read.
  private static let svgLimit = 16 << 20
  /// Macros are looked for in old office files up to this size; of newer ones, at their end.
  private static let macroLimit = 16 << 20

  /// What speaks against the files, by content path. A file that cannot be read has no fault here: whoever needs it says
  /// so.
  func faults(jobs: Int) async -> [String: FileFault] {
    let paths = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let found = await boundedMap(paths, jobs: jobs, chunk: 32) { path in fault(of: path) }
    return Dictionary(
      zip(paths, found).compactMap { path, fault in fault.map { (path, $0) } }, uniquingKeysWith: { first, _ in first })
  }

  /// What speaks against one of them.
  package func fault(of path: String) -> FileFault? {
    let ending = path.fileExtension
    guard let head = try? tree.read(place(path), from: 0, count: FileSignature.length) else { return nil }
    if ending == "svg" { return svgFault(of: path) }
    let signature = FileSignature(head)
    if let signature, !signature.fits(ending) {
      return [.page, .program].contains(signature) ? .runs(signature.rawValue) : .isRather(signature.rawValue)
    }
    guard !FileTypes.withMacros.contains(ending), let signature else { return nil }
    return hasMacros(path, signature) ? .macros : nil
  }

  private func place(_ path: String) -> String { ContentLayout.root + "/" + path }

  private func svgFault(of path: String) -> FileFault? {
    guard files[path] ?? 0 <= Self.svgLimit else { return .script("大到无法检查的内容") }
    guard let bytes = try? tree.read(place(path)) else { return nil }
    return SVGScan.fault(in: bytes).map(FileFault.script)
  }

  /// Whether an office file contains macros: the name of their part stands at the end of a ZIP archive, in UTF-16 anywhere in
  /// a compound file.
  private func hasMacros(_ path: String, _ signature: FileSignature) -> Bool {
    let size = files[path] ?? 0
    switch signature {
    case .zip where path.fileExtension != "zip":
      let tail = 1 << 18
      guard let bytes = try? tree.read(place(path), from: max(0, size - tail), count: tail) else { return false }
      return bytes.firstRange(of: Array("vbaProject.bin".utf8)) != nil
    case .compound where size <= Self.macroLimit:
      guard let bytes = try? tree.read(place(path)) else { return false }
      return bytes.firstRange(of: "_VBA_PROJECT".utf8.flatMap { [$0, 0] }) != nil
    default: return false
    }
  }
}
