import Base
private import Yams

extension Findings {
  /// Parses YAML; findings say why when there is no value.
  ///
  /// - Parameters:
  ///   - range: Bytes of the file that are YAML.
  ///   - quotedMarkers: Offsets of `---` lines that are part of a quoted value.
  mutating func readYAML(_ range: Range<Int>, quotedMarkers: [Int] = []) -> YAMLValue? {
    var text = YAMLText(source: source, range: range)
    text.disguise(at: quotedMarkers)
    // Each round disguises the repeated keys of one mapping more.
    for _ in 0..<20 {
      do {
        guard let root = try compose(yaml: text.text, .basic, .default, .utf8) else {
          return YAMLValue(place: range.lowerBound..<range.lowerBound, content: .mapping([]))
        }
        var converter = YAMLConverter(text: text)
        let value = converter.value(of: root)
        if converter.isExhausted {
          add("yaml-syntax", at: value.place, "别名（* 和 &）展开后过大", cures: ["不使用别名，直接写出内容"])
          return nil
        }
        if text.hidesKeys { reportDuplicates(in: value) }
        return value
      } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
        let places = duplicates.flatMap(text.occurrences(ofKey:))
        let before = text.text
        text.disguise(keys: places)
        if text.text == before {
          let offset = text.offset(line: context.mark.line, column: context.mark.column)
          add("duplicate-key", at: offset..<(offset + 1), "有重复的键", cures: ["同一个键只写一次"])
          return nil
        }
      } catch {
        report(YAMLProblem(error, in: text), in: text)
        return nil
      }
    }
    add("duplicate-key", at: range.lowerBound..<(range.lowerBound + 1), "重复的键过多", cures: ["同一个键只写一次"])
    return nil
  }

  /// Every key that stands in its mapping already, at any depth.
  private mutating func reportDuplicates(in value: YAMLValue) {
    switch value.content {
    case .list(let values): for value in values { reportDuplicates(in: value) }
    case .mapping(let entries):
      var first: [String: Range<Int>] = [:]
      for entry in entries {
        if let earlier = first[entry.key] {
          add(
            "duplicate-key", at: entry.place, "“\(entry.key)”写了两次", cures: ["只保留一处"], related: [(earlier, "第一处")])
        } else {
          first[entry.key] = entry.place
        }
        reportDuplicates(in: entry.value)
      }
    default: break
    }
  }
}

/// Turns the parser's nodes into our values.
private struct YAMLConverter {
  let text: YAMLText
  /// Nodes that may still come: without aliases there are never more nodes than bytes.
  private var budget: Int
  /// Whether aliases made the value larger than its text.
  var isExhausted: Bool { budget < 0 }

  init(text: YAMLText) {
    self.text = text
    budget = text.range.count * 2 + 16
  }

  mutating func value(of node: Node) -> YAMLValue {
    budget -= 1
    let start = node.mark.map { text.offset(line: $0.line, column: $0.column) } ?? text.range.lowerBound
    guard budget >= 0 else { return YAMLValue(place: start..<start, content: .empty) }
    switch node {
    case .scalar(let scalar):
      let written = text.restored(scalar.string)
      let end = end(of: scalar.style, written, from: start)
      let isPlain = scalar.style == .plain || scalar.style == .any
      if isPlain && ["", "~", "null"].contains(scalar.string) {
        return YAMLValue(place: start..<end, content: .empty)
      }
      return YAMLValue(place: start..<end, content: .text(written))
    case .sequence(let sequence):
      let values = sequence.map { value(of: $0) }
      let end = closing(0x5D, after: values.last?.place.upperBound ?? start + 1, opened: 0x5B, at: start)
      return YAMLValue(place: start..<end, content: .list(values))
    case .mapping(let mapping):
      let entries = mapping.map { entry(key: $0.key, value: $0.value) }
      let end = closing(0x7D, after: entries.last?.value.place.upperBound ?? start + 1, opened: 0x7B, at: start)
      return YAMLValue(place: start..<end, content: .mapping(entries))
    case .alias:
      return YAMLValue(place: start..<start, content: .empty)
    }
  }

  private mutating func entry(key: Node, value: Node) -> YAMLEntry {
    let keyValue = self.value(of: key)
    let name: String =
      if case .text(let text) = keyValue.content { text } else { "" }
    return YAMLEntry(key: name, place: keyValue.place, value: self.value(of: value))
  }

  /// The byte after a scalar; of a block value the end of its first line.
  private func end(of style: Node.Scalar.Style, _ written: String, from start: Int) -> Int {
    let bytes = text.source.bytes
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
    let bytes = text.source.bytes
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

  /// The byte after a flow collection's closing bracket; of a block collection the end of its last value.
  private func closing(_ bracket: UInt8, after last: Int, opened: UInt8, at start: Int) -> Int {
    let bytes = text.source.bytes
    let limit = text.range.upperBound
    guard start < limit, bytes[start] == opened else { return max(last, start) }
    let close = bytes[min(last, limit)..<limit].firstIndex(of: bracket)
    return close.map { $0 + 1 } ?? lineEnd(from: start)
  }

  private func lineEnd(from start: Int) -> Int {
    let limit = text.range.upperBound
    guard start < limit else { return limit }
    return text.source.bytes[start..<limit].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? limit
  }
}
