import Base
import Disk
import Documents
import Loading
import SiteBuild
import Synchronization

/// 初审、复审、终审、保密审查: passed by buttons, in order, by different people; sent back; settled.
extension DeskAPI {
  /// A document with what is known of its review.
  private struct Reviewed {
    let document: Document
    let state: DeskFiles.State
    let fingerprint: String
    let isAsked: Bool
    /// The day of the clock.
    let day: CalendarDate
    let form: FrontMatterForm

    var isPublic: Bool { !document.isDraft && document.publishedOn.map { $0.day <= day } ?? true }
  }

  /// How a document stands.
  func review(_ path: String) async -> Answer {
    await reviewing(path) { reviewed, standing, log in
      .ok(
        .object([
          "steps": .array(standing.steps.map(Self.json)), "next": .strings(standing.next.map(\.rawValue)),
          "isComplete": .boolean(standing.isComplete), "isAsked": .boolean(reviewed.isAsked),
          "isDraft": .boolean(reviewed.document.isDraft), "isPublic": .boolean(reviewed.isPublic),
          "published": .optional(reviewed.document.publishedOn?.day.iso), "day": .string(reviewed.day.iso),
          "returned": standing.returned?.json ?? .null, "log": .array(Self.gathered(log).map(Self.json)),
        ]))
    }
  }

  /// Somebody passes a step.
  func pass(_ value: JSONValue) async -> Answer {
    guard let step = value["step"]?.text.flatMap(ReviewStep.init(word:)) else { return .refused(400, "缺少 step") }
    guard let name = person(value) else { return Self.nameless }
    return await reviewing(value["path"]?.text ?? "") { reviewed, standing, _ in
      let record: ReviewRecord?
      do throws(ReviewStanding.Refusal) {
        record = try standing.passing(
          step, by: name, on: reviewed.day, published: reviewed.document.publishedOn?.day,
          isDraft: reviewed.document.isDraft, isAsked: reviewed.isAsked)
      } catch { return .refused(409, error.message) }
      let review = DeskLog.Entry.Review(step, reviewed.fingerprint)
      let path = reviewed.document.frontMatter.path
      guard let record else {
        return logging { () throws(FileError) in
          try desk.files.note(.passed, path, by: name.text, step.rawValue, review: review)
        }
      }
      return patch(
        reviewed, [CommonField.review.rawValue: record.frontMatter], .passed, by: name, step.rawValue, review)
    }
  }

  /// Somebody sends the document back to its authors. One that is not public yet becomes a draft without a review; of one that is
  /// public, the record says what came before that.
  func sendBack(_ value: JSONValue) async -> Answer {
    guard let reason = value["reason"]?.text?.trimmed, !reason.isEmpty else { return .refused(422, "写明为什么退回") }
    guard reason.count <= 500 else { return .refused(422, "理由太长，最多 500 字") }
    guard let name = person(value) else { return Self.nameless }
    return await reviewing(value["path"]?.text ?? "") { reviewed, _, _ in
      let path = reviewed.document.frontMatter.path
      if reviewed.isPublic {
        return logging { () throws(FileError) in try desk.files.note(.returned, path, by: name.text, reason) }
      }
      let changes: [String: FrontMatterValue?] = [
        CommonField.review.rawValue: nil, CommonField.draft.rawValue: .scalar("是"),
      ]
      return patch(reviewed, changes, .returned, by: name, reason, nil)
    }
  }

  /// The document is a draft no more.
  func settle(_ value: JSONValue) async -> Answer {
    guard let name = person(value) else { return Self.nameless }
    return await reviewing(value["path"]?.text ?? "") { reviewed, standing, _ in
      guard reviewed.document.isDraft else { return .refused(409, "这个文件已经不是草稿") }
      if reviewed.isAsked, !standing.isComplete {
        let open = standing.steps.filter { !$0.state.counts }.map(\.step.rawValue).joined(separator: "、")
        return .refused(409, "还没有审完：\(open)")
      }
      return patch(reviewed, [CommonField.draft.rawValue: nil], .settled, by: name, nil, nil)
    }
  }

  // MARK: -

  /// Who acts: whom the proxy names, or without one, whoever writes a name.
  private func person(_ value: JSONValue) -> PersonName? {
    (user ?? value["name"]?.text).flatMap { PersonName($0) }
  }

  private static let nameless = Answer.refused(422, "写上你的姓名，最多 40 个字")

  /// Reads a document and its log; nobody else decides on a review meanwhile.
  private func reviewing(
    _ path: String, _ body: (Reviewed, ReviewStanding, [DeskLog.Entry]) -> Answer
  ) async -> Answer {
    let site = desk.site
    guard let document = await site.document(file: path),
      let kind = await site.kinds.first(where: { $0.id == document.kind })
    else { return .refused(404, "这不是一篇能审核的文件，或者它的开头读不出来；先改好“正文”里的错误") }
    let state: DeskFiles.State
    let fingerprint: String
    do { state = try desk.files.read(path) } catch { return .refused(404, error.message) }
    do { fingerprint = try await site.reviewedFingerprint(of: document, state.bytes) } catch {
      return .refused(507, "读不到它的附件：" + error.message)
    }
    let reviewed = Reviewed(
      document: document, state: state, fingerprint: fingerprint, isAsked: await site.asksForReview(of: document),
      day: await site.clockDay, form: FrontMatterForm(kind, site: await site.site))
    return desk.reviewing.withLock { _ in
      do throws(FileError) {
        let log = try desk.files.log.entries(of: path)
        let record = ReviewRecord(in: SourceText(path: path, bytes: state.bytes))
        return body(reviewed, ReviewStanding(record, log: log, fingerprint: fingerprint), log)
      } catch { return .refused(507, error.message) }
    }
  }

  /// Writes other values for some keys, with who did what.
  private func patch(
    _ reviewed: Reviewed, _ changes: [String: FrontMatterValue?], _ deed: DeskLog.Deed, by name: PersonName,
    _ note: String?, _ review: DeskLog.Entry.Review?
  ) -> Answer {
    let path = reviewed.document.frontMatter.path
    let bytes: [UInt8]
    do throws(FrontMatterText.Refusal) {
      let text = try FrontMatterText(SourceText(path: path, bytes: reviewed.state.bytes), form: reviewed.form)
      bytes = try text.replacing(changes, form: reviewed.form)
    } catch { return .refused(422, error.message) }
    if bytes == reviewed.state.bytes {
      // Passed again on the same day by the same person: of another text.
      return logging { () throws(FileError) in
        try desk.files.note(deed, path, by: name.text, note, review: review)
      }
    }
    return answering { () throws(DeskFiles.Refusal) in
      let new = try desk.files.replace(
        path, with: bytes, stamp: reviewed.state.stamp, by: name.text, deed: deed, note: note, review: review)
      return .ok(.object(["stamp": .string(new.stamp)]))
    }
  }

  private func logging(_ body: () throws(FileError) -> Void) -> Answer {
    do throws(FileError) {
      try body()
      // No file has changed, which the pages would hear of.
      desk.events.send("checked", "")
      return .ok(.object([]))
    } catch { return .refused(507, error.message + "；没有记下来") }
  }

  private static func json(_ step: ReviewStanding.Step) -> JSONValue {
    .object([
      "step": .string(step.step.rawValue), "state": .string(step.state.rawValue), "by": .optional(step.pass?.by),
      "on": .optional(step.pass?.on.iso),
    ])
  }

  private static func json(_ entry: DeskLog.Entry) -> JSONValue {
    .object([
      "time": .string(entry.time), "user": .optional(entry.user), "deed": .string(entry.deed.label),
      "note": .optional(entry.note),
    ])
  }

  /// The latest first; of what somebody saved again and again on a day, the last time.
  private static func gathered(_ log: [DeskLog.Entry]) -> [DeskLog.Entry] {
    var rows: [DeskLog.Entry] = []
    for entry in log.reversed() {
      if let last = rows.last, last.deed == .saved, entry.deed == .saved, last.user == entry.user,
        last.time.prefix(10) == entry.time.prefix(10)
      {
        continue
      }
      rows.append(entry)
      if rows.count == 50 { break }
    }
    return rows
  }
}
