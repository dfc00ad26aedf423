import Base
import OfficeFiles

/// The words in the part of a chart or of SmartArt, each once.
struct ObjectText: XMLHandler {
  private(set) var words: [String] = []
  private var seen: Set<String> = []
  private var text: [UInt8] = []
  private var isText = false

  /// More is not needed to know what it is.
  private static let mostWords = 200

  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    isText = name == "a:t" || name == "v"
    text.removeAll(keepingCapacity: true)
  }

  mutating func end(_ name: String) {
    guard isText else { return }
    isText = false
    let word = text.withUnsafeBufferPointer(\.string).trimmed
    if !word.isEmpty, words.count < Self.mostWords, seen.insert(word).inserted { words.append(word) }
  }

  mutating func text(_ text: Bytes) { if isText { self.text += text } }
}
