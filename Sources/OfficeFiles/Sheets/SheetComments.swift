package import Base

/// Takes the comments of a sheet, of either form.
package struct SheetComments: XMLHandler {
  package struct Comment: Sendable, Hashable {
    package let place: OfficePlace
    package let author: String?
    package fileprivate(set) var text = ""
  }

  package private(set) var comments: [Comment] = []
  private let name: String
  private var authors: [String] = []
  private var text: [UInt8] = []
  private var (isAuthor, isText) = (false, false)

  /// - Parameter name: Of the sheet.
  package init(_ name: String) { self.name = name }

  package mutating func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "x:author":
      isAuthor = true
      text = []
    case "x:comment", "tc:threadedComment":
      text = []
      let author = attributes["authorId"].flatMap { Int(written: $0) }
      let person = author.flatMap { authors.indices.contains($0) ? authors[$0] : nil }
      let place = attributes["ref"].flatMap(OfficePlace.address)
      comments.append(
        Comment(
          place: place.map { .cell(sheet: self.name, row: $0.row, column: $0.column) } ?? .sheet(self.name),
          author: person))
    case "x:t", "tc:text": isText = true
    default: break
    }
  }

  package mutating func end(_ name: String) {
    switch name {
    case "x:author":
      authors.append(text.withUnsafeBufferPointer(\.string))
      isAuthor = false
    case "x:comment", "tc:threadedComment":
      if !comments.isEmpty { comments[comments.count - 1].text = text.withUnsafeBufferPointer(\.string) }
    case "x:t", "tc:text": isText = false
    default: break
    }
  }

  package mutating func text(_ text: Bytes) { if isAuthor || isText { self.text += text } }
}

extension OfficePackage {
  /// The comments of a sheet.
  ///
  /// - Parameter part: The sheet's.
  package mutating func comments(of part: String, sheet: String) throws(OfficeFault) -> [SheetComments.Comment] {
    let relations = try relations(of: part)
    // Newer ones have their text in the older form, too, for older programs.
    let newer = relations.targets("threadedComment")
    var comments: [SheetComments.Comment] = []
    for part in newer.isEmpty ? relations.targets("comments") : newer {
      var reader = SheetComments(sheet)
      try readIfAny(part, into: &reader)
      comments += reader.comments
    }
    return comments
  }
}
