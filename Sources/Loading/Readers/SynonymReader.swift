import Base
import Documents

/// Reads a file of `synonyms/`: each official word with what citizens call it, `最低生活保障: [低保, 低保户]`.
struct SynonymReader {
  /// Reads a file known to be text; `file` has its findings so far.
  ///
  /// - Returns: Groups with the official word first; nil if the file is not a YAML mapping.
  static func read(_ file: FileReader) -> (groups: [[String]]?, findings: [Diagnostic]) {
    var file = file
    guard let root = file.readYAML(file.source.markLength..<file.source.bytes.count),
      let entries = file.entries(of: root, what: "同义词文件")
    else { return (nil, file.findings) }
    var groups: [[String]] = []
    for entry in entries {
      let words = file.texts(entry.value, "“\(entry.key)”的说法").map(\.text)
      if words.isEmpty {
        file.add("wrong-type", at: entry.place, "“\(entry.key)”没有别的说法", cures: ["写作 \(entry.key): [说法一, 说法二]"])
      } else {
        groups.append([entry.key] + words)
      }
    }
    return (groups, file.findings)
  }
}
