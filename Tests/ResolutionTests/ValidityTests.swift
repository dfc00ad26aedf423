import Documents
import Resolution
import Testing

struct ValidityTests {
  /// One row: the documents, the day, and the state of the document `a` on it.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let documents: [Document]
    let states: [(day: String, state: State?)]
    var testDescription: String { name }

    init(_ name: String, _ documents: [Document], _ states: [(String, State?)]) {
      self.name = name
      self.documents = documents
      self.states = states.map { (day: $0.0, state: $0.1) }
    }
  }

  typealias F = CorpusFixture

  static let plain = F.document("a") {
    $0.publishedOn = Moment(day: F.day("2020-01-01"))
    $0.effectiveOn = F.day("2020-02-01")
    $0.expiresOn = F.day("2025-01-31")
  }

  /// A document `b` that acts on `a`.
  static func acting(
    _ relation: RelationKind, published: String, effective: String? = nil, on: String? = nil, articles: [String] = [],
    kind: String = "policy", _ edit: (inout Document) -> Void = { _ in }
  ) -> Document {
    F.document("b", kind: kind) {
      $0.publishedOn = Moment(day: F.day(published))
      $0.effectiveOn = effective.map(F.day)
      $0.relations[relation] = [F.reference("a", on: on, articles: articles)]
      edit(&$0)
    }
  }

  static let rows: [Row] = [
    Row(
      "dates alone", [plain],
      [
        ("2019-12-31", nil), ("2020-01-01", .notYetInForce), ("2020-01-31", .notYetInForce), ("2020-02-01", .inForce),
        ("2025-01-31", .inForce), ("2025-02-01", .expired),
      ]),
    Row("nothing known", [F.document("a")], [("2026-01-01", .unstated)]),
    Row("declared in force", [F.document("a") { $0.declaredValidity = .inForce }], [("2026-01-01", .inForce)]),
    Row("declared repealed", [F.document("a") { $0.declaredValidity = .repealed }], [("2026-01-01", .repealed)]),
    Row(
      "declared void wins over every date",
      [
        F.document("a") {
          $0.declaredValidity = .annulled
          $0.effectiveOn = F.day("2020-01-01")
        }
      ], [("2019-01-01", .annulled), ("2026-01-01", .annulled)]),
    Row(
      "repealed from the day the acting document takes effect",
      [plain, acting(.repeals, published: "2022-01-01", effective: "2022-03-01")],
      [("2022-02-28", .inForce), ("2022-03-01", .repealed), ("2026-01-01", .repealed)]),
    Row(
      "never before the acting document is public",
      [plain, acting(.repeals, published: "2022-05-01", effective: "2022-03-01")],
      [("2022-04-30", .inForce), ("2022-05-01", .repealed)]),
    Row(
      "on its own day", [plain, acting(.repeals, published: "2022-01-01", effective: "2022-01-01", on: "2023-01-01")],
      [("2022-12-31", .inForce), ("2023-01-01", .repealed)]),
    Row(
      "by a notice, which has no validity of its own",
      [plain, acting(.repeals, published: "2022-01-01", kind: "notice")],
      [("2021-12-31", .inForce), ("2022-01-01", .repealed)]),
    Row(
      "partly", [plain, acting(.repeals, published: "2022-01-01", articles: ["第三条"])],
      [("2022-01-01", .partiallyRepealed), ("2025-02-01", .expired)]),
    Row(
      "amended", [plain, acting(.amends, published: "2022-01-01")],
      [("2021-12-31", .inForce), ("2022-01-01", .amended)]),
    Row("replaced", [plain, acting(.replaces, published: "2022-01-01")], [("2022-01-01", .repealed)]),
    Row(
      "a void repeal does nothing",
      [plain, acting(.repeals, published: "2022-01-01") { $0.declaredValidity = .annulled }], [("2023-01-01", .inForce)]
    ),
    Row(
      "a repealing document withdrawn before its day does nothing",
      [
        plain, acting(.repeals, published: "2022-01-01", effective: "2022-06-01"),
        F.document("c") {
          $0.publishedOn = Moment(day: F.day("2022-04-01"))
          $0.relations[.repeals] = [F.reference("b")]
        },
      ], [("2022-06-01", .inForce), ("2024-01-01", .inForce)]),
    Row(
      "the end of the repealing document revives nothing",
      [
        plain, acting(.repeals, published: "2022-01-01", effective: "2022-01-01"),
        F.document("c") {
          $0.publishedOn = Moment(day: F.day("2023-01-01"))
          $0.relations[.repeals] = [F.reference("b")]
        },
      ], [("2023-06-01", .repealed)]),
    Row(
      "a draft does nothing", [plain, acting(.repeals, published: "2022-01-01") { $0.isDraft = true }],
      [("2023-01-01", .inForce)]),
  ]

  @Test(arguments: rows) func `the state on a day`(_ row: Row) {
    for (day, state) in row.states {
      #expect(F.state("a", row.documents, on: day) == state, "\(row.name) on \(day)")
      #expect(F.state("a", row.documents.reversed(), on: day) == state, "order of files")
    }
  }

  @Test func `a status says since when, until when, by what and what follows`() throws {
    let documents = [Self.plain, Self.acting(.repeals, published: "2022-01-01", effective: "2022-03-01")]
    let before = try #require(F.corpus(documents, on: "2022-02-10")[DocumentID("zhengce/a")]?.status)
    #expect(before.since == F.day("2020-02-01"))
    #expect(before.until == F.day("2022-02-28"))
    #expect(before.next == .repealed)
    let after = try #require(F.corpus(documents, on: "2026-01-01")[DocumentID("zhengce/a")]?.status)
    #expect(after.state == .repealed && after.since == F.day("2022-03-01") && after.until == nil)
    #expect(after.by == [DocumentID("zhengce/b")] && after.upcoming.isEmpty)
  }

  @Test func `two documents that end each other do not hang, and neither is preferred`() {
    let a = F.document("a") {
      $0.relations[.repeals] = [F.reference("b")]
      $0.effectiveOn = F.day("2020-01-01")
    }
    let b = F.document("b") {
      $0.relations[.repeals] = [F.reference("a")]
      $0.effectiveOn = F.day("2020-01-01")
    }
    #expect(F.state("a", [a, b], on: "2021-01-01") == F.state("b", [a, b], on: "2021-01-01"))
  }
}
