import Base

/// What somebody left in a file and readers are not meant to see.
package struct OfficeTrace: Sendable, Hashable {
  /// What it is.
  package enum Kind: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// Changes that nobody has accepted or rejected.
    case revision
    case comment
    case hiddenText
    case hiddenSheet
    case hiddenRows
    case hiddenColumns
    case hiddenSlide
    case speakerNotes
    /// Links of a workbook to others, with their paths.
    case externalLink
    /// Names of people in the properties.
    case author
    /// Name of the organization in the properties.
    case company
    /// Where a picture was taken.
    case position
    /// A PDF restricts what readers may do with it.
    case protection
    /// A page of a PDF that is a picture, or blank.
    case pageWithoutText

    /// In the order above.
    package static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
  }

  package let kind: Kind
  /// The first place, if it has one.
  package private(set) var place: OfficePlace?
  package private(set) var count: Int
  /// Of their authors, or of what is hidden; at most three.
  package private(set) var names: [String]

  /// Memberwise.
  package init(kind: Kind, place: OfficePlace?, count: Int, names: [String]) {
    (self.kind, self.place, self.count, self.names) = (kind, place, count, names)
  }

  mutating func add(_ more: Int, at place: OfficePlace?, name: String?) {
    count += more
    self.place = self.place ?? place
    // Longer than any name; a message quotes it.
    guard let name = name.map({ String($0.trimmed.prefix(40)) }), !name.isEmpty, names.count < 3,
      !names.contains(name)
    else { return }
    names.append(name)
  }
}
