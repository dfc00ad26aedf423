import Documents
import Publishing

/// The templates' assets in a folder named by their content, so that browsers may cache them for ever.
struct AssetFolder {
  let files: [(path: String, bytes: [UInt8])]
  /// Ends with `/`.
  let path: String

  init(_ files: [(path: String, bytes: [UInt8])]) {
    self.files = files
    let content: [UInt8] = files.flatMap { Array($0.path.utf8) + [0] + Array(checksum(of: $0.bytes).utf8) }
    path = "\(SiteFile.assetsFolder)/\(checksum(of: content).prefix(12))/"
  }
}
