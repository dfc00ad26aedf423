import Base

/// Takes the paragraphs of a slide, or of the notes beside it.
struct SlideText: OfficePartReader {
  var content = OfficeContent()
  private(set) var isHidden = false
  /// Whether there is any.
  private(set) var hasText = false
  private let place: OfficePlace
  private var paragraphs: [[UInt8]] = []
  /// Open fields: the number of the page, the date.
  private var (fields, passedOver, isText) = (0, 0, false)

  init(at place: OfficePlace) { self.place = place }

  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "mc:Fallback": passedOver += 1
    case "p:sld": isHidden = attributes["show"].map { ["0", "false"].contains($0) } ?? false
    case "a:p": paragraphs.append([])
    case "a:fld": fields += 1
    case "a:t": isText = fields == 0 && passedOver == 0
    case "a:br": if !paragraphs.isEmpty { paragraphs[paragraphs.count - 1].append(0x0A) }
    default: break
    }
  }

  mutating func end(_ name: String) {
    switch name {
    case "mc:Fallback": passedOver -= 1
    case "a:p":
      guard let text = paragraphs.popLast()?.withUnsafeBufferPointer(\.string), !text.trimmed.isEmpty else { return }
      hasText = true
      content.add(text, at: place, isShown: !isHidden)
    case "a:fld": fields -= 1
    case "a:t": isText = false
    default: break
    }
  }

  mutating func text(_ text: Bytes) {
    if isText, !paragraphs.isEmpty { paragraphs[paragraphs.count - 1] += text }
  }
}

/// Takes the comments on a slide, of either form.
struct SlideComments: OfficePartReader {
  var content = OfficeContent()
  private let place: OfficePlace
  private var text: [UInt8] = []
  private var isText = false

  init(at place: OfficePlace) { self.place = place }

  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "p:cm", "p188:cm":
      text = []
      content.note(.comment, at: place)
    case "p:text", "a:t": isText = true
    default: break
    }
  }

  mutating func end(_ name: String) {
    switch name {
    case "p:cm", "p188:cm": content.add(text.withUnsafeBufferPointer(\.string), at: .comment)
    case "p:text", "a:t": isText = false
    default: break
    }
  }

  mutating func text(_ text: Bytes) { if isText { self.text += text } }
}

/// The slides of a presentation in their order, by the ids of their relations.
struct SlideList: XMLHandler {
  private(set) var ids: [String] = []

  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    // It has an id of its own, too.
    if name == "p:sldId", let id = attributes.prefixed("id") { ids.append(id) }
  }

  mutating func end(_ name: String) {}
  mutating func text(_ text: Bytes) {}
}
