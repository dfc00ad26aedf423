import Base
import Documents

// Fields and table columns that the program knows by key.
extension KindReader {
  /// Reads whether a field says how to take part (参与途径).
  mutating func readChannel(_ draft: Draft, _ field: inout Field) {
    guard let value = draft["channel"], let isChannel = file.boolean(value, "channel（参与途径）") else { return }
    if isChannel, !field.type.isLine {
      file.add(
        "fixed-field", at: value.place, "类型 \(field.type.rawValue) 不能作为参与途径",
        cures: ["删去 channel，或者把 type 改为 text 或 link"])
    } else {
      field.isChannel = isChannel
    }
  }

  /// Warns of a known field that the program cannot use.
  mutating func checkKnown(_ field: Field, _ draft: Draft, at place: Range<Int>) {
    guard let known = KnownField(rawValue: field.key) else { return }
    checkKnown(field.key, field.type, known.types, at: draft["type"]?.place ?? place)
    guard field.isMany, !known.takesMany else { return }
    file.add(
      "known-field", .warning, at: draft["many"]?.place, "“\(field.key)”只能有一个值，可以写几个的不按它处理",
      cures: ["删去 many；只是同名、含义不同的，换一个 key"])
  }

  /// Warns of a known key with a type that the program cannot use.
  mutating func checkKnown(_ key: String, _ type: FieldType, _ types: [FieldType], at place: Range<Int>) {
    guard let usual = types.first, !types.contains(type) else { return }
    file.add(
      "known-field", .warning, at: place, "“\(key)”的类型应为 \(usual.rawValue)，写 \(type.rawValue) 的不按它处理",
      cures: ["把 type 改为 \(usual.rawValue)；只是同名、含义不同的，换一个 key"])
  }
}
