import Base

/// Empties the elements of a part with properties that name people or their organization.
enum PropertyBlanking {
  /// The part with those elements empty, equal to it if they are; nil if it cannot be followed.
  static func blanked(_ text: [UInt8]) -> [UInt8]? {
    var out: [UInt8] = []
    var index = 0
    while let start = text[index...].firstIndex(of: 0x3C) {
      guard let end = text[start...].firstIndex(of: 0x3E) else { return nil }
      out += text[index...end]
      index = end + 1
      guard isNaming(text[(start + 1)..<end]) else { continue }
      guard let close = text[index...].firstRange(of: Array("</".utf8)) else { return nil }
      index = close.lowerBound
    }
    out += text[index...]
    // By the same reader that finds them: whatever trick a file plays, the result has none.
    var (before, after) = (OfficeProperties(), OfficeProperties())
    guard (try? XMLReader.read(text, into: &before)) != nil, (try? XMLReader.read(out, into: &after)) != nil,
      after.people.isEmpty, after.company == nil
    else { return nil }
    return before.people.isEmpty && before.company == nil ? text : out
  }

  /// Whether a tag opens such an element: `dc:creator`, `Company`.
  private static func isNaming(_ tag: ArraySlice<UInt8>) -> Bool {
    guard tag.first != 0x2F, tag.last != 0x2F else { return false }
    let name = String(decoding: tag.prefix { $0 > 0x20 }, as: UTF8.self)
    return ["creator", "lastModifiedBy", "Manager", "Company"].contains(name.split(separator: ":").last ?? "")
  }
}
