import Base
import Yams

/// Converts the parser's nodes to our values.
struct YAMLConverter {
  let text: YAMLText
  /// Nodes still allowed: without aliases there are never more nodes than bytes.
  private var budget: Int
  /// Whether aliases expand to more nodes than the text can contain.
  var isExhausted: Bool { budget < 0 }
  /// Where anchors (`&name`) and tags (`!name`) stand: what YAML has for programs and nobody means in a text.
  private(set) var properties: Set<Int> = []

  /// Characters that nobody can see and that an escape (`"\u202E"`) brought into a value; they are left out.
  private(set) var escaped: [(place: Range<Int>, fault: CharacterFault, scalar: UInt32)] = []

  init(text: YAMLText) {
    self.text = text
    budget = text.range.count * 2 + 16
  }

  mutating func value(of node: Node) -> YAMLValue {
    budget -= 1
    let start = node.mark.map { text.offset(line: $0.line, column: $0.column) } ?? text.range.lowerBound
    guard budget >= 0 else { return YAMLValue(place: start..<start, content: .empty) }
    if start < text.range.upperBound, [0x26, 0x21].contains(text.bytes[start]) { properties.insert(start) }
    switch node {
    case .scalar(let scalar):
      var written = scalar.string
      let end = end(of: scalar.style, written, from: start)
      let isPlain = scalar.style == .plain || scalar.style == .any
      if isPlain && ["", "~", "null"].contains(scalar.string) {
        return YAMLValue(place: start..<end, content: .empty)
      }
      if scalar.style == .doubleQuoted, let (fault, code) = CharacterFault.inName(written) {
        escaped.append((start..<end, fault, code))
        written.unicodeScalars.removeAll { CharacterFault.inName(String($0)) != nil }
      }
      let lines = text.lines(of: written, scalar.style, from: start)
      return YAMLValue(
        place: start..<end, content: .text(YAMLText.joined(lines)), lines: isPlain && lines.count > 1 ? lines : [])
    case .sequence(let sequence):
      let values = sequence.map { value(of: $0) }
      let end = closing(0x5D, after: max(values.last?.place.upperBound ?? 0, start + 1), opened: 0x5B, at: start)
      return YAMLValue(place: start..<end, content: .list(values))
    case .mapping(let mapping):
      let entries = merged(mapping.map { entry(key: $0.key, value: $0.value) })
      let end = closing(0x7D, after: max(entries.last?.value.place.upperBound ?? 0, start + 1), opened: 0x7B, at: start)
      return YAMLValue(place: start..<end, content: .mapping(entries))
    case .alias:
      return YAMLValue(place: start..<start, content: .empty)
    }
  }

  /// Takes in the entries of `<<: *name`, so that what is missing without them is not reported as well.
  private func merged(_ entries: [YAMLEntry]) -> [YAMLEntry] {
    guard entries.contains(where: { $0.key == "<<" }) else { return entries }
    let own = entries.filter { $0.key != "<<" }
    let taken = Set(own.map(\.key))
    return own + entries.filter { $0.key == "<<" }.flatMap { $0.value.entries ?? [] }.filter { !taken.contains($0.key) }
  }

  private mutating func entry(key: Node, value: Node) -> YAMLEntry {
    let keyValue = self.value(of: key)
    let name: String =
      if case .text(let text) = keyValue.content { text } else { "" }
    return YAMLEntry(key: name, place: keyValue.place, value: self.value(of: value))
  }

  /// The byte after a scalar; for a block scalar, the end of its first line.
  private func end(of style: Node.Scalar.Style, _ written: String, from start: Int) -> Int {
    let bytes = text.bytes
    let limit = text.range.upperBound
    switch style {
    case .doubleQuoted, .singleQuoted:
      return quotedEnd(from: start)
    case .plain, .any:
      let length = written.utf8.count
      if start + length <= limit, bytes[start..<(start + length)].elementsEqual(written.utf8) {
        return start + length
      }
      return lineEnd(from: start)
    case .literal, .folded:
      return lineEnd(from: start)
    }
  }

  /// The byte after the closing quote of the scalar that begins at `start`.
  private func quotedEnd(from start: Int) -> Int {
    let bytes = text.bytes
    let limit = text.range.upperBound
    var index = start + 1
    while index < limit {
      if bytes[index] == 0x5C && bytes[start] == 0x22 {
        index += 1
      } else if bytes[index] == bytes[start] {
        let isDoubled = bytes[start] == 0x27 && index + 1 < limit && bytes[index + 1] == 0x27
        guard isDoubled else { return index + 1 }
        index += 1
      }
      index += 1
    }
    return limit
  }

  /// The byte after a flow collection's closing bracket; for a block collection, the end of its last value.
  private func closing(_ bracket: UInt8, after last: Int, opened: UInt8, at start: Int) -> Int {
    let bytes = text.bytes
    let limit = text.range.upperBound
    guard start < limit, bytes[start] == opened else { return max(last, start) }
    let close = bytes[min(last, limit)..<limit].firstIndex(of: bracket)
    return close.map { $0 + 1 } ?? lineEnd(from: start)
  }

  private func lineEnd(from start: Int) -> Int {
    let limit = text.range.upperBound
    guard start < limit else { return limit }
    return text.bytes[start..<limit].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? limit
  }
}
