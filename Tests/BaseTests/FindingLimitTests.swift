import Base
import Testing

@Suite("The limit of findings")
struct FindingLimitTests {
  private func finding(_ line: Int, _ severity: Severity = .warning, in path: String = "a.md") -> Diagnostic {
    Diagnostic("x", severity, at: Diagnostic.Location(path: path, start: SourcePosition(line: line, column: 1)), "甲")
  }

  @Test("lists the first of each file and counts the others, as serious as the worst of them")
  func limit() {
    let all = (1...1003).reversed().map { finding($0, $0 == 1002 ? .error : .warning) } + [finding(1, in: "b.md")]
    let limited = all.limitedPerFile().sorted()
    #expect(limited.count == 1002 && limited.last?.location.path == "b.md")
    let more = limited.first { $0.rule == "more-findings" }
    #expect(more?.location.start.line == 1001 && more?.severity == .error)
    #expect(more?.message == "这个文件的问题超过 1000 处，从这里起另有 3 处没有列出")
  }

  @Test("leaves as many as are allowed alone") func few() {
    let all = (1...1000).map { finding($0) }
    #expect(all.limitedPerFile() == all)
  }
}
