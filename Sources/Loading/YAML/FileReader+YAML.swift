import Base
private import Yams

// The YAML of the file.
extension FileReader {
  /// Parses bytes of the file as YAML; findings say why when there is no value.
  mutating func readYAML(_ range: Range<Int>) -> YAMLValue? {
    let text = YAMLText(source: source, range: range)
    do {
      guard let root = try compose(yaml: text.text, .basic, .default, .utf8) else {
        return YAMLValue(place: range.lowerBound..<range.lowerBound, content: .mapping([]))
      }
      var converter = YAMLConverter(text: text)
      let value = converter.value(of: root)
      if !converter.isExhausted { return value }
      add("yaml-syntax", at: value.place, "别名（* 和 &）展开后过大", cures: ["不使用别名，直接写出内容"])
    } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
      report(
        repeated: keys.first ?? "", at: text.offset(line: context.mark.line, column: context.mark.column), in: text)
    } catch {
      report(YAMLProblem(error, in: text), in: text)
    }
    return nil
  }

  /// A key that stands more than once in its mapping. The parser goes no further than that mapping and gives the first
  /// place only; where the others are, the text has to tell.
  private mutating func report(repeated key: String, at offset: Int, in text: YAMLText) {
    let first = text.place(of: key, at: offset) ?? offset..<offset + 1
    let repeats = text.repeats(of: key, from: offset)
    for place in repeats.isEmpty ? [first] : repeats {
      add(
        "duplicate-key", at: place, "“\(key)”写了两次", cures: ["只保留一处"], related: place == first ? [] : [(first, "第一处")])
    }
  }
}
