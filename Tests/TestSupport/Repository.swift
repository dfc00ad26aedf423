package import Foundation

/// The files of this repository.
package enum Repository {
  /// The folder that contains Package.swift.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().resolvingSymlinksInPath()

  /// The templates that come with the program.
  package static let templates = root.appending(path: "Templates").path

  /// The text of a file, by its path from the root.
  package static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Paths of the files below a folder whose names end in one of these, sorted.
  package static func files(in folder: String, _ endings: String...) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
      .filter { path in endings.contains { path.hasSuffix($0) } }.sorted().map { folder + "/" + $0 }
  }
}
