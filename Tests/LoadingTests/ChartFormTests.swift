import Base
import Documents
import Loading
import Testing

@Suite("Charts in kind files")
struct ChartFormTests {
  private static func kind(_ chart: String) -> Fixture {
    Fixture([
      "Templates/kinds/sums.yml": """
      label: 收支
      fields:
        - {key: year, label: 年度, type: number}
        - key: rows
          label: 表
          type: table
          columns:
            - {key: item, label: 项目, type: text, header: true}
            - {key: amount, label: 金额, type: number}
          lines:
            - {key: total, label: 合计}
          chart: \(chart)

      """
    ])
  }

  @Test("are read, one or several")
  func reading() async throws {
    let kinds = try await Self.kind(
      "[{form: bar, value: amount}, {form: line, title: 各年, value: [amount], lines: total, over: year, except: 合计}]"
    ).load().kinds
    let charts = try #require(kinds.first { $0.id == "sums" }?.fields.last).table.charts
    #expect(
      charts == [
        ChartForm(shape: .bar, values: ["amount"]),
        ChartForm(shape: .line, title: "各年", values: ["amount"], lines: ["total"], except: ["合计"], over: "year"),
      ])
  }

  @Test(
    "are checked like every key of a kind, with the place and what to write",
    arguments: [
      ("{form: pie, value: amount}", "wrong-choice"), ("{form: bar, value: amuont}", "unknown-key"),
      ("{form: bar, value: item}", "wrong-choice"), ("{form: bar, value: amount, label: name}", "unknown-key"),
      ("{form: bar, value: amount, lines: none}", "unknown-key"),
      ("{form: line, value: amount, over: month}", "wrong-choice"),
      ("{form: share, value: amount, over: year}", "wrong-choice"), ("{value: amount}", "missing-field"),
      ("{form: bar}", "missing-field"), ("{form: bar, value: amount, colour: red}", "unknown-key"),
    ])
  func checks(_ chart: String, _ rule: String) async throws {
    let library = try await Self.kind(chart).load()
    let findings = library.findings.filter { $0.location.path.hasSuffix("sums.yml") }
    #expect(findings.map(\.rule) == [rule], "\(findings.map(\.message))")
    #expect(findings.allSatisfy { !$0.cures.isEmpty && $0.location.start.line == 12 })
  }

  @Test("belong to tables only")
  func onlyTables() async throws {
    let fixture = Fixture([
      "Templates/kinds/sums.yml":
        "label: 收支\nfields:\n  - {key: year, label: 年度, type: number, chart: {form: bar, value: year}}\n"
    ])
    #expect(try await fixture.load().findings.map(\.rule).contains("fixed-field"))
  }
}
