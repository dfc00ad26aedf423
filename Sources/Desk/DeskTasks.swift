import Base
import Disk
import Documents
import Inspection
import Loading
import Publishing
import SiteBuild

/// The pieces of long work, each with what a page shows of it. Each calls what the command of the same name calls.
struct DeskTasks: Sendable {
  let desk: Desk
  let user: String?
  let request: BuildRequest

  /// Of a list, on a page; all are counted.
  private static let most = 100
  private static let mostFindings = 500

  func result(of task: DeskTask, _ orders: DeskOrders) async -> JSONValue {
    do {
      return switch task {
      case .check: Self.json(try await checkSite(request))
      case .inspect: try await inspectSite(request).json
      case .preview: try await preview()
      case .publish: try await publish()
      case .rollback: try rollBack(orders)
      }
    } catch let refusal as WithdrawnReturn {
      return .object([
        "message": .string("这一版里有 \(refusal.documents.count) 篇已经撤下的文件，会重新公开，没有退回；确实要公开的，打勾再退回")
      ])
    } catch {
      return Self.refusal(error)
    }
  }

  private func preview() async throws -> JSONValue {
    let preview = try await previewSite(request)
    return .object([
      "check": Self.json(preview.check), "news": preview.news.map(Self.json) ?? .null, "held": .strings(preview.held),
      "leftOut": .strings(preview.leftOut),
      "unreviewed": .strings(try await unreviewed(in: preview.news)),
    ])
  }

  /// Files of documents in the news that were changed or sent back after somebody had passed them.
  private func unreviewed(in news: SiteNews?) async throws -> [String] {
    let ids = Set([news?.added, news?.updated, news?.changes].compactMap(\.self).flatMap { $0.map(\.id) })
    let log = Dictionary(grouping: try desk.files.log.entries(), by: \.path)
    var found: [String] = []
    for path in log.keys.sorted() {
      guard let document = await desk.site.document(file: path), ids.contains(document.id.path),
        let entries = log[path],
        let state = try? desk.files.read(path)
      else { continue }
      let standing = ReviewStanding(
        ReviewRecord(in: SourceText(path: path, bytes: state.bytes)), log: entries,
        fingerprint: try await desk.site.reviewedFingerprint(of: document, state.bytes))
      if standing.isOutdated { found.append(path) }
    }
    return found
  }

  private func publish() async throws -> JSONValue {
    let outcome = try await buildSite(request, version: desk.settings.version)
    let isDone = outcome.publication != nil
    var lines = isDone ? ["\(outcome.documentCount.text)，\(outcome.pages) 个页面"] : []
    if outcome.publication?.isUnchanged == true { lines.append("与原有网站相同") }
    if !outcome.held.isEmpty { lines.append("\(outcome.held.count) 篇仍是上次发布的内容") }
    if !outcome.leftOut.isEmpty { lines.append("\(outcome.leftOut.count) 篇有错误，没有放上去") }
    let line = lines.joined(separator: "，")
    // The site is out; a line that is missing in the log does not take it back.
    if isDone { try? desk.files.note(.published, "", by: user, line) }
    return .object([
      "published": .boolean(isDone),
      "message": .string(
        isDone ? "已发布：" + line : "没有发布：有 \(outcome.check.count(.error)) 个错误，网站没有变；改好再发布，或者选“有错误的文件维持原状”"),
      "check": Self.json(outcome.check), "news": outcome.news.map(Self.json) ?? .null,
      "remarks": .strings(outcome.publication?.troubles.map { "网站已发布，但\($0.message)" } ?? []),
    ])
  }

  private func rollBack(_ orders: DeskOrders) throws -> JSONValue {
    let release = try rollBackSite(request.output, to: orders.number, evenWithdrawn: orders.evenWithdrawn)
    let information = release.information
    let line = "有效性按 \(information.asOf) 计算，\(information.count.text)"
    try? desk.files.note(.rolledBack, "", by: user, line)
    return .object(["published": true, "message": .string("已退回：\(line)；再退回一次，就是刚才的网站")])
  }
}

// What pages show.
extension DeskTasks {
  /// Why nothing came of it.
  private static func refusal(_ error: any Error) -> JSONValue {
    var members = [JSONValue.Member("published", false), .init("message", .string(message(error)))]
    if case .manyRemoved(_, _, let asOf)? = error as? BuildError {
      members.append(.init("insist", .string(asOf.iso)))
    }
    return .object(members)
  }

  /// For a clerk, with what to do.
  static func message(_ error: any Error) -> String {
    switch error {
    case PublishingError.locked: "网站正在由另一个程序生成（例如每天夜里的自动生成），过几分钟再做"
    case PublishingError.noSuchRelease(nil, _): "没有保留以前的网站，不能退回"
    case let error as PublishingError: error.message
    case BuildError.manyRemoved(let losses, let limit, _):
      "这一次会撤下网上\(BuildError.Loss.text(losses))，超过 \(limit)%，没有发布；先看变化，确实要撤下的，打勾再发布"
    case BuildError.dayBeforeRelease(let day, let published):
      "这台电脑说今天是 \(day.iso)，网上的网站却是 \(published) 的，没有发布；请先校正电脑的日期"
    case let error as BuildError: error.message
    case let error as FileError: error.message
    default: "没有成功：\(error)"
    }
  }

  private static func json(_ check: CheckOutcome) -> JSONValue {
    let findings = check.findings
    let errorsFirst = findings.filter { $0.severity == .error } + findings.filter { $0.severity == .warning }
    return .object([
      "asOf": .string(check.asOf.iso), "documents": .integer(check.documents),
      "errors": .integer(check.count(.error)), "warnings": .integer(check.count(.warning)),
      "checked": .integer(check.checked.count), "findings": JSONReport.value(Array(errorsFirst.prefix(mostFindings))),
      "refusal": check.refusal.map { refusal($0) } ?? .null,
    ])
  }

  private static func json(_ news: SiteNews) -> JSONValue {
    .object([
      "since": .optional(news.since),
      "sections": .array(
        news.sections.map { section in
          Self.section(
            section.title,
            section.items.map {
              ($0.title + (section.isOfStates ? $0.detail : ""), $0.documentNumber, news.path(of: $0))
            })
        }),
      "upcoming": Self.section(
        "今后 \(SiteNews.horizonDays) 天",
        news.coming.map { what, item in
          ("\(item.day?.iso ?? "") \(what)：\(item.title)", item.documentNumber, news.path(of: item))
        }),
    ])
  }

  /// A list with its heading; a long one is cut.
  static func section(_ title: String, _ rows: [(title: String, number: String?, path: String)]) -> JSONValue {
    .object([
      "title": .string(title), "count": .integer(rows.count),
      "items": .array(
        rows.prefix(most).map {
          .object(["title": .string($0.title), "number": .optional($0.number), "path": .string($0.path)])
        }),
    ])
  }
}
