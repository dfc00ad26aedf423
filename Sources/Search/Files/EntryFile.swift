import Base

/// The small file that leads to all others. The search page carries it, so that a browser need not ask for it first.
struct EntryFile {
  let bytes: [UInt8]

  /// - Parameters:
  ///   - files: The names of the files that every query needs, by folder.
  init(asOf: String, count: Int, files: [(folder: String, name: String)]) {
    var bytes = Array("{\"version\":\(SearchFile.version),\"asOf\":".utf8)
    bytes.appendJSON(asOf)
    bytes += Array(",\"count\":\(count),\"weights\":[".utf8)
    bytes += Array(ImpactScale.weights.map { "\($0)" }.joined(separator: ",").utf8)
    bytes.append(UInt8(ascii: "]"))
    for file in files { bytes += Array(",\"\(file.folder)\":\"\(file.name)\"".utf8) }
    self.bytes = bytes + Array("}\n".utf8)
  }
}
