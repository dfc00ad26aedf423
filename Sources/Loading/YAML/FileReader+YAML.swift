import Base
import Documents
private import Yams

// Parses the file's YAML.
extension FileReader {
  /// Parses bytes of the file as YAML; if it returns nil, a finding says why.
  ///
  /// The usual slips are all reported before and read as they were meant, so that the parser, which stops at the first,
  /// gets to the end, and one mistake is one finding.
  mutating func readYAML(_ range: Range<Int>) -> YAMLValue? {
    for slip in YAMLSlips(source.bytes, range).found {
      add(slip.kind.rule, at: slip.place, slip.kind.message, cures: slip.kind.cures(meaning: slip.correction.text))
      corrections.append(slip.correction)
      // What is in quotation marks now may be anything: only the slip is certain.
      if slip.kind.isAboutWholeValue {
        hasUncertainValues = true
        explain(source.bytes.line(at: slip.place.lowerBound))
      }
    }
    let text = YAMLText(source: source, range: range, corrections: corrections)
    do {
      guard let root = try compose(yaml: text.text, .basic, .default, .utf8) else {
        return YAMLValue(place: range.lowerBound..<range.lowerBound, content: .mapping([]))
      }
      var converter = YAMLConverter(text: text)
      let value = text.inFile(converter.value(of: root))
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

  /// Reports a duplicate key in a mapping. The parser stops there and gives only the first place; the others are found
  /// by searching the text.
  private mutating func report(repeated key: String, at offset: Int, in text: YAMLText) {
    let first = text.place(of: key, at: offset) ?? offset..<offset + 1
    let repeats = text.repeats(of: key, from: offset)
    let isMany = CommonField(word: key)?.isMany ?? false
    for place in repeats.isEmpty ? [first] : repeats {
      add(
        "duplicate-key", at: text.inFile(place), "“\(key)”写了两次",
        cures: [isMany ? "有几项的写成一个列表：\(key): [甲, 乙]" : "只保留一处"],
        related: place == first ? [] : [(text.inFile(first), "第一处")])
    }
  }
}
