import Base
import OfficeFiles

extension WordStory {
  mutating func refer(_ kind: NoteKind, _ attributes: XMLAttributes) {
    guard let id = attributes["id"], let last = paragraphs.indices.last, places.part == .body, isSeen() else {
      return
    }
    isMark = attributes.isOn("customMarkFollows")
    references.append(
      Reference(kind: kind, id: id, section: sections.count, mark: isMark ? "" : nil, place: place))
    paragraphs[last].add(.note(references.count - 1))
  }

  /// Takes the picture that the open drawing names.
  mutating func takePicture() {
    guard let drawing = drawings.last, drawing.image != nil || drawing.link != nil else { return }
    drawings[drawings.count - 1].image = nil
    drawings[drawings.count - 1].link = nil
    guard let last = paragraphs.indices.last, isSeen(drawing.name) else { return }
    fields.noteResult()
    guard let image = drawing.image.flatMap({ images[$0] }) else {
      let target = (drawing.link ?? drawing.image).flatMap { relations[$0] }?.target
      return findings.doubt(.picture, target ?? drawing.name, at: place)
    }
    switch image {
    case .unseen(let name): findings.doubt(.picture, name, at: place)
    case .picture(let picture):
      var placed = PlacedPicture(picture: picture, part: drawing.image.flatMap { relations[$0] }?.target ?? "")
      placed.picture.description = drawing.description
      // What it is called, too, may say that it is a seal.
      if drawing.isOverlay || WordImage.isSeal(drawing.description) || WordImage.isSeal(drawing.name) {
        if drawing.description.isEmpty, WordImage.isSeal(drawing.name) { placed.picture.description = drawing.name }
        paragraphs[last].overlays.append(placed)
      } else {
        paragraphs[last].add(.picture(index(of: placed)))
      }
    }
  }

  mutating func endDrawing() {
    guard let drawing = drawings.last else { return }
    if !drawing.isObject { takePicture() }
    drawings.removeLast()
    hasDrawing = true
    if places.part == .margin, !drawing.text.isEmpty { findings.leaveOut(.header, drawing.text, at: place) }
    let words = [drawing.sort ?? "", drawing.description, drawing.text].filter { !$0.isEmpty }
    guard drawing.isObject || drawing.sort != nil || !drawing.text.isEmpty, isSeen(drawing.name) else { return }
    findings.doubt(.object, words.joined(separator: " "), at: place)
    if let part = drawing.part.flatMap({ relations[$0] })?.target { objects.append((findings.doubts.count - 1, part)) }
  }
}
