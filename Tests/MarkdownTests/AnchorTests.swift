import Testing

@testable import Markdown

@Suite("Anchors of official texts")
struct AnchorTests {
  private func anchors(_ source: String) -> [String] { rendered(source).outline.map(\.anchor) }

  @Test(
    "a number gives its anchor, in Chinese or Arabic numerals",
    arguments: [
      ("第三条 为了", "tiao-3"), ("第十条　为了", "tiao-10"), ("第一百零五条 为了", "tiao-105"), ("第12条：为了", "tiao-12"),
      ("第二〇条 为了", "tiao-20"), ("第十二条之一 为了", "tiao-12-1"), ("第３条，为了", "tiao-3"), ("第三条", "tiao-3"),
      ("**第三条** 为了", "tiao-3"), ("　　第三条 为了", "tiao-3"), ("第一千二百六十条 本法", "tiao-1260"),
      ("## 第一章 总则", "zhang-1"), ("### 第二节　罚则", "jie-2"), ("# 第一编 总则", "bian-1"),
      ("第二章 附则", "zhang-2"), ("## 一、总体要求", "s1"), ("一、总体要求", "s1"), ("## 第三条 定义", "tiao-3"),
      ("## 第一部分 收入", "bufen-1"), ("# Open Data 2024", "h-open-data-2024"), ("## 关于工作的说明", "h-1"),
      ("## 2023年工作", "h-1"),
    ])
  func anchor(_ source: String, _ anchor: String) {
    #expect(anchors(source + "\n") == [anchor])
    #expect(html(source).contains(" id=\"\(anchor)\""))
  }

  @Test(
    "what only looks like a number has none",
    arguments: [
      "第三条规定的行为", "第三条、第四条所称", "第三条*规定*", "按照第三条 规定", "（1）正文", "第零条 无", "第三回 故事",
      "第一章规定了总则，第二章规定了分则。", "1、项目", "一 项目",
    ])
  func none(_ source: String) {
    #expect(anchors(source + "\n") == [])
    #expect(!html(source).contains(" id="))
  }

  @Test("an article's number is marked, and stays as it is written")
  func article() {
    #expect(
      html("第三条　本办法\n") == "<p id=\"tiao-3\" class=\"article\"><span class=\"article-number\">第三条</span>　本办法</p>\n")
    #expect(
      html("**第三条** 本办法\n")
        == "<p id=\"tiao-3\" class=\"article\"><strong><span class=\"article-number\">第三条</span></strong> 本办法</p>\n")
  }

  @Test("（一） counts under its 一、, by heading or by line")
  func nested() {
    #expect(
      anchors("一、要求\n\n（一）目标\n\n(二)原则\n\n二、任务\n\n## （一）公开\n") == ["s1", "s1-1", "s1-2", "s2", "s2-1"])
  }

  @Test("a （一） that stands under no 一、 is an item, not a heading")
  func items() {
    #expect(html("第三条 条件：\n\n（一）年满十八岁\n").hasSuffix("<p>（一）年满十八岁</p>\n"))
  }

  @Test("a short line without a mark at its end is a title; a longer paragraph gets the anchor only")
  func titles() {
    let text = rendered("一、总体要求\n\n（一）加强领导。各单位要落实。\n\n二、各单位应当在二十日内报告：\n")
    #expect(
      text.filledHTML == """
        <p id="s1" class="title-1">一、总体要求</p>
        <p id="s1-1">（一）加强领导。各单位要落实。</p>
        <p id="s2">二、各单位应当在二十日内报告：</p>

        """)
    #expect(html("一、甲\n\n（一）引文的末项。”\n").hasSuffix("<p id=\"s1-1\">（一）引文的末项。”</p>\n"))
    #expect(
      text.outline == [
        OutlineEntry(kind: .title, level: 2, text: "一、总体要求", anchor: "s1", html: 0, plain: 0, section: 18)
      ])
    #expect(text.numberedParagraphs.map(\.anchor) == ["s1-1", "s2"])
    #expect(text.numberedParagraphs.map(\.text) == ["（一）", "二、"])
    #expect(text.numberedParagraphs.map(\.level) == [3, 2])
  }

  @Test("an anchor is given once; the number of the text is never taken by a repetition")
  func unique() {
    #expect(
      anchors("第三条 甲\n\n第三条 乙\n\n第三条之二 丙\n\n一、丁\n\n（一）戊\n\n一、己\n\n（一）庚\n")
        == ["tiao-3", "tiao-3_2", "tiao-3-2", "s1", "s1-1", "s1_2", "s1_2-1"])
    #expect(anchors("# Open\n\n# Open\n") == ["h-open", "h-open_2"])
  }

  @Test("quotations and lists have no part in the structure")
  func containers() {
    #expect(anchors("> 第三条 旧文\n\n- ## 第一章\n\n1. 一、项\n\n第三条 新文\n") == ["tiao-3"])
  }

  @Test("levels follow the headings, which give way to the page's title")
  func levels() {
    let text = rendered("# 章程\n\n## 第一章 总则\n\n第一条 甲\n\n一、乙\n\n（一）丙\n")
    #expect(text.outline.map(\.level) == [2, 3, 4, 4, 5])
    #expect(text.outline.map(\.kind) == [.heading, .heading, .article, .title, .title])
    #expect(text.filledHTML.hasPrefix("<h2 id=\"h-1\">章程</h2>\n<h3 id=\"zhang-1\">"))
  }

  @Test("headings stay where they are when none is of level 1")
  func unshifted() {
    #expect(html("## 甲\n") == "<h2 id=\"h-1\">甲</h2>\n")
    #expect(html("## 甲\n\n###### 乙\n") == "<h2 id=\"h-1\">甲</h2>\n<h6 id=\"h-2\">乙</h6>\n")
  }

  @Test("sections hold all text but the headings, cut at the outline")
  func sections() {
    let text = rendered("前言\n\n## 第一章 总则\n\n第一条 甲\n\n续\n\n## 附则\n\n末")
    #expect(text.plain == "前言\n第一章 总则\n第一条 甲\n续\n附则\n末")
    #expect(text.sections.map(\.anchor) == [nil, "zhang-1", "tiao-1", "h-1"])
    #expect(text.sections.map(\.heading) == ["", "第一章 总则", "第一条", "附则"])
    #expect(text.sections.map { String(decoding: $0.text, as: UTF8.self) } == ["前言", "", "第一条 甲\n续", "末"])
  }
}
