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

  private static func hasFiles(_ folder: String) -> Bool {
    ["Templates", "Tools/skeleton"].allSatisfy { FileManager.default.fileExists(atPath: folder + "/" + $0) }
  }
}
