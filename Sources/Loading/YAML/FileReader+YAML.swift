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
      add(
        slip.kind.rule, at: slip.place, slip.kind.message, cures: slip.kind.cures(meaning: slip.correction.text),
        edits: slip.kind.isAboutWholeValue ? [] : [edit(slip.correction.place, slip.correction.text)])
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
      report(converter.properties.sorted(), in: text)
      for (place, fault, scalar) in converter.escaped {
        let wording = fault.wording([scalar])
        add(fault.rule, at: text.inFile(place), "这个值里有\(wording.message)", cures: wording.cures)
      }
      if !converter.isExhausted { return value }
    } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
      report(
        repeated: keys.first ?? "", at: text.offset(line: context.mark.line, column: context.mark.column), in: text)
    } catch {
      report(YAMLProblem(error, in: text), in: text)
    }
    return nil
  }

  /// Reports the first anchor with the aliases that use it, and the tags. They are read as YAML has them, so that nothing that
  /// depends on them is reported as well.
  private mutating func report(_ properties: [Int], in text: YAMLText) {
    let anchors = properties.filter { text.bytes[$0] == UInt8(ascii: "&") }
    for offset in properties where offset == anchors.first || text.bytes[offset] != UInt8(ascii: "&") {
      let end = text.bytes[offset..<text.range.upperBound].firstIndex { " \t\r\n,[]{}".utf8.contains($0) }
      let place = offset..<(end ?? text.range.upperBound)
      let written = String(decoding: text.bytes[place], as: UTF8.self)
      guard offset == anchors.first else {
        add(
          "yaml-syntax", at: text.inFile(place), "“\(written)”以“!”开头，YAML 当作类型标记，不会显示", cures: ["给整个值加上引号"])
        continue
      }
      let alias = "*" + written.dropFirst()
      let count = anchors.count > 1 ? "，共 \(anchors.count) 处" : ""
      add(
        "yaml-syntax", at: text.inFile(place), "“\(written)”是 YAML 的锚点，不能使用\(count)；引用它的“\(alias)”和“<<”也不能使用",
        cures: ["删去“\(written)”，把“\(alias)”换成内容本身；是文字的，给整个值加上引号"],
        related: text.places(ofAlias: alias).prefix(3).map { (text.inFile($0), "引用在这里") })
    }
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
