import Base
import Documents
import Resolution
import TestSupport
import Testing

/// Documents, relations and days → states, one row per case.
///
/// A document is `name:kind` (default: policy) and its words: `pub` publishedOn, `made` documentDate, `eff`, `exp`,
/// `opens`, `closes`, `done`, `says` declared validity, `draft`, `onRequest`; a relation is `repeals=a`, with `@day` for
/// its own day, `#article` for a part, `>day` for an extension's new end. Expected: `day state` of the document `a`, or
/// `-` if it is not public or has no lifecycle.
enum TruthTable {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let documents: String
    let states: String
    var testDescription: String { name }

    init(_ name: String, _ documents: String, _ states: String) {
      self.name = name
      self.documents = documents
      self.states = states
    }
  }

  static let plain = "a pub=2020-01-01 eff=2020-02-01 exp=2025-01-31"

  static let dates: [Row] = [
    Row(
      "first and last day are inside", plain,
      "2019-12-31 -, 2020-01-01 notYetInForce, 2020-01-31 notYetInForce, 2020-02-01 inForce, 2025-01-31 inForce, 2025-02-01 expired"
    ),
    Row("no end", "a pub=2020-01-01 eff=2020-02-01", "2020-02-01 inForce, 2099-12-31 inForce"),
    Row("an end without a beginning", "a exp=2025-01-31", "1990-01-01 inForce, 2025-01-31 inForce, 2025-02-01 expired"),
    Row(
      "in force for one day", "a eff=2024-02-29 exp=2024-02-29",
      "2024-02-28 notYetInForce, 2024-02-29 inForce, 2024-03-01 expired"),
    Row("in force before it was published", "a pub=2020-03-01 eff=2020-01-01", "2020-02-29 -, 2020-03-01 inForce"),
    Row("nothing known is never in force", "a pub=2020-01-01 made=2019-12-01", "2026-01-01 unstated"),
    Row("a kind without a lifecycle has no state", "a:notice eff=2020-01-01", "2026-01-01 -"),
  ]

  static let declared: [Row] = [
    Row("declared in force", "a says=inForce", "1990-01-01 inForce, 2026-01-01 inForce"),
    Row(
      "declared in force does not outlive its last day", "a says=inForce exp=2025-01-31",
      "2025-01-31 inForce, 2025-02-01 expired"),
    Row("declared not yet in force, no day known", "a says=notYetInForce", "2026-01-01 notYetInForce"),
    Row(
      "declared not yet in force ends with its day", "a says=notYetInForce eff=2026-01-01",
      "2025-12-31 notYetInForce, 2026-01-01 inForce"),
    Row("declared repealed", "a says=repealed eff=2020-01-01", "2019-01-01 repealed, 2026-01-01 repealed"),
    Row("declared expired", "a says=expired eff=2020-01-01", "2026-01-01 expired"),
    Row("declared amended", "a says=amended eff=2020-01-01", "2019-12-31 notYetInForce, 2020-01-01 amended"),
    Row(
      "declared amended ends with its term", "a says=amended exp=2025-01-31", "2025-01-31 amended, 2025-02-01 expired"),
    Row("declared partly repealed", "a says=partiallyRepealed eff=2020-01-01", "2020-01-01 partiallyRepealed"),
    Row(
      "declared void wins over every date", "a says=annulled eff=2020-01-01 exp=2025-01-31",
      "2019-01-01 annulled, 2021-01-01 annulled, 2026-01-01 annulled"),
  ]

  static let repeals: [Row] = [
    Row(
      "from the day the acting document takes effect", plain + "; b pub=2022-01-01 eff=2022-03-01 repeals=a",
      "2022-02-28 inForce, 2022-03-01 repealed, 2026-01-01 repealed"),
    Row(
      "never before the acting document is public", plain + "; b pub=2022-05-01 eff=2022-03-01 repeals=a",
      "2022-04-30 inForce, 2022-05-01 repealed"),
    Row(
      "on its own day", plain + "; b pub=2022-01-01 eff=2022-01-01 repeals=a@2023-01-01",
      "2022-12-31 inForce, 2023-01-01 repealed"),
    Row(
      "on its own day, before the acting document takes effect",
      plain + "; b pub=2022-01-01 eff=2023-01-01 repeals=a@2022-06-01", "2022-05-31 inForce, 2022-06-01 repealed"),
    Row(
      "its own day is never before it is public", plain + "; b pub=2022-05-01 repeals=a@2022-01-01",
      "2022-04-30 inForce, 2022-05-01 repealed"),
    Row(
      "by a notice, which has no validity of its own", plain + "; b:notice pub=2022-01-01 repeals=a",
      "2021-12-31 inForce, 2022-01-01 repealed"),
    Row(
      "from its signature when nothing else is known", plain + "; b made=2022-01-01 repeals=a",
      "2021-12-31 inForce, 2022-01-01 repealed"),
    Row("without any date it does nothing", plain + "; b repeals=a", "2022-01-01 inForce"),
    Row(
      "before the target was ever in force", "a pub=2020-01-01 eff=2024-01-01; b pub=2022-01-01 repeals=a",
      "2021-12-31 notYetInForce, 2022-01-01 repealed, 2024-01-01 repealed"),
    Row(
      "after the target has lapsed", plain + "; b pub=2025-06-01 repeals=a", "2025-05-31 expired, 2025-06-01 repealed"),
    Row(
      "of several, the first to come",
      plain + "; b pub=2022-01-01 eff=2023-01-01 repeals=a; c pub=2022-01-01 eff=2022-06-01 repeals=a",
      "2022-05-31 inForce, 2022-06-01 repealed, 2023-01-01 repealed"),
    Row(
      "by replacement", plain + "; b pub=2022-01-01 eff=2022-03-01 replaces=a",
      "2022-02-28 inForce, 2022-03-01 repealed"),
    Row("by a draft: no", plain + "; b pub=2022-01-01 repeals=a draft", "2023-01-01 inForce"),
    Row("by a document on request: no", plain + "; b pub=2022-01-01 repeals=a onRequest", "2023-01-01 inForce"),
    Row(
      "by an embargoed document: when it is public", plain + "; b pub=2024-01-01 eff=2022-01-01 repeals=a",
      "2023-12-31 inForce, 2024-01-01 repealed"),
    Row("of itself: no", "a pub=2020-01-01 eff=2020-02-01 repeals=a", "2021-01-01 inForce"),
    Row(
      "by a lapsed document: no", plain + "; b pub=2021-01-01 exp=2021-12-31 repeals=a@2022-01-01", "2022-01-01 inForce"
    ),
    Row(
      "by a document that lapses later: it stays", plain + "; b pub=2021-01-01 eff=2021-01-01 exp=2021-12-31 repeals=a",
      "2021-01-01 repealed, 2022-01-01 repealed"),
  ]

  static let repealsOfRepeals: [Row] = [
    Row(
      "the end of the repealing document revives nothing",
      plain + "; b pub=2022-01-01 eff=2022-01-01 repeals=a; c pub=2023-01-01 repeals=b",
      "2022-06-01 repealed, 2023-06-01 repealed"),
    Row(
      "withdrawn before its day, a repeal does nothing",
      plain + "; b pub=2022-01-01 eff=2022-06-01 repeals=a; c pub=2022-04-01 repeals=b",
      "2022-03-31 inForce, 2022-06-01 inForce, 2024-01-01 inForce"),
    Row(
      "withdrawn on its very day, it does nothing",
      plain + "; b pub=2022-01-01 eff=2022-06-01 repeals=a; c pub=2022-06-01 repeals=b", "2022-06-01 inForce"),
    Row(
      "withdrawn one day too late, it stays",
      plain + "; b pub=2022-01-01 eff=2022-06-01 repeals=a; c pub=2022-06-02 repeals=b",
      "2022-06-01 repealed, 2022-06-02 repealed"),
    Row(
      "the withdrawal was itself withdrawn in time",
      plain
        + "; b pub=2022-01-01 eff=2022-06-01 repeals=a; c pub=2022-04-01 eff=2022-05-01 repeals=b; d pub=2022-04-15 repeals=c",
      "2022-05-31 inForce, 2022-06-01 repealed"),
    Row(
      "a notice that repeals can be withdrawn as well",
      plain + "; b:notice pub=2022-01-01 repeals=a@2022-06-01; c:notice pub=2022-04-01 repeals=b", "2022-06-01 inForce"),
    Row(
      "void from the start, it never did anything", plain + "; b pub=2022-01-01 repeals=a says=annulled",
      "2023-01-01 inForce"),
    Row(
      "annulled later, what it did is undone",
      plain + "; b pub=2022-01-01 eff=2022-01-01 repeals=a; c pub=2023-01-01 annuls=b",
      "2022-12-31 repealed, 2023-01-01 inForce, 2025-02-01 expired"),
    Row(
      "the annulment was void itself",
      plain + "; b pub=2022-01-01 eff=2022-01-01 repeals=a; c pub=2023-01-01 annuls=b says=annulled",
      "2023-01-01 repealed"),
    Row(
      "a chain of versions",
      "a pub=2010-01-01 eff=2010-01-01; b pub=2015-01-01 eff=2015-01-01 replaces=a; c pub=2020-01-01 eff=2020-01-01 replaces=b",
      "2014-12-31 inForce, 2015-01-01 repealed, 2020-01-01 repealed"),
  ]

  static let parts: [Row] = [
    Row(
      "partly, until the end of its term", plain + "; b pub=2022-01-01 repeals=a#第三条",
      "2021-12-31 inForce, 2022-01-01 partiallyRepealed, 2025-02-01 expired"),
    Row(
      "partly, then wholly", plain + "; b pub=2022-01-01 repeals=a#第三条; c pub=2023-01-01 repeals=a",
      "2022-01-01 partiallyRepealed, 2023-01-01 repealed"),
    Row(
      "a part replaced is a part repealed", plain + "; b pub=2022-01-01 replaces=a#第三条", "2022-01-01 partiallyRepealed"),
    Row(
      "a part annulled is a part repealed", plain + "; b pub=2022-01-01 annuls=a#第三条", "2022-01-01 partiallyRepealed"),
    Row(
      "a part before its first day", "a pub=2020-01-01 eff=2023-01-01; b pub=2022-01-01 repeals=a#第三条",
      "2022-06-01 notYetInForce, 2023-01-01 partiallyRepealed"),
    Row("amended", plain + "; b pub=2022-01-01 amends=a", "2021-12-31 inForce, 2022-01-01 amended, 2025-02-01 expired"),
    Row("amended in part", plain + "; b pub=2022-01-01 amends=a#第三条", "2022-01-01 amended"),
    Row(
      "amended on its own day", plain + "; b pub=2022-01-01 eff=2022-01-01 amends=a@2022-07-01",
      "2022-06-30 inForce, 2022-07-01 amended"),
    Row(
      "amended, then repealed", plain + "; b pub=2022-01-01 amends=a; c pub=2023-01-01 repeals=a",
      "2022-12-31 amended, 2023-01-01 repealed"),
    Row(
      "amended and partly repealed shows what weighs more",
      plain + "; b pub=2022-01-01 amends=a; c pub=2023-01-01 repeals=a#第三条",
      "2022-12-31 amended, 2023-01-01 partiallyRepealed"),
    Row(
      "an amending document that is repealed later", plain + "; b pub=2022-01-01 amends=a; c pub=2023-01-01 repeals=b",
      "2024-01-01 amended"),
    Row("a document with no dates, amended", "a; b pub=2022-01-01 amends=a", "2021-12-31 unstated, 2022-01-01 amended"),
    Row("a correction changes no state", plain + "; b pub=2022-01-01 corrects=a#第三条", "2022-01-01 inForce"),
    Row(
      "an interpretation changes no state", plain + "; b pub=2022-01-01 interprets=a basedOn=a evaluates=a contains=a",
      "2022-01-01 inForce"),
  ]

  static let terms: [Row] = [
    Row(
      "declared lapsed by an act", plain + "; b pub=2022-01-01 terminates=a", "2021-12-31 inForce, 2022-01-01 expired"),
    Row(
      "declared lapsed, then repealed", plain + "; b pub=2022-01-01 terminates=a; c pub=2023-01-01 repeals=a",
      "2022-12-31 expired, 2023-01-01 repealed"),
    Row(
      "extended in time", plain + "; b pub=2024-12-01 extends=a>2028-01-31",
      "2025-01-31 inForce, 2025-02-01 inForce, 2028-01-31 inForce, 2028-02-01 expired"),
    Row(
      "extended twice", plain + "; b pub=2024-12-01 extends=a>2026-01-31; c pub=2025-12-01 extends=a>2027-01-31",
      "2026-02-01 inForce, 2027-02-01 expired"),
    Row(
      "extended too late, in force again from that day", plain + "; b pub=2025-03-01 extends=a>2028-01-31",
      "2025-02-28 expired, 2025-03-01 inForce, 2028-02-01 expired"),
    Row(
      "an extension that is void", plain + "; b pub=2024-12-01 extends=a>2028-01-31 says=annulled", "2025-02-01 expired"
    ),
    Row(
      "an extension that is annulled later",
      plain + "; b pub=2024-12-01 extends=a>2028-01-31; c pub=2026-01-01 annuls=b",
      "2025-12-31 inForce, 2026-01-01 expired"),
    Row(
      "extended and amended", plain + "; b pub=2024-12-01 extends=a>2028-01-31 amends=a",
      "2024-12-01 amended, 2028-01-31 amended, 2028-02-01 expired"),
    Row(
      "annulled by an act: void, whatever its dates", plain + "; b pub=2022-01-01 annuls=a",
      "2021-12-31 inForce, 2022-01-01 annulled, 2026-01-01 annulled"),
    Row(
      "annulled after its repeal", plain + "; b pub=2022-01-01 repeals=a; c pub=2023-01-01 annuls=a",
      "2022-06-01 repealed, 2023-01-01 annulled"),
  ]

  static let otherLifecycles: [Row] = [
    Row(
      "a consultation opens and closes", "a:consultation opens=2026-02-01 closes=2026-03-03",
      "2026-01-31 upcoming, 2026-02-01 open, 2026-03-03 open, 2026-03-04 closed"),
    Row(
      "and is answered", "a:consultation opens=2026-02-01 closes=2026-03-03; b:notice pub=2026-04-01 outcomeOf=a",
      "2026-03-31 closed, 2026-04-01 answered"),
    Row(
      "by the first of two outcomes",
      "a:consultation opens=2026-02-01 closes=2026-03-03; b:notice pub=2026-05-01 outcomeOf=a; c:notice pub=2026-04-01 outcomeOf=a",
      "2026-03-31 closed, 2026-04-01 answered, 2026-05-01 answered"),
    Row(
      "an outcome that is a draft answers nothing",
      "a:consultation opens=2026-02-01 closes=2026-03-03; b:notice pub=2026-04-01 outcomeOf=a draft",
      "2026-05-01 closed"),
    Row(
      "a public notice", "a:publicNotice opens=2026-02-01 closes=2026-02-07",
      "2026-01-31 upcoming, 2026-02-01 current, 2026-02-07 current, 2026-02-08 ended"),
    Row(
      "a task falls due", "a:task closes=2026-06-30",
      "2026-06-14 pending, 2026-06-15 dueSoon, 2026-06-30 dueSoon, 2026-07-01 overdue"),
    Row(
      "a task that is done stays done", "a:task closes=2026-06-30 done=2026-06-20",
      "2026-06-19 dueSoon, 2026-06-20 done, 2026-07-01 done"),
    Row("a task done too late", "a:task closes=2026-06-30 done=2026-08-01", "2026-07-31 overdue, 2026-08-01 done"),
    Row(
      "a task done by its outcome", "a:task closes=2026-06-30; b:notice pub=2026-05-01 outcomeOf=a",
      "2026-04-30 pending, 2026-05-01 done"),
    Row("a task without a day", "a:task", "2026-06-30 pending"),
    Row("an embargo", "a pub=2026-05-01 eff=2020-01-01", "2026-04-30 -, 2026-05-01 inForce"),
    Row("a draft", "a eff=2020-01-01 draft", "2026-05-01 -"),
    Row("a document on request", "a eff=2020-01-01 onRequest", "2026-05-01 -"),
  ]

  static let rows = dates + declared + repeals + repealsOfRepeals + parts + terms + otherLifecycles
}

struct TruthTableTests {
  @Test(arguments: TruthTable.rows) func `the state on a day`(_ row: TruthTable.Row) throws {
    let documents = try row.documents.split(separator: ";").map { try DocumentLine.read($0) }
    for expectation in row.states.split(separator: ",") {
      let words = expectation.split(separator: " ").map(String.init)
      let day = try #require(words.first)
      let word = try #require(words.last)
      let state = State(rawValue: word)
      try #require(state != nil || word == "-", "\(word)")
      #expect(CorpusFixture.state("a", documents, on: day) == state, "\(day)")
      #expect(CorpusFixture.state("a", documents.reversed(), on: day) == state, "order of files, \(day)")
    }
  }

  @Test func `the table is as long as it should be`() {
    #expect(TruthTable.rows.count >= 60 && Set(TruthTable.rows.map(\.name)).count == TruthTable.rows.count)
  }
}

/// A document as ``TruthTable`` writes it.
enum DocumentLine {
  private typealias F = CorpusFixture

  static func read(_ line: Substring) throws -> Document {
    let words = line.split(separator: " ")
    let head = try #require(words.first).split(separator: ":").map(String.init)
    var document = F.document(head[0], kind: head.count > 1 ? head[1] : "policy")
    for word in words.dropFirst() {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      if let kind = RelationKind(rawValue: parts[0]) {
        document.relations[kind, default: []].append(reference(parts[1]))
      } else {
        try set(parts[0], parts.last ?? "", &document)
      }
    }
    return document
  }

  private static func set(_ word: String, _ value: String, _ document: inout Document) throws {
    switch word {
    case "pub": document.publishedOn = Moment(day: F.day(value))
    case "made": document.documentDate = F.day(value)
    case "eff": document.effectiveOn = F.day(value)
    case "exp": document.expiresOn = F.day(value)
    case "opens": document.opensOn = F.day(value)
    case "closes": document.closesOn = F.day(value)
    case "done": document.doneOn = F.day(value)
    case "says":
      document.declaredValidity = DeclaredValidity(rawValue: value)
      try #require(document.declaredValidity != nil)
    case "draft": document.isDraft = true
    case "onRequest": document.disclosure = .onRequest
    default: Issue.record("unknown word \(word)")
    }
  }

  private static func reference(_ text: String) -> Reference {
    var rest = text[...]
    func take(after mark: Character) -> String? {
      guard let place = rest.lastIndex(of: mark) else { return nil }
      defer { rest = rest[..<place] }
      return String(rest[rest.index(after: place)...])
    }
    let (until, article, on) = (take(after: ">"), take(after: "#"), take(after: "@"))
    return Reference(
      target: .path(DocumentID("zhengce/" + rest)), on: on.map(F.day), until: until.map(F.day),
      articles: article.map { [$0] } ?? [])
  }
}
