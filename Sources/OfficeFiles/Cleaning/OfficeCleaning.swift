import Archives
import Base

/// Takes the names of people and the place of a photograph out of a file, and nothing else: what the file shows stays as it is, byte
/// by byte. For `gongkai fix`, which writes the result into Content/.
package enum OfficeCleaning {
  /// The file without them; nil if there are none, or if it cannot be done without touching more: in files with a signature, a
  /// password, or of another form.
  ///
  /// - Parameter bytes: of a Word, Excel or PowerPoint file of today, a JPEG or a PNG.
  package static func cleaned(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count <= OfficeReader.mostBytes else { return nil }
    if let sort = PictureSegments.sort(bytes) { return PictureCleaning.cleaned(bytes, sort) }
    return bytes.starts(with: "PK\u{3}\u{4}".utf8) ? cleanedPackage(bytes) : nil
  }

  private static func cleanedPackage(_ bytes: [UInt8]) -> [UInt8]? {
    guard var package = try? OfficePackage(bytes), let sort = package.sort, sort != .ofd,
      !package.archive.entries.contains(where: { $0.isEncrypted || $0.name.hasPrefix("_xmlsignatures/") })
    else { return nil }
    var texts: [String: [UInt8]] = [:]
    for name in OfficeProperties.parts {
      guard package.archive.entry(name) != nil else { continue }
      guard let text = try? package.bytes(name), let blank = PropertyBlanking.blanked(text) else { return nil }
      if blank != text { texts[name] = blank }
    }
    return texts.isEmpty ? nil : try? package.archive.replacing(texts)
  }
}
