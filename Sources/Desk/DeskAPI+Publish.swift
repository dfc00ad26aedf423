import Base
import Disk
import Inspection
import Publishing
import SiteBuild

/// From the desk to the web: check, inspect, see what would change, publish, go back.
extension DeskAPI {
  /// Who asks, and what they may do.
  func me() async -> Answer {
    let isProxy: Bool
    if case .proxy = desk.settings.door { isProxy = true } else { isProxy = false }
    return .ok(
      .object([
        "name": .optional(user), "isProxy": .boolean(isProxy), "output": .string(desk.settings.request.output),
        "objection": .optional(desk.settings.objection(to: user)), "day": .string(await desk.site.clockDay.iso),
      ]))
  }

  /// The last piece of long work, with what came of it.
  func work() -> Answer { .ok(desk.work.piece?.json(withResult: true) ?? .null) }

  /// Begins a piece of long work.
  func begin(_ value: JSONValue) async -> Answer {
    guard let task = value["task"]?.text.flatMap(DeskTask.init) else { return .refused(400, "缺少 task") }
    if [.publish, .rollback].contains(task), let objection = desk.settings.objection(to: user) {
      return .refused(403, objection)
    }
    var request = desk.settings.request
    request.keepGoing = value["keepGoing"] == true
    // Whoever insists on a loss writes the day that they have seen, as with --as-of.
    if task == .publish, let day = value["day"]?.text {
      let today = await desk.site.clockDay
      guard day == today.iso else { return .refused(409, "已经过了零时，今天是 \(today.iso)；再看一次变化") }
      request.asOf = today
    }
    let (ready, orders) = (request, DeskOrders(value))
    let (desk, user) = (desk, user)
    let busy = desk.work.begin(task, by: user) { progress in
      var request = ready
      request.progress = progress
      return await DeskTasks(desk: desk, user: user, request: request).result(of: task, orders)
    }
    if let busy { return .refused(409, busy.busyMessage) }
    return .ok(desk.work.piece?.json(withResult: false) ?? .null)
  }

  /// The site that is out, those that are kept, and what the newest of them would bring back.
  func releases() -> Answer {
    do {
      let output = try OutputFolder(reading: desk.settings.request.output)
      let all = try output.releases()
      let preview = all.contains { $0.number != nil && $0.manifest != nil } ? try RollbackPreview(output) : nil
      return .ok(
        .object([
          "releases": .array(all.map(json)), "rollback": preview.map(json) ?? .null,
          "log": .array(try desk.files.log.entries(of: "").suffix(20).reversed().map(\.json)),
        ]))
    } catch {
      return .refused(507, DeskTasks.message(error))
    }
  }

  private func json(_ release: Release) -> JSONValue {
    .object([
      "number": release.number.map(JSONValue.integer) ?? .null, "asOf": .optional(release.manifest?.information.asOf),
      "written": .string(desk.settings.time(release.writtenAt)),
      "documents": release.manifest.map { .integer($0.information.documents) } ?? .null,
    ])
  }

  private func json(_ preview: RollbackPreview) -> JSONValue {
    .object([
      "number": .integer(preview.number), "asOf": .string(preview.asOf),
      "written": .string(desk.settings.time(preview.writtenAt)),
      "sections": .array(
        [
          ("已经撤下、又会公开", preview.returning), ("会多出来", preview.added), ("会不见", preview.removed),
          ("会变回以前的样子", preview.changed),
        ].filter { !$0.1.isEmpty }.map { title, documents in
          DeskTasks.section(title, documents.map { ($0.title, nil, $0.url) })
        }),
      "returning": .integer(preview.returning.count),
    ])
  }
}

/// What a page asks of a piece of work, beside the task.
struct DeskOrders: Sendable {
  let number: Int?
  let evenWithdrawn: Bool

  init(_ value: JSONValue) {
    number = value["number"]?.number
    evenWithdrawn = value["evenWithdrawn"] == true
  }
}
