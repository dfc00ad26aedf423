package import Base

/// The texts that the cells of a workbook share.
package struct SharedTexts: XMLHandler {
  package private(set) var texts: [String] = []
  private var text: [UInt8] = []
  private var (isText, phonetic) = (false, 0)

  /// Nothing read yet.
  package init() {}

  package mutating func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "x:si": text = []
    case "x:rPh": phonetic += 1
    case "x:t": isText = phonetic == 0
    default: break
    }
  }

  package mutating func end(_ name: String) {
    switch name {
    case "x:si": texts.append(text.withUnsafeBufferPointer(\.string))
    case "x:rPh": phonetic -= 1
    case "x:t": isText = false
    default: break
    }
  }

  package mutating func text(_ text: Bytes) { if isText { self.text += text } }
}
