import Base
import Disk
import Documents
import Publishing
import SiteBuild

/// The site that is online, what the last build said, and what of it needs somebody.
struct SiteStatus {
  let health: Health
  /// What is wrong, the worst first; empty when nothing is.
  let troubles: [String]
  /// Name and value of everything known, for people.
  private let facts: [(label: String, text: String)]
  private let members: [JSONValue.Member]
  private let performance: String

  /// - Parameters:
  ///   - now: Seconds since 1970.
  ///   - maxAge: Seconds after which a site is stale.
  init(_ output: OutputFolder, now: Int, maxAge: Int) throws {
    let record = BuildRecord(of: output)
    guard let release = try output.current() else {
      let failure = record?.failure.map { "；上次生成失败：\($0.reason)" } ?? ""
      (health, troubles) = (.unknown, ["\(output.path) 里还没有网站" + failure])
      (facts, members, performance) = ([], [], "")
      return
    }
    guard let manifest = release.manifest else {
      (health, troubles) = (.critical, ["清单 manifest.json 已损坏，请重新生成（gongkai build）或者恢复（gongkai rollback）"])
      (facts, members, performance) = ([], [], "")
      return
    }
    let site = PublishedSite(output, release, manifest, record, now: now)
    let found = site.troubles(maxAge: maxAge)
    health = found.map(\.health).max() ?? .ok
    troubles = found.sorted { $0.health > $1.health }.map(\.text)
    (facts, members) = (site.facts, site.members)
    performance =
      " | age=\(site.age)s;;\(maxAge) documents=\(manifest.information.documents) errors=\(site.errors)"
      + " warnings=\(site.warnings) new_warnings=\(site.newWarnings) overdue=\(site.overdue)"
      + (site.free.map { " free=\($0)B" } ?? "")
  }

  /// The line for the monitoring program, then what people want to know.
  var text: String {
    let summary = troubles.isEmpty ? facts.first?.text ?? "" : troubles.joined(separator: "；")
    // A bar ends the sentence and begins the numbers.
    let line =
      "GONGKAI \(health.word) - \(summary.replacing("|", with: "/").replacing("\n", with: " "))\(performance)\n"
    let width = facts.map(\.label.displayWidth).max() ?? 0
    return line + facts.map { $0.label.padded(to: width) + "  " + $0.text + "\n" }.joined()
  }

  /// `schema`, `status`, `code`, `troubles`, and the facts; times in seconds since 1970.
  var json: JSONValue {
    .object(
      [
        JSONValue.Member("schema", "gongkai-status/1"), JSONValue.Member("status", .string(health.word)),
        JSONValue.Member("code", .integer(Int(health.rawValue))), JSONValue.Member("troubles", .strings(troubles)),
      ] + members)
  }
}

/// A release in Output with what is known of it.
private struct PublishedSite {
  private let manifest: Manifest
  private let record: BuildRecord?
  private let number: Int?
  private let zone: String
  private let builtAt: Int
  private let now: Int
  private let tasks: (overdue: Int, soon: Int)
  let free: Int?
  /// What the record says of this very release; nil after a rollback, or where the record cannot be read.
  private let success: BuildRecord.Success?

  init(_ output: OutputFolder, _ release: Release, _ manifest: Manifest, _ record: BuildRecord?, now: Int) {
    self.manifest = manifest
    self.record = record
    self.now = now
    number = try? output.currentNumber()
    zone = record?.timeZone ?? SystemClock.localZone
    success = record?.success.flatMap { $0.treeHash == manifest.treeHash ? $0 : nil }
    // A build that found nothing to change confirms the site.
    builtAt = max(release.writtenAt, success?.at ?? 0)
    free = output.freeBytes
    let states = (try? output.published("data/site.json", in: manifest)).flatMap { JSONValue(json: $0) }?["counts"]?[
      "states"]
    tasks = (states?["overdue"]?.number ?? 0, states?["dueSoon"]?.number ?? 0)
  }

  var age: Int { max(now - builtAt, 0) }
  var errors: Int { success?.errors ?? 0 }
  var warnings: Int { success?.warnings.values.reduce(0, +) ?? 0 }
  var newWarnings: Int { success?.newWarnings ?? 0 }
  var overdue: Int { tasks.overdue + (success?.overdue ?? 0) }
  private var soon: Int { tasks.soon + (success?.evaluations ?? 0) + (success?.soon ?? 0) }
  private var failedIndicators: [String] { success?.failedIndicators ?? [] }

  func troubles(maxAge: Int) -> [(health: Health, text: String)] {
    var found: [(Health, String)] = []
    let asOf = manifest.information.asOf
    if age > maxAge { found.append((.critical, "网站已\(Standing.age(age))没有更新，有效性仍按 \(asOf) 计算")) }
    if let days = daysBehind, days * 86400 > maxAge, age <= maxAge {
      found.append((.critical, "网站按 \(asOf) 计算，比今天早 \(days) 天"))
    }
    if let days = daysBehind, days < 0 { found.append((.warning, "网站按 \(asOf) 计算，比今天晚 \(-days) 天")) }
    if let failure = record?.failure {
      found.append((.warning, "\(SystemClock.localMinute(failure.at, in: zone)) 生成失败：\(failure.reason)"))
    }
    if errors > 0 { found.append((.warning, "有错误的文件保持原样或者略去（\(errors) 个错误）")) }
    if let free, free < manifest.byteCount {
      found.append((.warning, "磁盘只剩 \(Self.size(free))，一个新版本最多要 \(Self.size(manifest.byteCount))"))
    }
    return found
  }

  /// Whole days from the day of the site to today, in its zone.
  private var daysBehind: Int? {
    guard case .success(let day) = CalendarDate.parse(manifest.information.asOf),
      let today = SystemClock.day(ofSeconds: now, in: zone)
    else { return nil }
    return today.daysSince1970 - day.daysSince1970
  }

  var facts: [(label: String, text: String)] {
    let information = manifest.information
    let built = SystemClock.localMinute(builtAt, in: zone) + "（\(zone)）"
    let name = number.map { "版本 \($0)" } ?? "网站"
    var facts = [
      ("网站", "\(name)，\(built)生成，按 \(information.asOf) 计算，\(information.count.text)"),
      ("内容指纹", String(manifest.treeHash.prefix(ReleaseTable.fingerprintLength))),
      ("页面", "\(information.pages) 个，共 \(manifest.files.count) 个文件，\(Self.size(manifest.byteCount))"),
    ]
    facts.append(
      success == nil
        ? ("检查", "没有这个版本的记录（恢复的历史版本，或者没有权限读记录）")
        : ("检查", "错误 \(errors) 个，警告 \(warnings) 条，其中新增 \(newWarnings) 条"))
    facts.append(("期限", "已逾期 \(overdue) 件，快到期 \(soon) 件"))
    if success != nil {
      let failed = failedIndicators
      facts.append(
        ("检查指标", failed.isEmpty ? "没有不合格的" : "不合格 \(failed.count) 项：" + failed.joined(separator: "、")))
    }
    free.map { facts.append(("磁盘", "剩余 \(Self.size($0))，一个新版本最多要 \(Self.size(manifest.byteCount))")) }
    let failure = record?.failure.map { "\(SystemClock.localMinute($0.at, in: zone)) 失败：\($0.reason)" }
    facts.append(("上次生成", failure ?? "成功"))
    return facts
  }

  var members: [JSONValue.Member] {
    let information = manifest.information
    let members: KeyValuePairs<String, JSONValue> = [
      "release": number.map(JSONValue.integer) ?? .null, "treeHash": .string(manifest.treeHash),
      "asOf": .string(information.asOf), "builtAt": .integer(builtAt), "timeZone": .string(zone), "age": .integer(age),
      "documents": .integer(information.documents), "regional": information.regional.map { .integer($0) } ?? .null,
      "pages": .integer(information.pages), "errors": .integer(errors),
      "warnings": .integer(warnings), "newWarnings": .integer(newWarnings), "overdue": .integer(overdue),
      "dueSoon": .integer(soon), "failedIndicators": .strings(failedIndicators), "bytes": .integer(manifest.byteCount),
      "freeBytes": free.map(JSONValue.integer) ?? .null,
      "failure": record?.failure.map { .object(["at": .integer($0.at), "reason": .string($0.reason)]) } ?? .null,
    ]
    return members.map { JSONValue.Member($0.key, $0.value) }
  }

  /// `1.2 GB`, `38 MB`, `12 kB`.
  private static func size(_ bytes: Int) -> String {
    if bytes >= 1_000_000_000 { return "\(bytes / 1_000_000_000).\(bytes / 100_000_000 % 10) GB" }
    return bytes >= 1_000_000 ? "\(bytes / 1_000_000) MB" : "\(bytes / 1000) kB"
  }
}
