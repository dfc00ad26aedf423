import Base
import Manuscripts

/// Names for the pictures of a manuscript, beside the text that shows them.
struct PictureNames {
  private let pictures: [ManuscriptPicture]
  private var names: [Int: String] = [:]
  private var taken: [String: Int] = [:]
  /// The pictures that have been asked for, with their names.
  private(set) var used: [ManuscriptPicture] = []

  init(_ pictures: [ManuscriptPicture]) { self.pictures = pictures }

  /// What browsers show, by the endings of their names.
  private static let shown: Set<String> = ["png", "jpg", "jpeg", "gif", "webp", "avif", "bmp", "svg"]

  /// The name of a picture; nil if no browser shows it.
  mutating func name(of index: Int) -> String? {
    if let name = names[index] { return name }
    let picture = pictures[index]
    let ending = picture.name.fileExtension.lowercased()
    guard Self.shown.contains(ending) else { return nil }
    var name = Self.isPlain(picture.name) ? picture.name : "image-\(index + 1).\(ending)"
    if let same = taken[name] {
      if pictures[same].bytes == picture.bytes { return name }
      name = "image-\(index + 1).\(ending)"
    }
    (names[index], taken[name]) = (name, index)
    used.append(ManuscriptPicture(name: name, bytes: picture.bytes, description: picture.description))
    return name
  }

  /// Whether a name needs no thought in a link.
  private static func isPlain(_ name: String) -> Bool {
    name.utf8.count <= 64 && !name.hasPrefix(".")
      && name.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E
      }
  }
}
