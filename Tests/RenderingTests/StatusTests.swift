import Documents
import Foundation
@testable import Rendering
import Resolution
import TestSupport
import Testing

/// The sentence beside the badge and the banner, for each state.
@Suite struct StatusTests {
  private static func target(_ kind: String = "policy", _ edit: (inout Document) -> Void) -> Document {
    Fixture.document("a/t", kind: kind, edit)
  }

  /// State, statement and notices for today and for later days.
  private static func words(_ documents: [Document], on asOf: String = "2026-11-21") throws -> [String] {
    let corpus = Fixture.corpus(documents, on: asOf)
    let state = try #require(corpus[DocumentID("a/t")]?.status?.state)
    let panels = try #require(Fixture.box("a/t", of: corpus)).panels
    return [state.rawValue] + panels.flatMap { panel in (panel.from.map { ["[\($0)]"] } ?? []) + panel.sentences }
  }

  @Test func `in force, with and without an end`() throws {
    #expect(
      try Self.words([Self.target { $0.effectiveOn = Fixture.day("2024-03-01") }])
        == ["inForce", "自2024年3月1日起施行。"])
    let limited = Self.target {
      $0.effectiveOn = Fixture.day("2024-03-01")
      $0.expiresOn = Fixture.day("2029-02-28")
    }
    #expect(try Self.words([limited])[1] == "自2024年3月1日起施行，有效期至2029年2月28日。")
    #expect(try Self.words([Self.target { $0.declaredValidity = .inForce }])[1] == "正在施行，可以作为办事依据。")
  }

  @Test func `not yet, no longer, never`() throws {
    #expect(
      try Self.words([Self.target { $0.effectiveOn = Fixture.day("2027-01-01") }])
        == ["notYetInForce", "自2027年1月1日起施行，目前尚未施行。", "[2027-01-01]", "自2027年1月1日起施行。"])
    #expect(
      try Self.words([Self.target { $0.expiresOn = Fixture.day("2025-12-31") }])
        == ["expired", "有效期已于2025年12月31日届满，不再作为办事依据，仅供查阅。"])
    #expect(
      try Self.words([Self.target { $0.declaredValidity = .annulled }])
        == ["annulled", "已被撤销，不得作为依据。"])
    #expect(
      try Self.words([Self.target { _ in }]) == ["unstated", "没有标注施行日期和有效性，使用前请向发文机关核实。"])
  }

  private static let old = target { $0.effectiveOn = Fixture.day("2020-01-01") }

  @Test func `ended by another document`() throws {
    #expect(
      try Self.words([Self.old, Fixture.acting(.repeals)])
        == ["repealed", "本文件已废止，不再作为办事依据，仅供查阅。", "自2024年5月1日起被《后法》（澜政发〔2024〕5号）废止。"])
    #expect(
      try Self.words([Self.old, Fixture.acting(.annuls)])
        == ["annulled", "已被撤销，不得作为依据。", "2024年5月1日被《后法》（澜政发〔2024〕5号）撤销。"])
    #expect(
      try Self.words([Self.old, Fixture.acting(.terminates)])
        == ["expired", "本文件已宣布失效，不再作为办事依据，仅供查阅。", "自2024年5月1日起被《后法》（澜政发〔2024〕5号）宣布失效。"])
    #expect(
      try Self.words([Self.target { $0.declaredValidity = .repealed }]) == ["repealed", "已被后来的文件废止或替代，不再作为办事依据，仅供查阅。"])
  }

  @Test func `several that repeal each have their own day`() throws {
    let other = Fixture.document("a/y") {
      $0.title = "清理决定"
      $0.effectiveOn = Fixture.day("2025-02-01")
      $0.relations[.repeals] = [Fixture.reference("a/t")]
    }
    #expect(
      try Self.words([Self.old, other, Fixture.acting(.repeals)]) == [
        "repealed", "本文件已废止，不再作为办事依据，仅供查阅。", "自2024年5月1日起被《后法》（澜政发〔2024〕5号）废止。", "自2025年2月1日起被《清理决定》废止。",
      ])
  }

  @Test func `the successor is named with its state, however far it is`() throws {
    let once = Fixture.acting(.replaces) { $0.relations[.repeals] = [Fixture.reference("a/t")] }
    #expect(
      try Self.words([Self.old, once])
        == ["repealed", "本文件已废止，不再作为办事依据，仅供查阅。", "自2024年5月1日起被现行文件《后法》（澜政发〔2024〕5号）［现行有效］废止。"])
    let newest = Fixture.document("a/new") {
      $0.title = "新法"
      $0.effectiveOn = Fixture.day("2025-03-01")
      $0.relations[.replaces] = [Fixture.reference("a/z")]
    }
    #expect(
      try Self.words([Self.old, Fixture.acting(.replaces), newest]) == [
        "repealed", "本文件已废止，不再作为办事依据，仅供查阅。", "自2024年5月1日起被《后法》（澜政发〔2024〕5号）替代。", "现行文件是《新法》［现行有效］。",
      ])
    var lapsed = newest
    lapsed.expiresOn = Fixture.day("2026-01-31")
    #expect(
      try Self.words([Self.old, Fixture.acting(.replaces), lapsed]).last == "最后的替代文件是《新法》［已失效］。")
    var hidden = newest
    hidden.isDraft = true
    #expect(
      try Self.words([Self.old, Fixture.acting(.replaces), hidden]).last
        == "自2024年5月1日起被现行文件《后法》（澜政发〔2024〕5号）［现行有效］替代。")
  }

  @Test func `a circle of replacements ends`() throws {
    let a = Fixture.document("a/t") { $0.relations[.replaces] = [Fixture.reference("a/z")] }
    #expect(try Self.words([a, Fixture.acting(.replaces)]).first == "repealed")
  }

  @Test func `amended and partly repealed at once`() throws {
    let amending = Fixture.document("a/y") {
      $0.title = "修改决定"
      $0.effectiveOn = Fixture.day("2023-02-01")
      $0.relations[.amends] = [Fixture.reference("a/t", articles: ["第四条", "第五条"])]
    }
    #expect(
      try Self.words([Self.old, amending, Fixture.acting(.repeals, articles: ["第三条"])]) == [
        "partiallyRepealed", "部分条款已经废止，其余条款仍在施行。", "第三条自2024年5月1日起被《后法》（澜政发〔2024〕5号）废止。",
        "第四条、第五条自2023年2月1日起被《修改决定》修改。",
      ])
    #expect(
      try Self.words([Self.old, amending])
        == ["amended", "仍在施行，但已被后来的文件修改，须与修改文件一并阅读。", "第四条、第五条自2023年2月1日起被《修改决定》修改。"])
  }

  @Test func `an extension says both ends, and the term is said once`() throws {
    let limited = Self.target {
      $0.effectiveOn = Fixture.day("2020-01-01")
      $0.expiresOn = Fixture.day("2024-12-31")
    }
    let extending = Fixture.acting(.extends, until: "2027-12-31")
    let sentence = "有效期原定至2024年12月31日，经《后法》（澜政发〔2024〕5号）延长至2027年12月31日。"
    #expect(
      try Self.words([limited, extending]) == [
        "inForce", "自2020年1月1日起施行。", sentence, "[2028-01-01]", "有效期已于2027年12月31日届满，不再作为办事依据，仅供查阅。", sentence,
      ])
    #expect(
      try Self.words([limited, extending], on: "2024-03-01") == [
        "inForce", "自2020年1月1日起施行。", "有效期原定至2024年12月31日，将自2024年5月1日起经《后法》（澜政发〔2024〕5号）延长至2027年12月31日。",
        "[2024-05-01]", "自2020年1月1日起施行。", sentence, "[2028-01-01]", "有效期已于2027年12月31日届满，不再作为办事依据，仅供查阅。", sentence,
      ])
  }

  @Test func `a correction says what was wrong`() throws {
    let correcting = Fixture.acting(.corrects, articles: ["第五条"], note: "“30日”应为“30个工作日”。")
    #expect(
      try Self.words([Self.old, correcting]).last == "2024年5月1日更正：第五条，“30日”应为“30个工作日”，见《后法》（澜政发〔2024〕5号）。")
    #expect(
      try Self.words([Self.old, Fixture.acting(.corrects)]).last == "2024年5月1日更正，见《后法》（澜政发〔2024〕5号）。")
  }

  @Test func `what is to come is said before, and stands ready for its day`() throws {
    let repealing = Fixture.acting(.repeals) { $0.effectiveOn = Fixture.day("2027-01-01") }
    #expect(
      try Self.words([Self.old, repealing]) == [
        "inForce", "自2020年1月1日起施行。", "将自2027年1月1日起被《后法》（澜政发〔2024〕5号）废止。", "[2027-01-01]", "本文件已废止，不再作为办事依据，仅供查阅。",
        "自2027年1月1日起被《后法》（澜政发〔2024〕5号）废止。",
      ])
  }

  @Test func `every later panel is what the build of its day says`() throws {
    let limited = Self.target {
      $0.effectiveOn = Fixture.day("2026-12-01")
      $0.expiresOn = Fixture.day("2029-11-30")
    }
    let acting = Fixture.acting(.repeals, articles: ["第三条"]) {
      $0.relations[.amends] = [Fixture.reference("a/t", articles: ["第四条"], on: "2027-06-01")]
      $0.relations[.extends] = [Fixture.reference("a/t", until: "2031-11-30", on: "2028-01-01")]
      $0.effectiveOn = Fixture.day("2027-03-01")
    }
    let documents = [limited, acting]
    let panels = try #require(Fixture.box("a/t", of: Fixture.corpus(documents))).panels
    #expect(panels.compactMap(\.from) == ["2026-12-01", "2027-03-01", "2027-06-01", "2028-01-01", "2031-12-01"])
    #expect(panels.map(\.until) == panels.dropFirst().map(\.from) + [nil])
    for panel in panels.dropFirst() {
      let later = Fixture.corpus(documents, on: try #require(panel.from))
      #expect(try #require(Fixture.box("a/t", of: later)).panels[0].sentences == panel.sentences)
    }
  }

  @Test func `an act of a document that ends before its day is not announced`() throws {
    let repealing = Fixture.acting(.repeals) { $0.effectiveOn = Fixture.day("2027-01-01") }
    let withdrawing = Fixture.document("a/y") {
      $0.effectiveOn = Fixture.day("2026-12-01")
      $0.relations[.repeals] = [Fixture.reference("a/z")]
    }
    #expect(try Self.words([Self.old, repealing, withdrawing]) == ["inForce", "自2020年1月1日起施行。"])
  }

  @Test func `what has no lifecycle shows its corrections, and what it interprets with its state`() throws {
    let interpretation = Fixture.document("a/i", kind: "interpretation") {
      $0.relations[.interprets] = [Fixture.reference("a/t")]
    }
    let plain = try #require(Fixture.box("a/i", of: Fixture.corpus([Self.old, interpretation])))
    #expect(plain.panels[0].sentences == ["解读的文件：《a/t》［现行有效］。"] && plain["tone"] == .text(""))
    let corpus = Fixture.corpus([Self.old, interpretation, Fixture.acting(.repeals)])
    #expect(
      try #require(Fixture.box("a/i", of: corpus)).panels[0].sentences == ["所解读的《a/t》［已废止］已不再有效，本解读仅供查阅。"])
    let correcting = Fixture.acting(.corrects) { $0.relations[.corrects] = [Fixture.reference("a/i")] }
    #expect(
      try #require(Fixture.box("a/i", of: Fixture.corpus([Self.old, interpretation, correcting]))).panels[0].sentences
        == ["2024年5月1日更正，见《后法》（澜政发〔2024〕5号）。", "解读的文件：《a/t》［现行有效］。"])
  }

  @Test func `a sentence and the notice below it agree on the end`() throws {
    let limited = Self.target {
      $0.effectiveOn = Fixture.day("2023-09-01")
      $0.expiresOn = Fixture.day("2028-08-31")
    }
    let replacing = Fixture.acting(.replaces) { $0.effectiveOn = Fixture.day("2027-03-01") }
    #expect(
      try Self.words([limited, replacing]).prefix(3) == [
        "inForce", "自2023年9月1日起施行，2027年3月1日起被替代（原定有效期至2028年8月31日）。",
        "将自2027年3月1日起被《后法》（澜政发〔2024〕5号）替代。",
      ])
    let late = Fixture.acting(.replaces) { $0.effectiveOn = Fixture.day("2029-03-01") }
    #expect(try Self.words([limited, late])[1] == "自2023年9月1日起施行，有效期至2028年8月31日。")
  }

  /// The strips of all panels: day, tone, words, address.
  private static func strips(_ documents: [Document], on asOf: String = "2026-11-21") throws -> [String] {
    try #require(Fixture.box("a/t", of: Fixture.corpus(documents, on: asOf)))["panels"]?.elements.compactMap { panel in
      panel["strip"].map { strip in
        [
          panel["from"]?.text, strip["tone"]?.text, strip["label"]?.text, strip["when"]?.text,
          (strip["lead"]?.text ?? "") + (strip["title"]?.text ?? ""), strip["href"]?.text,
        ].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
      }
    } ?? []
  }

  @Test func `what does not apply as it stands keeps its state in view`() throws {
    #expect(try Self.strips([Self.old]) == [])
    #expect(
      try Self.strips([Self.old, Fixture.acting(.repeals)]) == ["ended 已废止 2024年5月1日起 见《后法》 ../../a/z/"])
    #expect(
      try Self.strips([Self.old, Fixture.acting(.replaces)]) == ["ended 已废止 2024年5月1日起 现行：《后法》 ../../a/z/"])
    #expect(
      try Self.strips([Self.old, Fixture.acting(.annuls)]) == ["ended 已撤销 2024年5月1日 见《后法》 ../../a/z/"])
    #expect(
      try Self.strips([Self.old, Fixture.acting(.amends, articles: ["第三条"])]) == ["changed 已修改 见《后法》 ../../a/z/"])
    let term = Self.target {
      $0.effectiveOn = Fixture.day("2026-12-01")
      $0.expiresOn = Fixture.day("2028-11-30")
    }
    #expect(
      try Self.strips([term]) == ["soon 尚未施行 2026年12月1日起施行", "2028-12-01 ended 已失效 2028年12月1日起"])
  }

  @Test func `a table that says nothing of its validity is not warned about`() throws {
    let list = Fixture.document("a/t", kind: "list")
    #expect(Fixture.corpus([list])[list.id]?.status == nil)
    let dated = Fixture.document("a/t", kind: "list") { $0.effectiveOn = Fixture.day("2026-01-01") }
    #expect(Fixture.corpus([dated])[dated.id]?.status?.state == .inForce)
    #expect(Fixture.corpus([list, Fixture.acting(.replaces)])[list.id]?.status?.state == .repealed)
  }

  /// The list row of `a/t`: what it says is coming, and between which days.
  private static func soon(_ documents: [Document], on asOf: String) throws -> [String] {
    let corpus = Fixture.corpus(documents, on: asOf)
    let row = Rows(corpus: corpus).row(try #require(corpus[DocumentID("a/t")]), from: PageAddress("x/"))
    return ["text", "from", "until"].compactMap { row["soon"]?[$0]?.text }
  }

  @Test func `lists say what ends within thirty days and when what is not in force begins`() throws {
    let term = Self.target {
      $0.effectiveOn = Fixture.day("2026-01-01")
      $0.expiresOn = Fixture.day("2026-12-15")
    }
    #expect(try Self.soon([term], on: "2025-12-01") == ["2026-01-01起施行", "2026-01-01"])
    #expect(try Self.soon([term], on: "2026-11-16") == ["2026-12-15届满", "2026-12-16"])
    #expect(try Self.soon([term], on: "2026-12-15") == ["2026-12-15届满", "2026-12-16"])
    #expect(
      try Self.soon([term], on: "2026-11-02") == ["2026-12-15届满", "2026-11-16", "2026-12-16"],
      "ready for its day, if builds fail")
    #expect(try Self.soon([term], on: "2026-11-01") == [] && Self.soon([term], on: "2026-12-16") == [])
    let replacing = Fixture.acting(.replaces) { $0.effectiveOn = Fixture.day("2026-12-01") }
    #expect(try Self.soon([term, replacing], on: "2026-11-16") == ["2026-12-01起被替代", "2026-12-01"])
  }

  private static func period(_ kind: String, _ opens: String, _ closes: String) -> Document {
    target(kind) {
      $0.opensOn = Fixture.day(opens)
      $0.closesOn = Fixture.day(closes)
    }
  }

  @Test func `consultations and public notices`() throws {
    #expect(
      try Self.words([Self.period("consultation", "2026-11-01", "2026-11-30")])
        == ["open", "正在征求意见，2026年11月30日截止，欢迎您提出意见。", "[2026-12-01]", "征集已经结束，意见采纳情况尚未公布。"])
    #expect(
      try Self.words([Self.period("consultation", "2026-12-01", "2026-12-30")])
        == [
          "upcoming", "2026年12月1日开始。", "[2026-12-01]", "正在征求意见，2026年12月30日截止，欢迎您提出意见。", "[2026-12-31]",
          "征集已经结束，意见采纳情况尚未公布。",
        ])
    #expect(
      try Self.words([Self.period("consultation", "2026-10-01", "2026-10-30")])
        == ["closed", "征集已经结束，意见采纳情况尚未公布。"])
    #expect(
      try Self.words([Self.period("consultation", "2026-10-01", "2026-10-30"), Fixture.acting(.outcomeOf)])
        == ["answered", "征集已经结束，意见采纳情况已经公布。"])
    #expect(
      try Self.words([Self.period("publicNotice", "2026-11-01", "2026-11-30")])
        == ["current", "公示至2026年11月30日。", "[2026-12-01]", "公示期（2026年11月1日至30日）已满。"])
    #expect(
      try Self.words([Self.period("publicNotice", "2026-10-01", "2026-10-30")]) == ["ended", "公示期（2026年10月1日至30日）已满。"])
    #expect(
      try Self.words([Self.period("publicNotice", "2025-12-20", "2026-01-05")])[1] == "公示期（2025年12月20日至2026年1月5日）已满。")
  }

  @Test func `tasks`() throws {
    let task = Self.target("task") { $0.closesOn = Fixture.day("2026-12-31") }
    #expect(
      try Self.words([task])
        == ["pending", "正在办理，期限未到。", "[2026-12-16]", "正在办理，期限将到。", "[2027-01-01]", "期限已过，尚未完成。"])
    var done = task
    done.doneOn = Fixture.day("2026-11-20")
    #expect(try Self.words([done]) == ["done", "已经完成。"])
  }

  @Test func `a badge carries every state that is known to follow`() throws {
    let limited = Self.target {
      $0.effectiveOn = Fixture.day("2026-12-01")
      $0.expiresOn = Fixture.day("2031-11-30")
    }
    let status = try #require(Fixture.corpus([limited])[limited.id]?.status)
    let badge = View.badge(status, lifecycle: .validity)
    #expect(badge["upcoming"] == .text("2026-12-01 inForce ok 现行有效;2031-12-01 expired ended 已失效"))
    #expect(badge["validFrom"] == nil && badge["validUntil"] == .text("2026-11-30"))
    #expect(badge["tone"] == .text("soon") && badge["state"] == .text("notYetInForce"))
    let open = try #require(Fixture.corpus([Self.old])[DocumentID("a/t")]?.status)
    #expect(View.badge(open, lifecycle: .validity)["upcoming"] == nil)
  }

  @Test func `every state has a sentence, and its colour stands in the table for the search`() {
    for state in State.allCases { #expect(!state.explanation.isEmpty) }
    #expect(Tone.ofStates.hasPrefix("inForce ok;amended changed;"))
    #expect(Tone.ofStates.split(separator: ";").count == State.allCases.count)
    #expect(Tone.dated == "changed ended")
  }

  @Test func `what ended as planned does not look invalid, and each tone has a look of its own`() throws {
    #expect(Set([State.ended, .closed, .enrolled, .held].map(\.tone)) == [.over])
    #expect(Set([State.answered, .reported, .done].map(\.tone)) == [.settled])
    #expect(Set([State.repealed, .expired, .annulled].map(\.tone)) == [.ended] && State.overdue.tone == .late)
    let css = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../Templates/assets/site.css"),
      encoding: .utf8)
    // The frame is the look of `over`, which only its shape sets apart from the plain badge.
    for tone in Tone.allCases { #expect(css.contains(".status.\(tone.rawValue)::before") || tone == .soon, "\(tone)") }
  }

  @Test func `stylesheet and scripts name no state`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Templates/assets")
    for name in ["site.css", "site.js", "table.js", "search/view.js"] {
      let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
      for state in State.allCases where ![.open, .current, .ended, .done].contains(state) {
        #expect(!text.contains("\"\(state.rawValue)\""), "\(name): \(state)")
      }
    }
  }
}

@Suite struct TermAddressTests {
  private static func ids(_ names: [String]) -> [String] {
    let document = Fixture.document("a/t") { $0.issuers = names }
    return Shelves(Fixture.corpus([document])).terms[.issuers].map(\.id)
  }

  @Test func `names that site.yml does not list have safe addresses`() {
    #expect(Self.ids(["../甲/乙 丙\u{0}"]) == ["---甲-乙-丙-"])
    #expect(Self.ids(["丁/\u{301}"]).map { Array($0.utf8) } == [Array("丁-\u{301}".utf8)])
  }

  @Test func `two names never share an address, and none is too long for a disk`() {
    let ids = Self.ids(["甲.乙", "甲/乙", "甲-乙", String(repeating: "长", count: 300), String(repeating: "长", count: 301)])
    #expect(Set(ids).count == 5 && ids.contains("甲-乙"))
    #expect(ids.allSatisfy { $0.utf8.count <= 120 && !$0.contains("/") && !$0.contains(".") })
  }
}
