import Base

/// Takes the comments of a sheet, of either form.
struct SheetComments: OfficePartReader {
  var content = OfficeContent()
  private let name: String
  private var authors: [String] = []
  private var text: [UInt8] = []
  private var (isAuthor, isText) = (false, false)

  init(_ name: String) { self.name = name }

  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "x:author":
      isAuthor = true
      text = []
    case "x:comment", "tc:threadedComment":
      text = []
      let author = attributes["authorId"].flatMap { Int(written: $0) }
      let person = author.flatMap { authors.indices.contains($0) ? authors[$0] : nil }
      let place = attributes["ref"].flatMap(OfficePlace.address)
      content.note(
        .comment, at: place.map { .cell(sheet: self.name, row: $0.row, column: $0.column) } ?? .sheet(self.name),
        name: person)
    case "x:t", "tc:text": isText = true
    default: break
    }
  }

  mutating func end(_ name: String) {
    switch name {
    case "x:author":
      authors.append(text.withUnsafeBufferPointer(\.string))
      isAuthor = false
    case "x:comment", "tc:threadedComment": content.add(text.withUnsafeBufferPointer(\.string), at: .comment)
    case "x:t", "tc:text": isText = false
    default: break
    }
  }

  mutating func text(_ text: Bytes) { if isAuthor || isText { self.text += text } }
}
