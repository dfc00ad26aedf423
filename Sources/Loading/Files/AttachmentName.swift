import Base

/// Names for files that come from somewhere else: with nothing in them that a page, a link or a disk would trip over.
package enum AttachmentName {
  /// The name that a file gets, and shows to readers; what was given is a name, a path of any system, or nothing sensible.
  package static func name(for given: String) -> String {
    let last = given.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    var scalars = String.UnicodeScalarView()
    for scalar in last.composed.unicodeScalars {
      if let plain = PlainIdeographs.plain(scalar.value) {
        scalars.append(plain)
      } else if CharacterFault.inName(String(scalar)) == nil, !refused.contains(scalar) {
        scalars.append(scalar.properties.isWhitespace ? " " : scalar)
      }
    }
    var name = String(scalars).split(separator: " ").joined(separator: " ")
    while let first = name.first, ".~ ".contains(first) { name.removeFirst() }
    while let last = name.last, ".~ ".contains(last) { name.removeLast() }
    let ending = name.fileExtension
    let stem = shortened(ending.isEmpty ? name : name.fileStem).trimmed
    return (stem.isEmpty ? "附件" : stem) + (ending.isEmpty ? "" : "." + ending)
  }

  /// The name with a number in front of its ending: 附件-2.docx.
  package static func name(_ name: String, number: Int) -> String {
    number < 2 ? name : "\(name.fileStem)-\(number)" + (name.fileExtension.isEmpty ? "" : "." + name.fileExtension)
  }

  /// What Windows does not allow in names, and what a link would need to escape.
  private static let refused: Set<Unicode.Scalar> = ["<", ">", ":", "\"", "|", "?", "*", "#", "%"]

  /// Disks know names of 255 bytes; a number and an ending must still fit.
  private static func shortened(_ text: String) -> String {
    var text = text
    while text.utf8.count > 180 { text.removeLast() }
    return text
  }
}
