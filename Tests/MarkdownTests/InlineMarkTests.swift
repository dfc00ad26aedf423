import Base
import Foundation
import Testing

@testable import Markdown

@Suite("Signs that are markup, and signs that are text")
struct InlineMarkTests {
  private func inner(_ source: String) -> String {
    String(html(source + "\n").trimmingPrefix("<p>").dropLast("</p>\n".count))
  }

  @Test(
    "bold works beside any punctuation, with a blank inside, nested, in items, headings, cells and links",
    arguments: [
      ("由**县水利局（主管部门）**负责", "由<strong>县水利局（主管部门）</strong>负责"), ("为**80%**以上", "为<strong>80%</strong>以上"),
      ("要**突出“三农”**重点", "要<strong>突出“三农”</strong>重点"), ("经**【审批】**后", "经<strong>【审批】</strong>后"),
      ("**联系电话：**0000", "<strong>联系电话：</strong>0000"), ("**甲 **乙", "<strong>甲 </strong>乙"),
      ("甲**乙**丙**丁**", "甲<strong>乙</strong>丙<strong>丁</strong>"), ("**甲*，乙，*丙**", "<strong>甲*，乙，*丙</strong>"),
      ("**甲（*乙*）**", "<strong>甲（<em>乙</em>）</strong>"), ("***甲。***乙", "<em><strong>甲。</strong></em>乙"),
      ("*说明：*本表", "<em>说明：</em>本表"),
      ("**甲。**[**乙。**丙](a.pdf)", "<strong>甲。</strong><a href=\"a.pdf\"><strong>乙。</strong>丙</a>"),
      ("**[注**", "<strong>[注</strong>"), ("**`甲*`**", "<strong><code>甲*</code></strong>"),
    ])
  func emphasis(_ source: String, _ expected: String) {
    #expect(inner(source) == expected)
    #expect(rendered(source).issues == [])
    #expect(html("- " + source + "\n- 乙\n").contains("<li>" + expected + "</li>"))
    #expect(html("# " + source + "\n").contains(">" + expected + "</h2>"))
    #expect(html("| " + source + " |\n|---|\n").contains("<th scope=\"col\">" + expected + "</th>"))
  }

  @Test(
    "stars, underscores and tildes of the text stay",
    arguments: [
      "50*1.2=60万元，70*1.2=84万元", "100*200*300毫米", "标准*面积*系数", "601****1，3301**********1234", "138**1234、139**5678",
      "*为必填，带*的为选填", "*为必填，**为选填", "张*、李*", "张**、李**", "张**，男；李**，女", "张**（男）、李**（女）", "甲 ** 乙 ** 丙",
      "2**3", "**", "****", "麦角酸*", "A_B_C", "_甲_", "年__月__日", "共__人，其中__人", "5~10，~", "snake__case__x",
    ])
  func text(_ source: String) {
    #expect(inner(source) == source)
    #expect(rendered(source).issues == [])
  }

  @Test(
    "what was meant as emphasis is reported",
    arguments: [
      ("**重点工作", "emphasis-mark 1:1+2"), ("注意：**《办法》", "emphasis-mark 1:4+2"), ("~~删~~", "emphasis-mark 1:1+5"),
      ("工作__（加快）__进展", "emphasis-mark 1:3+8"), ("__重点__", "emphasis-mark 1:1+6"), ("线__X__，A_B", "emphasis-mark 1:2+5"),
    ])
  func leftovers(_ source: String, _ place: String) {
    #expect(inner(source) == source)
    #expect(rendered(source).places(in: source) == [place])
  }

  @Test(
    "brackets are a link if a target follows",
    arguments: [
      ("[甲](二)", []), ("[甲](1)", []), ("[单位：甲](牵头：乙)", []), ("[甲]", []), ("[甲][乙]", []), ("[202]5号", []),
      ("[通知](关于防汛的通知)", ["link-syntax 1:1+13"]), ("[甲](附件 1.docx)", ["link-syntax 1:1+14"]),
      ("[甲](附件 1.docx \"说明\")", ["link-syntax 1:1+19"]),
      ("![甲](a b.png)", ["link-syntax 1:1+13"]), ("[甲]（a.docx）", ["link-syntax 1:1+11"]), ("[甲]（乙）", []),
      ("[甲](C:/公开/a.doc)", ["local-path 1:1+16"]), ("![甲](D:\\a b.png)", ["local-path 1:1+16"]),
      ("[甲](\\\\fuwuqi\\a.doc)", ["local-path 1:1+19"]), ("![[](二)]()", []),
    ] as [(String, [String])])
  func noLinks(_ source: String, _ places: [String]) {
    let text = rendered(source)
    #expect(text.slots.isEmpty || source.hasSuffix("()"))
    #expect(text.places(in: source) == places)
  }

  @Test(
    "targets",
    arguments: [
      "a", "a.md#tiao-3", "#tiao-3", "附件1.docx", "../通知/甲", "/甲", "https://a.cn/政策", "www.a.cn", "tel:0000",
      "mailto:a@b.cn", "",
    ])
  func links(_ target: String) {
    #expect(rendered("[甲](\(target))").slots.map(\.destination) == [target])
    #expect(rendered("[甲](<\(target) b.docx>)").slots.map(\.destination) == ["\(target) b.docx".trimmed])
  }

  @Test(
    "footnotes are numbered as they are written and lead both ways; one without the other is reported",
    arguments: [
      ("甲[^1]。\n[^1]：乙\n", []), ("甲[^注]、乙[^注]。\n\n[^注]: 丙\n", []), ("甲[^1]。\n", ["footnote 1:2+4"]),
      ("[^1]: 乙\n", ["footnote 1:1+4"]), ("甲[^1]\n[^1]: 乙\n[^1]: 丙\n", ["footnote 3:1+4"]), ("x^2^，[2^]\n", []),
    ] as [(String, [String])])
  func footnotes(_ source: String, _ places: [String]) {
    #expect(rendered(source).places(in: source) == places)
  }

  @Test("the second reference to a footnote has no anchor of its own")
  func references() {
    let text = html("甲[^注]、乙[^注]。\n\n[^注]: 丙\n")
    #expect(text.components(separatedBy: "id=\"note-ref-1\"").count == 2)
    #expect(text.components(separatedBy: "href=\"#note-1\"").count == 3)
    #expect(rendered("甲[^注]\n\n[^注]:丙\n").plain == "甲[注]\n[注] 丙")
  }

  @Test(
    "character references are resolved and reported, but for those that Markdown needs",
    arguments: [
      ("甲&lt;乙&amp;丙", []), ("&nbsp;甲", ["html-entity 1:1+6"]), ("甲&sp;", ["html-entity 1:2+4"]), ("Q&A；甲", []),
    ]
      as [(String, [String])])
  func entities(_ source: String, _ places: [String]) {
    #expect(rendered(source).places(in: source) == places)
  }
}
