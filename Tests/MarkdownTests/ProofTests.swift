import Base
import Testing

@testable import Markdown

@Suite("Every letter of the source stands on the page")
struct ProofTests {
  /// What official texts contain, and what they should not.
  private static let pieces = [
    "甲", "办法", "第三条　", "一、总体要求", "（一）", "，", "。", "：", "“", "”", "《", "》", "（", "）", "、", "　", " ", "  ", "\t", "A",
    "b_c", "12",
    "3.5", "*", "**", "***", "****", "_", "__", "`", "``", "[", "]", "(", ")", "![", "](", "](a.pdf)", "](二)",
    "](附件 1.docx)",
    "](D:\\公开\\a.docx)", "（https://a.cn/）", "[^1]", "[^注]", ":", "<", ">", ">90", "<b>", "</b>", "<o:p>", "<联系人>",
    "<https://a.cn/x_y>", "<a href=\"x\">", "<!--", "-->", "&nbsp;", "&sp;", "&lt;", "&amp;", "&#20108;", "&", "\\",
    "\\*", "|", "||", "^^",
    "-", "+", "#", "##", "~", "~~", "=", "•", "＃", "｜", "\"", "'", "𠮷", "é", "\u{200B}", "😀",
  ]
  private static let beginnings = [
    "", "", "", "", "", "- ", "* ", "+ ", "1. ", "2. ", "4. ", "1) ", "2023. ", "> ", ">> ", ">", "# ", "## ", "    ",
    "\t", "  ", "　　", "   - ",
    "  1. ", "| ", "|---|---|", "---", "===", "```", "~~~", "***", "[^1]: ", "[^注]：", "[注]: ", "<div>", "<!-- ", "-",
    "#", "·", "•　",
  ]

  private func text(_ random: inout SeededGenerator) -> String {
    let lines = (0..<Int.random(in: 1...9, using: &random)).map { _ in
      let count = [0, 1, 2, 3, 5, 8].randomElement(using: &random) ?? 1
      return (Self.beginnings.randomElement(using: &random) ?? "")
        + (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
    }
    return lines.joined(separator: ["\n", "\n", "\n\n", "\r\n"].randomElement(using: &random) ?? "\n")
  }

  @Test("on random texts: nothing is lost, both ways through the renderer agree, places are in the text")
  func random() {
    for seed in 1...12_000 {
      var random = SeededGenerator(UInt64(seed) &+ 31_000_000)
      let source = text(&random)
      let rendered = rendered(source)
      #expect(!rendered.issues.contains { $0.id == "lost-text" }, "\(source.debugDescription)\n\(rendered.filledHTML)")
      #expect(rendered == slowly(source), "\(source.debugDescription)")
      for issue in rendered.issues {
        #expect(issue.place.upperBound <= source.utf8.count, "\(source.debugDescription)")
      }
    }
  }

  private func slowly(_ source: String) -> MarkdownText { MarkdownTests.rendered(source, usesPlainPath: false) }

  @Test("a letter, digit or sign that is missing, changed or added is found where it stands")
  func mutations() {
    let source =
      "# 办法\n\n第三条　补助**15%**，见[附件](a.pdf)。\n\n1. 甲\n2. 乙\n\n| 项 | 数 |\n|---|---|\n| 丙 | 300 |\n\n> 引 &lt; 文\n"
    let page = rendered(source).html
    func loss(_ page: [UInt8]) -> Int? {
      Array(source.utf8).withUnsafeBufferPointer { source in
        page.withUnsafeBufferPointer { page in
          var proof = TextProof(source: source, html: page, dropped: [])
          return proof.firstLoss()?.source
        }
      }
    }
    #expect(loss(page) == nil)
    let text = String(decoding: page, as: UTF8.self)
    for (written, shown) in [
      ("15%", "16%"), ("15%", "1.5%"), ("300", "30"), ("引", ""), ("&lt;", "&gt;"), ("<strong>", ""), ("甲", "甲甲"),
      ("丙", "乙"),
      ("<ol>", "<ol start=\"2\">"), ("<li>乙", "<li value=\"3\">乙"), ("附件", "附 件1"), ("法", "法。"),
    ] {
      let page = text.replacing(written, with: shown, maxReplacements: 1)
      #expect(loss(Array(page.utf8)) != nil, "\(written) \(shown)")
    }
    let lost = text.replacing("300", with: "")
    #expect(loss(Array(lost.utf8)) == Array(source.utf8).firstRange(of: Array("300".utf8))?.lowerBound)
  }

  @Test("a difference becomes an error at its place")
  func issue() {
    let source = Array("甲\n\n乙丙\n".utf8)
    var reading = source.withUnsafeBufferPointer { render($0, options: .document, usesPlainPath: true) }
    Array("甲\n\n乙丁丙\n".utf8).withUnsafeBufferPointer { reading.prove(against: $0) }
    #expect(reading.text.issues.map(\.id) == ["lost-text"])
    #expect(reading.text.issues.map(\.place) == [8..<14])
  }
}

@Suite("Sentences that are broken in two")
struct BrokenSentenceTests {
  @Test(
    "are found, with both places",
    arguments: [
      "要推进“证照分离”“照后减证”改革，做好“一\n业一证”等改革举措的信息公开。\n", "各单位要加强领导，落实责任，按照各自职责推进高\n\n质量发展相关政策的公开。\n",
      "抄送县委办公室，县人大常委会办公室，县法院，\n县检察院，县人武部有关科室。\n",
    ])
  func found(_ source: String) {
    #expect(rendered(source).issues.map(\.id) == ["broken-sentence"])
    guard let issue = rendered(source).issues.first, case .brokenSentence(let end, let next) = issue.kind,
      let place = issue.other
    else { return }
    #expect(source.contains(end + "\n") && source.contains("\n" + next))
    #expect(String(decoding: Array(source.utf8)[place], as: UTF8.self).hasPrefix(next))
  }

  @Test(
    "what ends as it should, or stands alone, is no broken sentence",
    arguments: [
      "关于印发《安澜县河道管理办法》的通知\n各乡镇人民政府，县政府各部门和直属机构：\n", "现印发给你们，请认真贯彻执行，并及时报告情况。\n安澜县人民政府办公室\n2023年7月20日\n",
      "组　长：张某某　副县长、县公安局局长，负责全面工作\n副组长：李某某　县水利局局长。\n", "申请人应当提交下列材料，并对其真实性负责：\n身份证明。\n",
      "各单位要加强领导，落实责任，确保完成全年的任务\n（一）落实责任。\n", "各单位要加强领导，落实责任，确保完成全年的任务\n1.落实责任。\n",
      "各单位要加强领导，落实责任，确保完成全年的任务\n\n- 项。\n", "各单位要加强领导，落实责任，确保完成全年的任务\n附件：任务分解表。\n",
      "姓名：______，住址：____________，电话：________\n申请日期由本人填写。\n",
      "见下图，期限以图为准，图中的日期均为工作日\n\n![流程，期限二十个工作日，逾期视为同意](a.png)\n\n各环节如上。\n",
    ])
  func silent(_ source: String) {
    #expect(!rendered(source).issues.contains { $0.id == "broken-sentence" })
  }
}
