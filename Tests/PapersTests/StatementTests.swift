import Base
import Testing

@testable import Papers

/// What texts say about when they apply and what they do to others, in the wordings of real ones.
@Suite("Statements")
struct StatementTests {
  @Test(
    "the first day",
    arguments: [
      ("本办法自2024年3月1日起施行。", "2024-03-01"), ("第九条　本办法自 2024 年 3 月 1 日起施行。", "2024-03-01"),
      ("本通知自2024年3月1日实施。", "2024-03-01"), ("现予公布，自2024年3月1日起正式施行。", "2024-03-01"),
      ("本规定从二〇二四年三月一日起执行。", "2024-03-01"), ("本办法自印发之日起施行。", "made+0"), ("七、自发文之日起执行。", "made+0"),
      ("本公告自发布之日起施行。", "published+0"), ("本办法自公布之日起30日后施行。", "published+30"), ("本意见自公布之日起施行，有效期五年。", "published+0"),
      ("上述政策自2024年3月1日起执行。", "2024-03-01"), ("自2024年3月1日起试行一年。", "2024-03-01"), ("本办法自即日起施行。", "made+0"),
    ])
  func commencement(_ text: String, _ day: String) {
    #expect(starts(text) == [day])
  }

  @Test("of a long line, the last sentence is still understood")
  func longLines() {
    #expect(starts(String(repeating: "说明。", count: 5000) + "本办法自2024年3月1日起施行。") == ["2024-03-01"])
  }

  @Test("a quotation is one however far away its marks are")
  func quotations() {
    let text = String(repeating: "说明。", count: 500)
    #expect(starts("“\(text)本办法自2024年3月1日起施行。\(text)”") == [])
    #expect(starts("“\(text)”本办法自2024年3月1日起施行。“\(text)”") == ["2024-03-01"])
  }

  private func starts(_ text: String) -> [String] {
    paper(text).commencements.map { stated in
      let articles = stated.value.articles.joined(separator: "、")
      let day =
        switch stated.value.start {
        case .day(let day): day.iso
        case .event(let event, let days): "\(event)+\(days)"
        }
      return articles.isEmpty ? day : "\(articles) \(day)"
    }
  }

  @Test(
    "that of provisions is their own",
    arguments: [
      ("第九条　本办法自2024年3月1日起施行，第四条自2025年1月1日起施行。", ["2024-03-01", "第四条 2025-01-01"]),
      ("第四条、第六条自2025年1月1日起施行。", ["第四条、第六条 2025-01-01"]), ("其中，本办法第三章自2025年1月1日起实施。", ["第三章 2025-01-01"]),
    ])
  func staged(_ text: String, _ expected: [String]) { #expect(starts(text) == expected) }

  @Test(
    "the days of others, of parts and of conditions are not",
    arguments: [
      "《省里的办法》自2024年3月1日起施行。", "以上一、二项政策自2024年3月1日起执行。", "“本办法自2024年3月1日起施行”修改为。", "本办法自2024年3月1日起施行前签订的合同。",
      "自收到申请之日起十日内执行。", "2024年3月1日起施行的规定。", "项目自2024年3月1日起实施。", "上述调整自2024年3月1日起执行。",
      "落实《省里的意见》（省政发〔2025〕9号，自2025年10月1日起施行），现通知如下。",
    ])
  func notOwn(_ text: String) { #expect(starts(text) == []) }

  @Test(
    "the term",
    arguments: [
      ("本办法自2024年3月1日起施行，有效期5年。", "5年"), ("本办法自2024年3月1日起施行，有效期至 2029 年 2 月 28 日。", "2029-02-28"),
      ("有效期限为五年。", "五年"), ("本办法有效期 1 年。", "1年"), ("本办法自发布之日起施行（有效期五年）。", "五年"),
      ("本办法有效期5年，自2024年3月1日起施行。", "5年"), ("本通知自发布之日实施，有效期3年。", "3年"),
      ("本办法有效期自2024年3月1日至2026年12月31日。", "2024-03-01–2026-12-31"),
      ("有效期为2024年3月1日至2026年12月31日。", "2024-03-01–2026-12-31"), ("本办法自公布之日起施行，试行期一年。", "一年"),
      ("本办法试行1年。", "1年"), ("本办法自公布之日起施行（试行3年）。", "3年"), ("上述政策执行期限至2026年12月31日。", "2026-12-31"),
      ("本通知自2024年3月1日起施行，执行期限暂定两年。", "两年"), ("除第三条外，本办法有效期5年。", "5年"),
      ("本办法自2024年3月1日起施行，至2026年12月31日止。", "2026-12-31"),
      ("本办法自2024年3月1日起施行，执行至2026年12月31日。", "2026-12-31"),
      ("第九条　本办法自2024年3月1日至2026年12月31日有效。", "2024-03-01–2026-12-31"),
      ("本办法自印发之日起施行。有效期5年。", "5年"), ("本政策自2024年3月1日起至2026年12月31日止执行。", "2024-03-01–2026-12-31"),
      ("自公布之日起试行一年。", "一年"), ("本办法自发布之日起实施，有效期截止到2029年2月28日。", "2029-02-28"),
    ])
  func term(_ text: String, _ end: String) { #expect(terms(text) == [end]) }

  private func terms(_ text: String) -> [String] {
    paper(text).terms.map { stated in
      let from = stated.value.from.map { $0.iso + "–" } ?? ""
      return switch stated.value.end {
      case .day(let day): from + day.iso
      case .duration(_, let text): from + text
      }
    }
  }

  @Test(
    "the terms of permits, of others and of rules are not",
    arguments: [
      "许可证有效期5年。", "商标备案自2024年3月1日起生效，有效期为10年。", "临时使用林地的期限，有效期2年的。", "《省里的办法》自2024年3月1日起施行，有效期5年。", "规范性文件有效期为3年至5年。",
      "取得的资格证书有效期三年。", "服务协议有效期可为1年。", "贷款的执行期限至2026年12月31日。", "松溪县管理办法（试行）",
    ])
  func noTerm(_ text: String) { #expect(terms(text) == []) }

  @Test(
    "what is ended",
    arguments: [
      ("《旧办法》（松政发〔2019〕3号）同时废止。", ["旧办法 松政发〔2019〕3号 废止"]), ("松政发〔2019〕3号同时废止。", [" 松政发〔2019〕3号 废止"]),
      ("原松政发〔2019〕3号文件自即日起失效。", [" 松政发〔2019〕3号 失效"]), ("《旧办法》（松政发〔2019〕3号）不再执行。", ["旧办法 松政发〔2019〕3号 不再执行"]),
      ("原《旧办法》（松政发〔2019〕3号）同时作废。", ["旧办法 松政发〔2019〕3号 作废"]),
      ("经研究，决定废止《甲》（松政发〔2019〕3号）和《乙》（松政发〔2019〕4号）。", ["甲 松政发〔2019〕3号 废止", "乙 松政发〔2019〕4号 废止"]),
      ("《旧办法》自2024年3月1日起停止执行。", ["旧办法 - 停止执行"]),
      ("决定废止下列文件：\n| 松政发〔2019〕3号", [" 松政发〔2019〕3号 废止"]),
      (
        "决定对下列文件予以废止：\n1.《甲》（松政发〔2019〕3号）\n2.《乙》（松政发〔2019〕4号）\n松溪县人民政府\n2024年5月6日",
        ["甲 松政发〔2019〕3号 废止", "乙 松政发〔2019〕4号 废止"]
      ),
      ("# 宣布失效的文件目录\n| 序号\t名称\t文号", []),
    ])
  func ends(_ text: String, _ expected: [String]) { #expect(acts(text, .ends) == expected) }

  private func acts(_ text: String, _ kind: StatedAct.Kind) -> [String] {
    paper(text).acts.filter { $0.value.kind == kind }.map {
      "\($0.value.title) \($0.value.number?.text ?? "-") \($0.value.word)"
    }
  }

  @Test("a list of what stays in force ends nothing") func kept() {
    let text = "决定对下列文件宣布失效：\n1.《甲》（松政发〔2019〕3号）\n继续有效的文件\n2.《乙》（松政发〔2019〕4号）"
    #expect(acts(text, .ends) == ["甲 松政发〔2019〕3号 失效"])
  }

  @Test("a line about provisions ends no document") func provisions() {
    let text = "对下列文件予以废止或者修改：\n一、废止《甲》（松政发〔2019〕3号）第三条。\n二、将《乙》（松政发〔2019〕4号）第六条修改为“丙”。"
    #expect(acts(text, .ends) == [])
  }

  @Test(
    "reports, plans and references end nothing",
    arguments: [
      "根据《关于废止部分文件的决定》（松政发〔2019〕3号）办理。", "《甲》（松政发〔2019〕3号）已废止。", "《甲》（松政发〔2019〕3号）有效期届满后失效的。",
      "建议废止《甲》（松政发〔2019〕3号）。", "按《甲》（松政发〔2019〕3号）取得的凭证作废。", "废止《甲》（松政发〔2019〕3号）第三条。",
    ])
  func endsNothing(_ text: String) { #expect(acts(text, .ends) == []) }

  @Test("amendments and extensions") func changes() {
    #expect(acts("《甲》（松政发〔2019〕3号）第三条修改为：“乙”。", .amends) == ["甲 松政发〔2019〕3号 修改"])
    #expect(acts("现对《甲》（松政发〔2019〕3号）作如下修改：", .amends) == ["甲 松政发〔2019〕3号 修改"])
    #expect(acts("《甲》（松政发〔2019〕3号）有效期延长至2027年12月31日。", .extends) == ["甲 松政发〔2019〕3号 延长有效期"])
    #expect(acts("根据《甲》（松政发〔2019〕3号）第三条修改为年度计划。", .amends) == [])
    #expect(acts("将《甲》第一百六十九条的罪名由“丙”修改为“丁”。", .amends) == [])
    #expect(acts("将《甲》第三条由“丙”修改为“丁”。", .amends).count == 1)
    #expect(acts("《甲》（松政发〔2019〕3号）可以延长至三年。", .extends) == [])
    #expect(acts("《甲》的有效期经松政发〔2019〕3号延长至2027年12月31日。", .extends) == [])
  }

  @Test(
    "provisions that are ended",
    arguments: [
      ("《甲》（松政发〔2019〕3号）第三条同时废止。", ["第三条"]), ("《甲》（松政发〔2019〕3号）第三条、第五条予以废止。", ["第三条", "第五条"]),
      ("二、废止《甲》（松政发〔2019〕3号）第十七条。该办法其他条款继续有效。", ["第十七条"]), ("自2024年3月1日起，废止《甲》第四条第二款。", ["第四条第二款"]),
      ("根据《甲》（松政发〔2019〕3号）第三条废止。", []), ("《甲》（松政发〔2019〕3号）第三条废止的，从其规定。", []),
    ])
  func endsPart(_ text: String, _ articles: [String]) {
    let found = paper(text).acts.filter { $0.value.kind == .endsPart }
    #expect(found.flatMap(\.value.articles) == articles && acts(text, .ends) == [])
  }

  @Test("the years of cited numbers") func years() {
    #expect(paper("根据国办发〔2023〕5号和〔2021〕年度计划。").citedYears.map(\.value) == [2023])
  }
}
