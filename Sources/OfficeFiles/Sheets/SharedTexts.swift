import Base

/// The texts that the cells of a workbook share.
struct SharedTexts: XMLHandler {
  private(set) var texts: [String] = []
  private var text: [UInt8] = []
  private var (isText, phonetic) = (false, 0)

  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "x:si": text = []
    case "x:rPh": phonetic += 1
    case "x:t": isText = phonetic == 0
    default: break
    }
  }

  mutating func end(_ name: String) {
    switch name {
    case "x:si": texts.append(text.withUnsafeBufferPointer(\.string))
    case "x:rPh": phonetic -= 1
    case "x:t": isText = false
    default: break
    }
  }

  mutating func text(_ text: Bytes) { if isText { self.text += text } }
}
