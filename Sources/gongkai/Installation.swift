import Foundation

/// The location of the program's own files: templates, and the skeleton of a new site.
enum Installation {
  /// The nearest folder that has them: `../share/gongkai` as installed by a release, then the program's own folder and
  /// those above it, as in a development tree.
  static var share: String? { share(ofProgram: URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path) }

  static func share(ofProgram program: String) -> String? {
    var folder = URL(filePath: program).deletingLastPathComponent()
    let beside = folder.appending(path: "../share/gongkai").standardizedFileURL.path
    if hasFiles(beside) { return beside }
    while !hasFiles(folder.path) {
      if folder.path == "/" { return nil }
      folder.deleteLastPathComponent()
    }
    return folder.path
  }

  /// The program's templates; nil when it was copied without them.
  static var templates: String? { share.map { $0 + "/Templates" } }

  /// A site's folder of templates over the program's. In a development tree both are the same.
  static func layers(own: String?, program: String? = templates) -> [String] {
    guard let own, let program else { return [own, program].compactMap(\.self) }
    return isSame(own, program) ? [own] : [own, program]
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    URL(filePath: a).resolvingSymlinksInPath().path == URL(filePath: b).resolvingSymlinksInPath().path
  }

  private static func hasFiles(_ folder: String) -> Bool {
    ["Templates", "Tools/skeleton"].allSatisfy { FileManager.default.fileExists(atPath: folder + "/" + $0) }
  }
}
