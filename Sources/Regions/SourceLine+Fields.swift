import Base
import Documents
import Papers

// The fields of its kind, as ours or the other site's kind describes them.
extension SourceLine {
  func fillFields(of document: inout Document, _ kind: Kind) {
    guard case .object(let members)? = line["fields"] else { return }
    let types = Dictionary(kind.ownFields.map { ($0.key, $0.type) }, uniquingKeysWith: { first, _ in first })
    for member in members {
      guard let type = types[member.name] else { continue }
      document.fields[member.name] = value(member.value, type)
    }
  }

  /// Nil for what is no value of that type, and for tables, which are among the attachments.
  private func value(_ json: JSONValue, _ type: FieldType) -> FieldValue? {
    if case .array(let values) = json {
      let read = values.compactMap { value($0, type) }
      return read.isEmpty ? nil : .list(read)
    }
    switch type {
    case .text, .markdown, .choice, .period, .organization, .person: return json.text.map(FieldValue.text)
    case .number: return json.text.map(FieldValue.number)
    case .date: return Self.day(json.text).map(FieldValue.date)
    case .boolean: return json == true ? .boolean(true) : json == false ? .boolean(false) : nil
    case .link:
      guard let title = json["title"]?.text else { return nil }
      return json["url"]?.text?.asWebAddress.map { .link(title: title, url: $0) } ?? .text(title)
    case .file: return SourceFiles.attachment(json, source.id).map(FieldValue.file)
    case .reference: return target(json).map { .reference(Reference(target: $0)) }
    case .table: return nil
    }
  }
}

/// The files of a line: where they are, and those that its page lists.
struct SourceFiles {
  /// Its attachments, then its tables, which are read on the other site.
  let attachments: [Attachment]
  /// All of them, by their paths in Content/ below the id of the source.
  let byPath: [String: Provenance.File]

  init(_ line: JSONSlices, _ source: String) {
    var fields: [JSONValue] = []
    if case .object(let members)? = line["fields"] { fields = members.flatMap { $0.value.elements ?? [$0.value] } }
    let files = fields.filter { $0["file"] != nil && $0["url"] != nil }
    let tables = files.filter { $0["columns"] != nil }
    let listed = line["attachments"]?.elements ?? []
    let all = listed + files + (line["files"]?.elements ?? [])
    attachments = (listed + tables).compactMap { Self.attachment($0, source) }
    byPath = Dictionary(
      all.compactMap { json in
        guard let path = Self.path(json, source), let url = json["url"]?.text?.asWebAddress else { return nil }
        return (path, Provenance.File(url: url, sha256: json["sha256"]?.text))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// A file that a field names.
  static func attachment(_ json: JSONValue, _ source: String) -> Attachment? {
    guard let path = path(json, source), json["url"]?.text?.asWebAddress != nil else { return nil }
    return Attachment(
      title: json["title"]?.text ?? path.fileStem, path: path, byteCount: json["bytes"]?.number ?? 0)
  }

  private static func path(_ json: JSONValue, _ source: String) -> String? {
    json["file"]?.text.flatMap { $0.isContentPath ? source + "/" + $0 : nil }
  }
}
