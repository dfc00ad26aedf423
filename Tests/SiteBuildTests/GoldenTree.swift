import Foundation

/// The output of a build as it is recorded: texts as they are, everything else as a digest.
struct GoldenTree: Equatable {
  /// The bytes of every recorded file by path.
  let files: [String: Data]

  /// The file that lists the digests of what is not text.
  static let digests = "digests.txt"

  private static let textTypes: Set<String> = ["html", "atom", "xml", "csv", "json", "jsonl", "txt"]

  /// Reads what was recorded in a folder; empty if there is none.
  init(recordedIn folder: String) throws {
    let names = try? FileManager.default.subpathsOfDirectory(atPath: folder)
    files = Dictionary(
      uniqueKeysWithValues: (names ?? []).compactMap { name in
        FileManager.default.contents(atPath: folder + "/" + name).map { (name, $0) }
      })
  }

  /// Takes what a build published. The assets' folder is named after their digest, which is on every page: it gets a fixed
  /// name here, so that a change of a stylesheet shows once. The manifest repeats the size and digest of every file.
  init(published output: [String: Data]) {
    let manifest = output["manifest.json"].map { String(decoding: $0, as: UTF8.self) } ?? ""
    let assets = output.keys.first { $0.hasPrefix("assets/") }?.split(separator: "/")[1]
    func normalized(_ text: String) -> String {
      assets.map { text.replacingOccurrences(of: $0, with: "{assets}", options: .literal) } ?? text
    }
    var texts: [String: Data] = [:]
    for (path, bytes) in output where Self.isRecordedAsText(path) {
      let text = path == "manifest.json" ? Self.withoutDigests(manifest) : String(decoding: bytes, as: UTF8.self)
      texts[path] = Data(normalized(text).utf8)
    }
    let lines = Self.digests(in: manifest).filter { !Self.isRecordedAsText($0.path) }
      .map { "\($0.digest)  \(normalized($0.path))\n" }
    texts[Self.digests] = Data(lines.joined().utf8)
    files = texts
  }

  /// Writes the tree into a folder, replacing what is there.
  func record(in folder: String) throws {
    try? FileManager.default.removeItem(atPath: folder)
    for (path, bytes) in files {
      let url = URL(filePath: folder + "/" + path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: url)
    }
  }

  /// One entry for each file that differs from the recorded one: its path and the first line that differs.
  func differences(from recorded: GoldenTree) -> [String] {
    Set(files.keys).union(recorded.files.keys).sorted().compactMap { path in
      guard let old = recorded.files[path] else { return "\(path): not recorded" }
      guard let new = files[path] else { return "\(path): recorded, but not published" }
      return old == new ? nil : Self.firstDifference(path, old, new)
    }
  }

  private static func firstDifference(_ path: String, _ old: Data, _ new: Data) -> String {
    let (before, after) = (
      old.split(separator: 10, omittingEmptySubsequences: false),
      new.split(separator: 10, omittingEmptySubsequences: false)
    )
    let index = zip(before, after).prefix { $0 == $1 }.count
    func line(_ lines: [Data.SubSequence]) -> String {
      index < lines.count ? String(decoding: lines[index], as: UTF8.self) : "(the file ends)"
    }
    return "\(path):\(index + 1)\n  recorded:  \(line(before))\n  published: \(line(after))"
  }

  /// Shards of the search index are named after their content and contain packed lists: a diff would tell nothing.
  private static func isRecordedAsText(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard let name = parts.last, parts[0] != "assets" else { return false }
    if parts[0] == "search", parts.count > 2 { return false }
    return textTypes.contains(String(name.split(separator: ".").last ?? ""))
  }

  private static func withoutDigests(_ manifest: String) -> String {
    manifest.replacing(/"bytes": [0-9]+, "sha256": "[0-9a-f]+"/, with: "…")
      .replacing(/"treeHash": "[0-9a-f]+"/, with: #""treeHash": "…""#)
  }

  private static func digests(in manifest: String) -> [(path: String, digest: Substring)] {
    manifest.matches(of: /"path": "([^"]+)", "bytes": [0-9]+, "sha256": "([0-9a-f]+)"/).map { (String($0.1), $0.2) }
  }
}
