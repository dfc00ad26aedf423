import Base

/// What a picture says beside what it shows: where it was taken, and by whom.
struct PictureProperties {
  private(set) var people: [String] = []
  private(set) var hasPosition = false
  private(set) var orientation: Int?

  private static let exifMark = Array("Exif\0\0".utf8)

  init(_ bytes: [UInt8], _ sort: PictureSegments.Sort) {
    for segment in PictureSegments.all(of: bytes, sort) {
      let body = bytes[segment.body]
      switch segment.name {
      case "E1" where body.starts(with: Self.exifMark): add(EXIF(body.dropFirst(Self.exifMark.count)))
      case "eXIf": add(EXIF(body))
      case "EXIF": add(EXIF(body.starts(with: Self.exifMark) ? body.dropFirst(Self.exifMark.count) : body))
      case "E1", "iTXt", "XMP ":
        // XMP has its position as text.
        hasPosition = hasPosition || body.withUnsafeBufferPointer { $0.contains(word: "GPSLatitude") }
      case "tEXt":
        let parts = body.split(separator: 0, maxSplits: 1)
        if parts.count == 2, String(decoding: parts[0], as: UTF8.self) == "Author" {
          people.append(String(decoding: parts[1].prefix(256), as: UTF8.self))
        }
      default: break
      }
    }
  }

  private mutating func add(_ exif: EXIF?) {
    guard let exif else { return }
    people += exif.people
    hasPosition = hasPosition || exif.hasPosition
    orientation = orientation ?? exif.orientation
  }

  /// As what is found in a file.
  var content: OfficeContent {
    var content = OfficeContent()
    for name in people { content.note(.author, name: name) }
    if hasPosition { content.note(.position) }
    return content
  }
}
