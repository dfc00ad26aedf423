import Base
import Documents
import SiteBuild
import Testing

/// Steps of a review: in order, by different people, of the text as it is.
@Suite struct ReviewStandingTests {
  private typealias Entry = DeskLog.Entry

  private static func day(_ text: String) throws -> CalendarDate { try CalendarDate.parse(text).get() }

  private static func record(_ steps: KeyValuePairs<ReviewStep, String>, on: String = "2026-11-16") throws
    -> ReviewRecord
  {
    let day = try day(on)
    return ReviewRecord(
      Dictionary(
        steps.map { ($0.key, ReviewRecord.Pass(by: $0.value, on: day)) }, uniquingKeysWith: { first, _ in first })
    )
  }

  private static func passed(
    _ step: ReviewStep, _ user: String, _ fingerprint: String = "now", on: String = "2026-11-16", wrote: Bool = true
  )
    -> Entry
  {
    Entry(
      time: on + " 09:00", user: user, deed: .passed, path: "a", after: wrote ? "a" : nil,
      review: Entry.Review(step, fingerprint))
  }

  private static func did(_ deed: DeskLog.Deed, _ note: String? = nil) -> Entry {
    Entry(time: "2026-11-17 10:00", user: "王某", deed: deed, path: "a", note: note)
  }

  private static func states(_ standing: ReviewStanding) -> [ReviewStanding.State] { standing.steps.map(\.state) }

  /// Who passes what; nil: the record stays.
  private func pass(
    _ standing: ReviewStanding, _ step: ReviewStep, _ name: String, on: String = "2026-11-20", published: String? = nil,
    isDraft: Bool = false, isAsked: Bool = true
  ) throws -> [ReviewStep: String]? {
    let name = try #require(PersonName(name))
    let published = try published.map(Self.day)
    return try standing.passing(
      step, by: name, on: Self.day(on), published: published, isDraft: isDraft, isAsked: isAsked)?.passes.mapValues(
        \.by)
  }

  @Test func `at first, the first reading and the secrecy review are next`() throws {
    let standing = ReviewStanding(ReviewRecord(), log: [], fingerprint: "now")
    #expect(standing.next == [.first, .secrecy])
    #expect(!standing.isComplete)
    #expect(try pass(standing, .first, "李某") == [.first: "李某"])
    #expect(try pass(standing, .secrecy, "李某") == [.secrecy: "李某"])
    #expect(throws: ReviewStanding.Refusal.order(.second, after: .first)) { try pass(standing, .second, "李某") }
    #expect(throws: ReviewStanding.Refusal.order(.final, after: .first)) { try pass(standing, .final, "李某") }
  }

  @Test func `three readings are by three people, and nobody passes a step twice`() throws {
    let log = [Self.passed(.first, "李某"), Self.passed(.second, "王某")]
    let standing = ReviewStanding(try Self.record([.first: "李某", .second: "王某"]), log: log, fingerprint: "now")
    #expect(Self.states(standing) == [.passed, .passed, .open, .open])
    for name in ["李某", "李 某", "王某"] {
      #expect(throws: ReviewStanding.Refusal.self) { try pass(standing, .final, name) }
    }
    #expect(try pass(standing, .final, "赵某") == [.first: "李某", .second: "王某", .final: "赵某"])
    // The law asks for three readers; who looks for secrets may be one of them.
    #expect(try pass(standing, .secrecy, "李某") == [.first: "李某", .second: "王某", .secrecy: "李某"])
    #expect(throws: ReviewStanding.Refusal.done(.second)) { try pass(standing, .second, "赵某") }
  }

  @Test func `what was changed after a step has to be passed again from there`() throws {
    let log = [Self.passed(.first, "李某", "now"), Self.passed(.second, "王某", "before"), Self.did(.saved)]
    let record = try Self.record([.first: "李某", .second: "王某", .final: "赵某", .secrecy: "钱某"])
    let standing = ReviewStanding(record, log: log, fingerprint: "now")
    // Of the last two, the log knows nothing: they were written by hand.
    #expect(Self.states(standing) == [.passed, .outdated, .unseen, .unseen])
    #expect(standing.next == [.second])
    // The one who had it may have it again.
    #expect(
      try pass(standing, .second, "王某") == [.first: "李某", .second: "王某", .final: "赵某", .secrecy: "钱某"])
    let changed = ReviewStanding(record, log: log + [Self.passed(.final, "赵某")], fingerprint: "after")
    #expect(Self.states(changed) == [.outdated, .outdated, .outdated, .unseen])
    // What does not count any more leaves the record.
    #expect(try pass(changed, .first, "赵某") == [.first: "赵某", .secrecy: "钱某"])
  }

  @Test func `a text that comes back is the text that was passed`() throws {
    let standing = ReviewStanding(
      try Self.record([.first: "李某"]), log: [Self.passed(.first, "李某"), Self.did(.saved), Self.did(.restored)],
      fingerprint: "now")
    #expect(standing[.first]?.state == .passed)
  }

  @Test func `sent back, everything begins anew, with the reason in sight`() throws {
    let log = [Self.passed(.first, "李某"), Self.did(.returned, "数字不对"), Self.did(.saved)]
    let standing = ReviewStanding(try Self.record([.first: "李某", .second: "王某"]), log: log, fingerprint: "now")
    #expect(Self.states(standing) == [.returned, .returned, .open, .open])
    #expect(standing.returned?.note == "数字不对")
    #expect(try pass(standing, .first, "李某") == [.first: "李某"])
    let again = ReviewStanding(
      try Self.record([.first: "李某"]), log: log + [Self.passed(.first, "李某")], fingerprint: "now")
    #expect(Self.states(again) == [.passed, .open, .open, .open])
    #expect(again.returned == nil)
  }

  @Test func `what came to nothing was not done`() throws {
    let log = [Self.passed(.first, "李某", "before"), Self.passed(.first, "王某"), Self.did(.failed)]
    let standing = ReviewStanding(try Self.record([.first: "李某"]), log: log, fingerprint: "before")
    #expect(standing[.first]?.state == .passed)
    #expect(standing[.first]?.pass?.by == "李某")
  }

  @Test func `the record of what is public says what came before that`() throws {
    let record = try Self.record([.first: "李某", .second: "王某", .final: "赵某", .secrecy: "钱某"])
    let log = [
      Self.passed(.first, "李某", "before"), Self.passed(.second, "王某", "before"), Self.passed(.final, "赵某", "before"),
    ]
    let standing = ReviewStanding(record, log: log, fingerprint: "now")
    #expect(try pass(standing, .first, "王某", published: "2026-11-18") == nil)
    // It is in the log, and counts.
    let again = ReviewStanding(
      record, log: log + [Self.passed(.first, "王某", on: "2026-11-20", wrote: false)], fingerprint: "now")
    #expect(Self.states(again) == [.passed, .outdated, .outdated, .unseen])
    #expect(again[.first]?.pass == ReviewRecord.Pass(by: "王某", on: try Self.day("2026-11-20")))
    #expect(throws: ReviewStanding.Refusal.self) { try pass(again, .second, "王某", published: "2026-11-18") }
    #expect(try pass(again, .second, "李某", published: "2026-11-18") == nil)
    // A draft was never public, whatever day it names.
    #expect(throws: ReviewStanding.Refusal.published(try Self.day("2026-11-18"))) {
      try pass(standing, .first, "王某", published: "2026-11-18", isDraft: true)
    }
  }

  @Test func `no review is written that would come after the publication`() throws {
    let standing = ReviewStanding(ReviewRecord(), log: [], fingerprint: "now")
    #expect(throws: ReviewStanding.Refusal.published(try Self.day("2026-11-19"))) {
      try pass(standing, .first, "李某", published: "2026-11-19")
    }
    #expect(try pass(standing, .first, "李某", published: "2026-11-20") == [.first: "李某"])
    // Where nobody asks for it, a look at what is public is in the log.
    #expect(try pass(standing, .first, "李某", published: "2026-11-19", isAsked: false) == nil)
    #expect(try pass(standing, .first, "李某", published: "2026-11-19", isDraft: true, isAsked: false) == [.first: "李某"])
    let seen = ReviewStanding(
      ReviewRecord(), log: [Self.passed(.first, "李某", wrote: false)], fingerprint: "now")
    #expect(Self.states(seen) == [.passed, .open, .open, .open])
  }
}
