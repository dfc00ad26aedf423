import Base
import Documents
import Disk
@testable import Rendering
import TestSupport
import Testing

@Suite struct LintTests {
  private static let shape: Shape = .object([
    "page": .object(["title": .text]), "rows": .list(.object(["href": .text, "words": .list(.text)])), "up": .truth,
    "status": .object(["label": .text]),
  ])

  private static func lint(_ templates: [String: String]) -> [String] {
    let sources = Dictionary(
      uniqueKeysWithValues: templates.map { name, text in
        (name, SourceText(path: name + ".mustache", bytes: Array(text.utf8)))
      })
    var lint = TemplateLint(sources: sources)
    lint.check(template: "main", shape: shape)
    return lint.findings.sorted().map { finding in
      let start = finding.location.start
      return "\(finding.location.path):\(start.line):\(start.column) \(finding.rule) \(finding.message)"
        + finding.cures.map { " " + $0 }.joined()
    }
  }

  @Test(
    "known names are silent",
    arguments: [
      "{{page.title}}{{#page}}{{title}}{{/page}}", "{{#rows}}{{href}}{{page.title}}{{#words}}{{.}}{{/words}}{{/rows}}",
      "{{#up}}{{page.title}}{{/up}}{{^rows}}{{page.title}}{{/rows}}", "{{#rows}}{{#href}}{{.}}{{/href}}{{/rows}}",
      "{{! page.nothing }}{{#status}}{{> part}}{{/status}}",
    ]) func clean(template: String)
  {
    #expect(Self.lint(["main": template, "part": "{{label}}"]) == [])
  }

  @Test func `an unknown name is found with its near miss`() {
    #expect(
      Self.lint(["main": "甲\n  {{pagee.title}}"])
        == ["main.mustache:2:3 template-name 页面数据里没有“pagee.title” 是否想写：page？"])
    #expect(Self.lint(["main": "{{page.zzz}}"]) == ["main.mustache:1:1 template-name 页面数据里没有“page.zzz”"])
  }

  @Test func `a name of an element is unknown outside its section`() {
    #expect(
      Self.lint(["main": "{{#rows}}{{href}}{{/rows}}{{href}}"]) == [
        "main.mustache:1:27 template-name 页面数据里没有“href”"
      ])
    #expect(
      Self.lint(["main": "{{#rows}}{{hrefs}}{{/rows}}"]) == [
        "main.mustache:1:10 template-name 页面数据里没有“hrefs” 是否想写：href？"
      ])
    #expect(Self.lint(["main": "{{^rows}}{{href}}{{/rows}}"]).count == 1)
  }

  @Test func `partials are checked where they are taken`() {
    #expect(
      Self.lint(["main": "{{> part}}{{#status}}{{> part}}{{/status}}", "part": "{{label}}"]) == [
        "part.mustache:1:1 template-name 页面数据里没有“label”"
      ])
    #expect(
      Self.lint(["main": "甲{{> prat}}", "part": "", "other": "{{x}}"]) == [
        "main.mustache:1:2 template-partial 没有“prat.mustache”这个模板 是否想写：part？"
      ])
  }

  @Test func `a partial that takes itself is found`() {
    #expect(
      Self.lint(["main": "{{> one}}", "one": "{{#rows}}{{> two}}{{/rows}}", "two": "{{> one}}"]) == [
        "two.mustache:1:1 template-recursion “one”引用了自己，页面永远写不完"
      ])
  }

  @Test func `partials that include each other without an end in sight are found in time`() {
    var templates = ["main": "{{> p0}}{{> p0}}", "p40": String(repeating: "甲", count: 100)]
    for number in 0..<40 { templates["p\(number)"] = "{{> p\(number + 1)}}{{> p\(number + 1)}}" }
    let found = Self.lint(templates)
    #expect(found.count == 1 && found[0].contains("template-recursion 模板一层层引用下来，一个网页超过 10 MB"), "\(found)")
    // Often is not too often.
    #expect(Self.lint(["main": String(repeating: "{{> a}}", count: 2000), "a": "{{page.title}}"]) == [])
  }

  @Test func `an empty page is found, an empty partial is not`() {
    #expect(Self.lint(["main": " \n"]) == ["main.mustache:1:1 template-syntax 模板是空的，网页上什么也没有 恢复模板的内容；不要这个模板的，删去文件"])
    #expect(Self.lint(["main": "{{> part}}", "part": ""]) == [])
  }

  @Test(
    "sections nest as deep as pages need, and no deeper",
    arguments: [
      (100, [String]()), (101, ["T/home.mustache 1:1701 template-syntax"]),
      (10_000, ["T/home.mustache 1:1701 template-syntax"]),
    ])
  func nesting(depth: Int, expected: [String]) throws {
    var templates = Self.templates
    templates["home.mustache"] =
      String(repeating: "{{#site}}{{! 注 }}", count: depth) + String(repeating: "{{/site}}", count: depth)
    let set = try TemplateSet(tree: LayeredTree(templates, label: "T"))
    #expect(
      set.check(kinds: []).map {
        "\($0.location.path) \($0.location.start.line):\($0.location.start.column) \($0.rule)"
      } == expected)
  }

  @Test(
    "a template or a text of the assets that is not UTF-8 is found, a picture is not",
    arguments: [
      ("home.mustache", [0xE7, 0x94, 0xB2, 0x0A, 0xD5, 0xFE, 0xB8, 0xAE], "T/home.mustache 2:1 encoding"),
      ("home.mustache", [0x61, 0xE7, 0x94], "T/home.mustache 1:2 encoding"),
      ("home.mustache", [0x61, 0x00], "T/home.mustache 1:2 nul-byte"),
      ("assets/a.js", [0xFF], "T/assets/a.js 1:1 encoding"),
      ("assets/a.png", [0xFF, 0x00], ""), ("assets/a.css", Array("甲\u{FFFD}".utf8), ""),
    ] as [(String, [UInt8], String)])
  func encoding(path: String, bytes: [UInt8], expected: String) throws {
    var files = Self.templates.mapValues { Array($0.utf8) }
    files[path] = bytes
    let found = try TemplateSet(tree: LayeredTree(MemoryTree(bytes: files), label: "T")).check(kinds: [])
    #expect(
      found.map { "\($0.location.path) \($0.location.start.line):\($0.location.start.column) \($0.rule)" }
        == (expected.isEmpty ? [] : [expected]))
  }

  private static let templates: [String: String] = [
    "home.mustache": "甲", "column.mustache": "甲", "list.mustache": "甲", "terms.mustache": "甲", "sitemap.mustache": "甲",
    "search.mustache": "甲", "table-page.mustache": "甲", "changes.mustache": "甲", "accessibility.mustache": "甲",
    "notfound.mustache": "甲", "calendar.mustache": "甲", "subscribe.mustache": "甲", "data.mustache": "甲",
    "english.mustache": "甲", "comparison.mustache": "甲", "redirect.mustache": "甲", "match.mustache": "甲",
    "poster.mustache": "甲",
    "tombstone.mustache": "甲", "dated-text.mustache": "甲",
    "assets/a.css": "b",
    "motion.mustache":
      "{{#document.fields.session}}{{label}}{{#values}}{{text}}{{/values}}{{/document.fields.session}}",
  ]

  @Test func `a kind's fields are names of its page`() throws {
    let field = Field(key: "session", label: "届次", type: .text)
    let kind = Kind(id: "motion", label: "建议提案", lifecycle: .none, template: "motion", fields: [field])
    let set = try TemplateSet(tree: LayeredTree(Self.templates, label: "T"))
    #expect(set.check(kinds: [kind]).map(\.rule) == ["template-omits"])
    let plain = Kind(id: "motion", label: "建议提案", lifecycle: .none, template: "motion")
    #expect(set.check(kinds: [plain]).map(\.rule).contains("template-name"))
    let missing = Kind(id: "page", label: "普通页面", lifecycle: .none, template: "leaf")
    let findings = set.check(kinds: [kind, missing]).filter { $0.severity == .error }
    #expect(findings.map(\.location.path) == ["T/leaf.mustache"])
    #expect(findings.map(\.message) == ["缺少模板 leaf.mustache"])
    #expect(findings.first?.cures == ["加上它，或者改类型文件里的 template：普通页面 page"])
  }

  @Test func `a template that is named after a layout may be missing`() throws {
    let kind = Kind(id: "q", label: "问答", lifecycle: .none, template: "question")
    #expect(kind.layout == .question)
    let set = try TemplateSet(tree: LayeredTree(["document.mustache": ""], label: "T"))
    #expect(set.name(of: kind) == "document")
    let own = try TemplateSet(tree: LayeredTree(["document.mustache": "", "question.mustache": ""], label: "T"))
    #expect(own.name(of: kind) == "question")
  }

  @Test func `what a page leaves out is found however its names are written`() throws {
    var templates = Self.templates
    templates["motion.mustache"] = """
      {{#document}}{{{body}}}{{#validity}}{{tone}}{{/validity}}{{overdue}}{{#metadata}}{{/metadata}}{{#tables}}{{id}}{{/tables}}
      {{#gathered}}{{#timeline}}{{/timeline}}{{/gathered}}{{#parts}}{{/parts}}{{> files}}{{/document}}{{#overviews}}{{/overviews}}
      """
    templates["files.mustache"] = "{{^relations}}无{{/relations}}{{#attachments}}{{total}}{{/attachments}}"
    let kind = Kind(id: "motion", label: "建议提案", lifecycle: .none, template: "motion")
    let set = try TemplateSet(tree: LayeredTree(templates, label: "T"))
    let findings = set.check(kinds: [kind])
    #expect(
      findings.map(\.message) == ["模板没有写出 document.timeline、document.relations，文件里有这些内容时，网页上看不到"])
    #expect(findings.map(\.severity) == [.warning])
    #expect(
      findings.flatMap(\.cures) == [
        "加上 {{> partials/timeline}} {{> partials/relations}}；或者删去这个模板，类型文件改写 layout，用共同的 document.mustache"
      ])
    var printed = kind
    printed.hasQRCode = true
    #expect(set.check(kinds: [printed]).first?.message.contains("document.qrCode") == true)
    #expect(set.check(kinds: [kind], isRegion: true).first?.message.contains("document.provenance") == true)
  }

  @Test func `assets keep their names and their order, hidden files are left out`() throws {
    let set = try TemplateSet(
      tree: LayeredTree(["assets/b.js": "1", "assets/a/c.css": "2", "assets/.swp": "3", "notes.txt": "4"]))
    #expect(set.assetFiles.map(\.path) == ["a/c.css", "b.js"])
  }

  @Test func `a view that its shape does not know is named by its path`() {
    let view = View.make(["rows": .list([.make(["href": .text("a")]), .make(["herf": .text("b")])])])
    #expect(Self.shape.misfit(view) == ".rows[].herf")
    #expect(Self.shape.misfit(.make(["page": .text("a")])) == ".page")
    #expect(Self.shape.misfit(.make(["up": .truth, "status": .make(["label": .text("a")])])) == nil)
    #expect(Shape.open(.text).misfit(.make(["any": .text("a")])) == nil)
    #expect(Shape.open(.text).misfit(.make(["any": .truth])) == ".*")
  }

  @Test func `what is empty is absent`() {
    let view = View.make(["a": .optional(""), "b": .items([]), "c": .flag(false), "d": .optional("x"), "e": nil])
    #expect(view == .object(["d": .text("x")]))
    #expect(view.adding(["d": nil, "f": .truth]) == .object(["d": .text("x"), "f": .truth]))
  }
}
