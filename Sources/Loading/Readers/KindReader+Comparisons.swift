import Base
import Documents

// Days and numbers of a record that must be in an order: `notBefore`, `atMost`.
extension KindReader {
  /// A field that another one is compared with.
  struct ComparedField {
    let key: String
    let place: Range<Int>
    let type: FieldType
    /// The word that says so.
    let word: String
  }

  /// Reads which day a day must not precede, and which number a number must not exceed.
  mutating func readComparisons(_ draft: Draft, _ field: inout Field) {
    field.notBefore = comparedKey("notBefore", "notBefore（不早于）", draft, field, .date)
    field.atMost = comparedKey("atMost", "atMost（不多于）", draft, field, .number)
  }

  private mutating func comparedKey(
    _ word: String, _ label: String, _ draft: Draft, _ field: Field, _ type: FieldType
  ) -> String? {
    guard let value = draft[word], let key = file.text(value, label) else { return nil }
    guard field.type == type, !field.isMany, key != field.key else {
      file.add(
        "fixed-field", at: value.place, "只有 \(type.rawValue) 可以写 \(label)，对另一个字段写", cures: ["删去 \(word)"])
      return nil
    }
    comparedFields.append(ComparedField(key: key, place: value.place, type: type, word: label))
    return key
  }

  /// Reports fields that others cannot be compared with; all fields must have been read.
  mutating func checkComparedFields(_ fields: [Field]) {
    for compared in comparedFields {
      let known = Self.comparable(compared.type, in: fields)
      guard !known.contains(compared.key) else { continue }
      file.add(
        "wrong-choice", at: compared.place, "\(compared.word)不能是“\(compared.key)”：没有这个 \(compared.type.rawValue) 字段",
        cures: NearMiss.cure(for: compared.key, among: known) + ["写同一类型里另一个字段的 key"])
    }
    // Those of the parent, of which this file says something else.
    for field in fields where fieldPlaces[field.key] == nil {
      for (key, type) in [(field.notBefore, FieldType.date), (field.atMost, .number)] {
        guard let key, let place = fieldPlaces[key], !Self.comparable(type, in: fields).contains(key) else { continue }
        file.add(
          "wrong-choice", at: place, "“\(key)”在这里不是 \(type.rawValue) 字段，继承来的“\(field.label)”（\(field.key)）要和它比较",
          cures: ["type 写 \(type.rawValue)；确实要改的，把 \(field.key) 也写在这里，不写和它的比较"])
      }
    }
  }

  /// Keys of the fields that one of a type can be compared with.
  private static func comparable(_ type: FieldType, in fields: [Field]) -> [String] {
    fields.filter { $0.type == type && !$0.isMany && !$0.isInternal }.map(\.key)
      + CommonField.allCases.filter { $0.type == type }.map(\.rawValue)
  }
}
