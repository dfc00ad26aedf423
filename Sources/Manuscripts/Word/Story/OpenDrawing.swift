import OfficeFiles

/// A drawing, an old picture or an embedded object that is being read.
struct OpenDrawing {
  var isObject = false
  /// Whether it lies over or under the text, which runs on as if it were not there.
  var isOverlay = false
  var name = ""
  var description = ""
  /// Relations of the picture that was named last, and not taken yet.
  var image: String?
  var link: String?
  /// What it is if not a picture: the program of an object, a chart.
  var sort: String?
  /// The relation to the part that has its text.
  var part: String?
  /// Text that it says without paragraphs.
  var text = ""

  /// Takes in an element inside it. Names without prefix are of namespaces that only drawings have.
  mutating func take(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "docPr", "cNvPr":
      self.name = self.name.isEmpty ? attributes["name"] ?? "" : self.name
      description =
        [attributes["descr"], attributes["title"], description].compactMap { $0 }.first { !$0.isEmpty } ?? ""
    case "wrapNone": isOverlay = true
    case "shape", "rect", "group":
      if let style = attributes["style"], style.contains("position:absolute") { isOverlay = true }
      description = [description, attributes["alt"] ?? ""].first { !$0.isEmpty } ?? ""
    case "wrap": if attributes["type"] != nil, attributes["type"] != "none" { isOverlay = false }
    case "a:blip":
      image = attributes.prefixed("embed")
      link = attributes.prefixed("link")
    case "imagedata":
      image = attributes.prefixed("id")
      link = image == nil ? attributes.prefixed("href") : nil
      description = [description, attributes["title"] ?? ""].first { !$0.isEmpty } ?? ""
    case "OLEObject": sort = attributes["ProgID"] ?? "嵌入的文件"
    case "w:control": sort = attributes["name"] ?? "控件"
    case "chart": (sort, part) = ("图表", attributes.prefixed("id"))
    case "relIds": (sort, part) = ("SmartArt", attributes.prefixed("dm"))
    case "textpath": text += attributes["string"] ?? ""
    default: break
    }
  }
}

/// A picture where it stands.
struct PlacedPicture {
  var picture: ManuscriptPicture
  /// The part that has it.
  var part: String
}

/// A picture of a part, by the relation that leads to it.
enum WordImage {
  case picture(ManuscriptPicture)
  /// A form that no browser shows, or one that is not there: its name.
  case unseen(String)

  /// What a picture is called or said to be when it is a seal.
  static func isSeal(_ text: String) -> Bool {
    ["印章", "公章", "签章", "图章", "seal", "Seal"].contains { text.contains($0) }
  }

  /// By the first bytes: what every browser shows.
  static func isShown(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) || bytes.starts(with: [0xFF, 0xD8, 0xFF])
      || bytes.starts(with: "GIF8".utf8)
      || bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WEBP".utf8)
  }
}
