import Base
private import Yams

extension FileReader {
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
