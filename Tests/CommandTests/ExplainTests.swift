import Base
import TestSupport
import Testing

@testable import gongkai

@Suite("What a rule means")
struct ExplainTests {
  @Test("is said by its id") func one() async {
    let (status, out, error) = await Captured.run("explain", "Number-Year")
    #expect(status == .success && error == "")
    #expect(
      out == """
        number-year（错误、警告）
          含义：发文字号的年份与成文日期不是同一年；其他机关的文号是警告
          例子：高政发〔2022〕3号，成文日期 2023-05-01
          改法：核对文号和日期
          依据：本程序的要求

        """)
    #expect(await Captured.run("explain", "short-consultation").out.contains("依据：重大行政决策程序暂行条例第十五条\n"))
  }

  @Test("is asked back when nobody knows the id") func unknown() async {
    let (status, out, error) = await Captured.run("explain", "dead-links")
    #expect(status == .usage && out == "")
    #expect(error.hasPrefix("错误：没有规则“dead-links”；是否想写：dead-link") && error.hasSuffix("？\n全部编号：gongkai explain\n"))
  }

  @Test("is listed for all of them, and written as the page of the handbook") func all() async throws {
    let listed = await Captured.run("explain").out.split(separator: "\n")
    #expect(listed.count == RuleTable.all.count + RuleTable.chapters.count)
    #expect(await Captured.run("explain", "--markdown").out == RuleTable.markdown)
  }
}
