@testable import Rendering
import Testing

/// The core of the Mustache specification; the names in brackets are those of its cases.
@Suite struct TemplateTests {
  static func render(
    _ template: String, _ view: View = .object([:]), partials: [String: String] = [:]
  ) throws -> String {
    let parsed = try partials.mapValues { try Template(Array($0.utf8)) }
    return String(
      decoding: TemplateRenderer.render(try Template(Array(template.utf8)), view, partials: parsed), as: UTF8.self)
  }

  static let view: View = .make([
    "subject": .text("世界"), "forbidden": .text("& \" < > '"), "raw": .html(Array("<b>&</b>".utf8)), "up": .truth,
    "a": .make(["b": .make(["c": .text("深")]), "name": .text("内")]), "name": .text("外"),
    "list": .list([.make(["n": .text("1")]), .make(["n": .text("2"), "name": .text("二")])]),
    "words": .list([.text("甲"), .text("<乙>")]),
    "rows": .list([.list([.text("1"), .text("2")]), .list([.text("3")])]),
  ])

  @Test(
    "variables, sections and dots",
    arguments: [
      ("Hello from {Mustache}!", "Hello from {Mustache}!"),
      ("你好，{{subject}}！", "你好，世界！"), ("[{{ subject }}]", "[世界]"), ("[{{missing}}]", "[]"),
      ("{{forbidden}}", "&amp; &quot; &lt; &gt; &#39;"), ("{{{forbidden}}}", "& \" < > '"),
      ("{{&forbidden}}|{{& forbidden }}", "& \" < > '|& \" < > '"), ("{{{raw}}}", "<b>&</b>"),
      ("{{raw}}", "&lt;b&gt;&amp;&lt;/b&gt;"), ("{{a.b.c}}", "深"), ("[{{a.missing.c}}]", "[]"), ("[{{a}}{{up}}]", "[]"),
      ("{{#up}}有{{/up}}{{^up}}无{{/up}}", "有"), ("{{#down}}有{{/down}}{{^down}}无{{/down}}", "无"),
      ("{{#a}}{{name}}{{#b}}{{c}}{{name}}{{/b}}{{/a}}", "内深内"), ("{{#a.b}}{{c}}{{/a.b}}", "深"),
      ("{{^a.b.x}}无{{/a.b.x}}", "无"), ("{{#list}}{{n}}{{name}};{{/list}}", "1外;2二;"),
      ("{{^list}}空{{/list}}", ""), ("{{#words}}[{{.}}]{{/words}}", "[甲][&lt;乙&gt;]"),
      ("{{#words}}[{{{.}}}]{{/words}}", "[甲][<乙>]"), ("{{#rows}}({{#.}}{{.}}{{/.}}){{/rows}}", "(12)(3)"),
      ("{{#subject}}{{.}}{{name}}{{/subject}}", "世界外"), ("{{#up}}{{name}}{{/up}}", "外"),
      // A name found in an inner element hides the outer one even if the rest of the dotted name is missing.
      ("{{#a}}[{{b.name}}]{{/a}}", "[]"),
      ("1{{! 说明 }}2{{!\n多行\n}}3", "123"), ("{{subject}}}", "世界}"), ("}}{{subject}}", "}}世界"),
    ]) func values(template: String, expected: String) throws
  {
    #expect(try Self.render(template, Self.view) == expected)
  }

  @Test(
    "tags alone on a line take the line with them",
    arguments: [
      ("前\n{{#up}}\n中\n{{/up}}\n后\n", "前\n中\n后\n"), ("前\r\n{{#up}}\r\n中\r\n{{/up}}\r\n后", "前\r\n中\r\n后"),
      ("前\n  {{#up}}  \n中\n\t{{/up}}\n后", "前\n中\n后"), ("  {{#up}}\n#{{/up}}\n/", "#\n/"),
      ("#{{#up}}\n/\n  {{/up}}", "#\n/\n"), ("前\n  {{! 说明 }}\n后", "前\n后"), ("{{^down}}\n无\n{{/down}}\n", "无\n"),
      ("前\n{{#list}}\n- {{n}}\n{{/list}}\n后", "前\n- 1\n- 2\n后"),
      ("{{#up}}\n{{#up}}\n内\n{{/up}}\n{{/up}}\n", "内\n"), (" {{#up}}{{/up}}\n", " \n"), (" {{subject}}\n", " 世界\n"),
      ("甲 {{#up}}\n乙 {{/up}}\n", "甲 \n乙 \n"), ("前\n{{> none}}\n后", "前\n后"),
    ]) func standalone(template: String, expected: String) throws
  {
    #expect(try Self.render(template, Self.view) == expected)
  }

  @Test func `partials see what their place sees`() throws {
    let partials = ["row": "<{{n}}{{name}}>\n", "sub/two": "{{> row}}", "line": "甲\n"]
    #expect(try Self.render("{{#list}}{{> row}}{{/list}}", Self.view, partials: partials) == "<1外>\n<2二>\n")
    #expect(try Self.render("{{#list}}\n  {{>sub/two}}\n{{/list}}\n", Self.view, partials: partials) == "<1外>\n<2二>\n")
    #expect(try Self.render("前{{> line}}后", Self.view, partials: partials) == "前甲\n后")
  }

  @Test func `what is filled in is never read as a template`() throws {
    let view = View.object(["a": .text("{{b}}{{{b}}}{{> p}}"), "b": .text("错")])
    #expect(try Self.render("{{a}}{{{a}}}", view, partials: ["p": "错"]) == "{{b}}{{{b}}}{{&gt; p}}{{b}}{{{b}}}{{> p}}")
  }

  @Test(
    "mistakes are found at their bytes",
    arguments: [
      ("ab{{#x}}c", 2..<8, "“x”这一段没有结束标签"), ("{{/x}}", 0..<6, "结束标签“x”与开始标签不配对"),
      ("{{#x}}{{#y}}{{/x}}{{/y}}", 12..<18, "结束标签“x”与开始标签不配对"), ("ab{{name", 2..<8, "标签没有结束，缺少“}}”"),
      ("{{{a}}", 0..<6, "标签没有结束，缺少“}}”"), ("甲{{}}", 3..<7, "标签里应当只有一个名字：“”"),
      ("{{a b}}", 0..<7, "标签里应当只有一个名字：“a b”"), ("{{=<% %>=}}", 0..<11, "不支持“{{=”这种标签"),
      ("{{<p}}", 0..<6, "不支持“{{<”这种标签"), ("{{f(x)}}", 0..<8, "标签里应当只有一个名字：“f(x)”"),
    ]) func mistakes(template: String, range: Range<Int>, message: String)
  {
    #expect {
      try Template(Array(template.utf8))
    } throws: { error in
      guard let error = error as? TemplateTagError else { return false }
      return error.range == range && error.message == message
    }
  }
}
