import Base
import Disk
import Documents
import Loading
import SiteBuild

/// The front matter of a document as a form, and back.
extension DeskAPI {
  /// The fields of a document's kind with their values and what is wrong with them.
  func facts(_ path: String, _ day: CalendarDate?) async -> Answer {
    let (kind, form) = await form(of: path)
    let findings = await desk.site.findings(on: day).filter { $0.location.path == path }
    let labels = await desk.site.kinds.map(\.label)
    return answering { () throws(DeskFiles.Refusal) in
      let state = try desk.files.read(path)
      let text: FrontMatterText
      do throws(FrontMatterText.Refusal) {
        text = try FrontMatterText(SourceText(path: path, bytes: state.bytes), form: form)
      } catch { return .refused(422, error.message) }
      let entries = form.entries.map { entry -> JSONValue in
        var members = entry.members
        if entry.key == CommonField.kind.rawValue { members.append(.init("words", .strings(labels))) }
        members.append(.init("value", text.value(of: entry.key)))
        members.append(.init("findings", JSONReport.value(findings.filter { text.isAbout(entry, $0) })))
        return .object(members)
      }
      return .ok(
        .object([
          "path": .string(path), "stamp": .string(state.stamp), "kind": .string(kind.label),
          "entries": .array(entries),
        ]))
    }
  }

  /// Writes the values that were changed; the other lines stay. Where somebody else has written meanwhile, the values that are there
  /// now are shown.
  func writeFacts(_ value: JSONValue) async -> Answer {
    guard let path = value["path"]?.text, let stamp = value["stamp"]?.text, case .object(let members)? = value["values"]
    else { return .refused(400, "缺少 path、stamp 或者 values") }
    var changes: [String: FrontMatterValue?] = [:]
    for member in members {
      guard let written = FrontMatterValue.read(member.value) else { return .refused(400, "“\(member.name)”的值不对") }
      changes.updateValue(written.value, forKey: member.name)
    }
    let (_, form) = await form(of: path)
    if let unknown = changes.keys.first(where: { key in !form.entries.contains { $0.key == key } }) {
      return .refused(422, "“\(unknown)”不是这个类型的要素；类型可能刚改过，请重新打开")
    }
    return answering { () throws(DeskFiles.Refusal) in
      let state = try desk.files.read(path)
      do throws(FrontMatterText.Refusal) {
        let text = try FrontMatterText(SourceText(path: path, bytes: state.bytes), form: form)
        guard state.stamp == stamp else {
          let now = form.entries.map { JSONValue.Member($0.key, text.value(of: $0.key)) }
          return Answer(
            status: 409,
            value: .object([
              "message": "这期间别人改过这个文件，没有保存", "stamp": .string(state.stamp), "values": .object(now),
            ]))
        }
        let bytes = try text.replacing(changes, form: form)
        return try write(path, bytes, stamp)
      } catch { return .refused(422, error.message) }
    }
  }

  private func write(_ path: String, _ bytes: [UInt8], _ stamp: String) throws(FrontMatterText.Refusal) -> Answer {
    answering { () throws(DeskFiles.Refusal) in
      let new = try desk.files.replace(path, with: bytes, stamp: stamp, by: user)
      return .ok(.object(["stamp": .string(new.stamp)]))
    }
  }

  /// The kind of the document at a path with its form; of one without, the fields that every document has.
  func form(of path: String) async -> (Kind, FrontMatterForm) {
    let id = await desk.site.document(file: path)?.kind
    let kind = await desk.site.kinds.first { $0.id == id } ?? Kind(id: "", label: "", lifecycle: .none)
    return (kind, FrontMatterForm(kind, site: await desk.site.site))
  }
}

extension FrontMatterText {
  /// The value of a key; null where there is none.
  fileprivate func value(of key: String) -> JSONValue { entries.first { $0.key == key }?.value?.json ?? .null }

  /// Whether a finding is about a field: on its lines, or that it is missing.
  fileprivate func isAbout(_ entry: FormEntry, _ finding: Diagnostic) -> Bool {
    if let written = entries.first(where: { $0.key == entry.key }) {
      return lineNumbers(of: written).contains(finding.location.start.line)
    }
    return finding.message.hasPrefix(entry.label + "缺失")
  }
}

extension FrontMatterValue {
  fileprivate var json: JSONValue {
    switch self {
    case .scalar(let text): .string(text)
    case .list(let values): .array(values.map(\.json))
    case .map(let members): .object(members.map { JSONValue.Member($0.key, $0.value.json) })
    }
  }

  /// What a page sends: null, text, list or object; nil for anything else.
  fileprivate static func read(_ json: JSONValue) -> (value: FrontMatterValue?, Void)? {
    switch json {
    case .null: return (nil, ())
    case .string(let text): return (.scalar(text), ())
    case .array(let values):
      let items = values.compactMap { read($0)?.value }
      return items.count == values.count ? (.list(items), ()) : nil
    case .object(let members):
      let items = members.compactMap { member in read(member.value)?.value.map { Member(member.name, $0) } }
      return items.count == members.count ? (.map(items), ()) : nil
    case .integer, .boolean: return nil
    }
  }
}

extension FormEntry {
  /// Whether a text of it may have several lines.
  private var isLong: Bool {
    guard type == .text, case .lines? = CommonField(rawValue: key)?.definition.value else { return type == .markdown }
    return true
  }

  /// What a form shows of it.
  fileprivate var members: [JSONValue.Member] {
    let mapping = mapping.map { form -> JSONValue in
      .object([
        "plain": .optional(form.plain),
        "members": .array(
          form.members.map { member in
            .object([
              "key": .string(member.key), "label": .string(member.label), "type": .string(member.type.rawValue),
              "isMany": .boolean(member.isMany),
            ])
          }),
      ])
    }
    return [
      .init("key", .string(key)), .init("label", .string(label)), .init("help", .string(help)),
      .init("example", .optional(example)), .init("type", .string(type.rawValue)),
      .init("isRequired", .boolean(isRequired)), .init("isMany", .boolean(isMany)), .init("choices", .strings(choices)),
      .init("suggestions", .strings(suggestions)), .init("isRelation", .boolean(isRelation)),
      .init("isLong", .boolean(isLong)), .init("isUsual", .boolean(isUsual)),
      .init("mapping", mapping ?? .null),
    ]
  }
}
