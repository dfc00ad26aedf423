import Base
import Documents

/// A line in the words of another system.
struct MappedLine {
  let map: FieldMap

  /// The line that stands for one of ours.
  func members(_ line: [JSONValue.Member]) -> [JSONValue.Member] {
    map.fields.map { .init($0.name, value($0, .object(line))) }
  }

  private func value(_ field: FieldMap.Entry, _ line: JSONValue) -> JSONValue {
    let found: [String] =
      switch field.source {
      case .constant(let text): [text]
      case .member(let path): Self.texts(line, path[...]).map { form($0, field) }
      }
    let values = found.map { field.choices.isEmpty ? $0 : field.choices[$0] ?? field.otherwise ?? $0 }
    if field.isList { return .strings(values.isEmpty ? [field.otherwise].compactMap(\.self) : values) }
    return .optional(values.isEmpty ? field.otherwise : values.joined(separator: field.separator))
  }

  private func form(_ text: String, _ field: FieldMap.Entry) -> String {
    guard let form = field.dateForm, case .success(let moment) = Moment.parse(text) else { return text }
    return moment.written(form)
  }

  /// The texts of a member; of a document or a file, its title.
  private static func texts(_ value: JSONValue, _ path: ArraySlice<String>) -> [String] {
    switch value {
    case .string(let text): path.isEmpty ? [text] : []
    case .integer(let number): [String(number)]
    case .boolean(let flag): [flag ? "是" : "否"]
    case .null: []
    case .array(let values): values.flatMap { texts($0, path) }
    case .object: value[path.first ?? "title"].map { texts($0, path.dropFirst()) } ?? []
    }
  }
}

extension Moment {
  /// Written in one of the forms that a field map may name: four letters for the year, two or one for the others.
  func written(_ form: String) -> String {
    func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    let minutes = minute ?? 0
    return form.replacing("yyyy", with: String(day.iso.prefix(4))).replacing("MM", with: padded(day.month))
      .replacing("dd", with: padded(day.day)).replacing("HH", with: padded(minutes / 60))
      .replacing("mm", with: padded(minutes % 60)).replacing("ss", with: "00").replacing("M", with: String(day.month))
      .replacing("d", with: String(day.day))
  }
}
