import Importing
import Manuscripts
import Testing

@Suite struct PastedTextTests {
  private func paste(html: String? = nil, rtf: String? = nil, text: String? = nil) throws -> PastedText {
    try PastedText(Clipboard(html: html, rtf: rtf, text: text), reading: FileReading())
  }

  private static let item = """
    <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Wingdings'><span
    style='mso-list:Ignore'>l<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span></span><![endif]>不满*一年*的<o:p></o:p></p>
    """

  @Test func `paragraphs are apart, signs that would be markup have a backslash, no letter is lost`() throws {
    let html = "<html><body>\(Self.item)<p class=MsoNormal>第2条</p></body></html>"
    let pasted = try paste(html: html, text: "l 不满*一年*的\n第2条")
    #expect(pasted.markdown == "● 不满\\*一年\\*的\n\n第2条\n")
    #expect(pasted.isBlock && pasted.losses.isEmpty)
    #expect(pasted.account.omissions.isEmpty && pasted.account.doubts.isEmpty)
  }

  @Test func `some words of a paragraph may stand in a line`() throws {
    let pasted = try paste(html: "<meta charset='utf-8'><span>不满<b>一年</b>的</span>", text: "不满一年的")
    #expect(pasted.markdown == "不满一年的" && !pasted.isBlock)
  }

  @Test func `merged tables and notes`() throws {
    let pasted = try paste(
      html: """
        <table border=1><tr><td rowspan=2>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>
        <p>八百元<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span>[1]</span></a></p>
        <div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p><a style='mso-footnote-id:ftn1' href="#_ftnref1"
        name="_ftn1">[1]</a>含税。</p></div></div>
        """)
    #expect(pasted.markdown.hasSuffix("\n八百元①\n\n① 含税。\n"))
    #expect(pasted.markdown.contains("| 甲 | 乙 |") && pasted.losses.isEmpty)
  }

  @Test func `what is left out is said with its place`() throws {
    let pasted = try paste(
      html: """
        <p>甲<span style='mso-hide:all;display:none'>密</span></p>
        <p>乙<img src='file:///C:/1.png'><img src='data:image/png;base64,iVBORw0KGgo='></p>
        """)
    #expect(pasted.markdown == "甲\n\n乙\n" && pasted.pictures == 2)
    #expect(pasted.account.omissions.map { "\($0.text) \($0.place ?? "")" } == ["隐藏文字“密” 第1段"])
  }

  @Test func `plain text is a paragraph a line, without numbers of pages; cells with tabs are a table`() throws {
    #expect(try paste(text: "　　（一）加强领导。\r\n— 2 —\r\n　　（二）压实责任。\r\n").markdown == "（一）加强领导。\n\n（二）压实责任。\n")
    #expect(
      try paste(text: "项目\t金额\r\n供热\t1,234.50\r\n").markdown == "| 项目 | 金额 |\n| --- | --- |\n| 供热 | 1,234.50 |\n")
  }

  @Test(
    arguments: [
      "一行*文字*", "| 甲 | 乙 |\n| --- | --- |\n", "## 附件\n\n正文", "---\ntitle: 甲\n---\n", "见[附件](a.docx)。\n第二行",
      "**重要**\n第二行",
    ])
  func `one line, and what is Markdown already, stays as it is`(_ text: String) throws {
    #expect(try paste(text: text).markdown == text)
  }

  @Test func `RTF is read where a program reads it, else the text beside it`() throws {
    #expect(try paste(html: "", rtf: "{\\rtf1 x}", text: "甲\n乙").markdown == "甲\n\n乙\n")
    #expect(try paste(html: "", rtf: "", text: "甲\n乙").markdown == "甲\n\n乙\n")
    #expect(throws: ImportFault.noConverter(ending: "rtf")) { try paste(rtf: "{\\rtf1 x}") }
    #expect(throws: ImportFault.empty) { try paste(html: "<img src=a>", text: " ") }
  }

  @Test func `half a million letters take no time that grows faster`() throws {
    let row = """
      <p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span
      style='font-family:仿宋'>第一条　为了规范供热，制定本办法。</span></p>
      """
    let pasted = try paste(html: String(repeating: row, count: 3000))
    #expect(pasted.losses.isEmpty && pasted.markdown.split(separator: "\n").count == 3000)
  }
}
