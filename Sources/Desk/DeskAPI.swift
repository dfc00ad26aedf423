import Base
import Documents
import Papers
import SiteBuild

/// What the desk's pages ask for and send, as JSON, below `/desk/api/`.
struct DeskAPI {
  let desk: Desk
  /// Who asks, if the desk knows.
  let user: String?

  /// Longer texts are not taken: no document comes near this size.
  static let mostBytes = 12 << 20
  /// More findings are only counted.
  private static let mostFindings = 500

  /// A status of HTTP with what it says.
  struct Answer {
    let status: Int
    let value: JSONValue

    static func ok(_ value: JSONValue) -> Answer { Answer(status: 200, value: value) }
    /// - Parameter message: For a clerk, with what to do.
    static func refused(_ status: Int, _ message: String) -> Answer {
      Answer(status: status, value: .object(["message": .string(message)]))
    }
  }

  /// - Parameters:
  ///   - name: `page`, `documents` …
  ///   - query: The values in the address, by name.
  ///   - body: Of a POST; nil for a GET.
  func answer(_ name: String, _ query: [String: String], body: [UInt8]?, day: CalendarDate?) async -> Answer {
    guard let body else {
      return switch name {
      case "page": await page(query["path"] ?? "", day)
      case "documents": await documents(day)
      case "findings": .ok(list(await desk.site.findings(on: day)))
      case "forms": await forms()
      case "file": read(query["path"] ?? "")
      case "me": await me()
      case "work": work()
      case "releases": releases()
      case "review": await review(query["path"] ?? "")
      case "attachments": await attachments(query["path"] ?? "")
      case "facts": await facts(query["path"] ?? "", day)
      case "table": await table(query["path"] ?? "", query["key"] ?? "", query["name"] ?? "", day)
      case "copies": copies(query["path"] ?? "")
      case "copy": copy(query["path"] ?? "", query["stamp"] ?? "")
      default: .refused(404, "没有这个接口")
      }
    }
    guard let value = JSONValue(json: body) else { return .refused(400, "请求不是 JSON") }
    return switch name {
    case "file": write(value)
    case "preview": await preview(value, day)
    case "facts": await writeFacts(value)
    case "table": writeTable(value)
    case "new-table": await addTable(value)
    case "new": await create(value)
    case "restore": restore(value)
    case "work": await begin(value)
    case "pass": await pass(value)
    case "return": await sendBack(value)
    case "settle": await settle(value)
    case "paste": paste(value)
    case "clean": await clean(value)
    case "list": await setListed(value, true)
    case "unlist": await setListed(value, false)
    default: .refused(404, "没有这个接口")
    }
  }

  // MARK: - What there is

  /// What the bar of a page says.
  private func page(_ address: String, _ day: CalendarDate?) async -> Answer {
    let site = desk.site
    let base = await site.basePath
    let file = LiveView.path(of: address.hasPrefix(base) ? String(address.dropFirst(base.count)) : "")
    let view = await site.view(on: day)
    let isShown = view.has(file)
    let document: Document?
    if let known = view.document(at: file) {
      document = known
    } else {
      document = isShown ? nil : await site.openedView(on: day).document(at: file)
    }
    let findings = await site.findings(on: day)
    var members: [JSONValue.Member] = [
      .init("day", .string(view.day.iso)), .init("today", .string(await site.today.iso)),
      .init("revision", .integer(await site.revision)), .init("counts", counts(findings)),
      .init("isShown", .boolean(isShown)),
    ]
    // In the opened view everything is public; who can read it, only the document as it was read says.
    if let id = document?.id, let document = await site.document(id) {
      let own = Set(document.textFiles)
      members += [
        .init("document", await row(document, view, findings.filter { own.contains($0.location.path) })),
        .init("findings", list(findings.filter { own.contains($0.location.path) })),
      ]
    }
    return .ok(.object(members))
  }

  private func documents(_ day: CalendarDate?) async -> Answer {
    let site = desk.site
    let view = await site.view(on: day)
    let findings = Dictionary(grouping: await site.findings(on: day), by: \.location.path)
    var rows: [JSONValue] = []
    for document in await site.documents {
      rows.append(await row(document, view, document.textFiles.flatMap { findings[$0] ?? [] }))
    }
    return .ok(.object(["documents": .array(rows), "day": .string(view.day.iso)]))
  }

  private func row(_ document: Document, _ view: LiveView, _ findings: [Diagnostic]) async -> JSONValue {
    let kind = await desk.site.kinds.first { $0.id == document.kind }
    let base = await desk.site.basePath
    let column = await desk.site.columns.first { $0.path == document.column }
    return .object([
      "file": .string(document.frontMatter.path), "title": .string(document.title),
      "kind": .string(kind?.label ?? document.kind), "column": .string(column?.title ?? document.column),
      "number": .optional(document.documentNumber?.text), "url": .string(base + document.url),
      "standing": .string(await desk.site.standing(of: document, on: view.day).label),
      "state": .optional(view.state(of: document.id)), "published": .optional(document.publishedOn?.day.iso),
      "counts": counts(findings),
    ])
  }

  private func forms() async -> Answer {
    let kinds = await desk.site.kinds.map { kind -> JSONValue in
      .object(["id": .string(kind.id), "label": .string(kind.label)])
    }
    let columns = await desk.site.columns.map { column -> JSONValue in
      .object(["path": .string(column.path), "title": .string(column.title), "kind": .optional(column.kind)])
    }
    return .ok(.object(["kinds": .array(kinds), "columns": .array(columns)]))
  }

  private func counts(_ findings: [Diagnostic]) -> JSONValue {
    .object([
      "errors": .integer(findings.count { $0.severity == .error }),
      "warnings": .integer(findings.count { $0.severity == .warning }),
    ])
  }

  private func list(_ findings: [Diagnostic]) -> JSONValue {
    let errorsFirst = findings.filter { $0.severity == .error } + findings.filter { $0.severity == .warning }
    return JSONReport.value(Array(errorsFirst.prefix(Self.mostFindings)))
  }
}
