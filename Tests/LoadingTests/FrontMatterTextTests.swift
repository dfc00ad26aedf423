import Base
import Disk
import Documents
import Foundation
import Loading
import TestSupport
import Testing

@Suite struct FrontMatterTextTests {
  private static let kind = Kind(
    id: "policy", label: "政策文件", lifecycle: .validity,
    fields: [Field(key: "documentNumber", label: "发文字号", type: .text, isRequired: true)])
  private static let form = FrontMatterForm(kind, site: Site())

  private func text(_ text: String) throws -> FrontMatterText {
    try FrontMatterText(SourceText(path: "Content/a/d.md", bytes: Array(text.utf8)), form: Self.form)
  }

  private func patched(_ text: String, _ changes: [String: FrontMatterValue?]) throws -> String {
    String(decoding: try self.text(text).replacing(changes, form: Self.form), as: UTF8.self)
  }

  private func refusal(_ text: String, _ changes: [String: FrontMatterValue?]) -> String? {
    do {
      _ = try patched(text, changes)
      return nil
    } catch { return (error as? FrontMatterText.Refusal)?.message }
  }

  // MARK: - Where

  @Test func `a value changes in its place, its remark stays in its column`() throws {
    let old = """
      ---
      # 头
      title:   "旧"   # 标题（必填）
      issuer:        # 发文机关
      乱七八糟: [1, 2]
      summary: 'x' #备注
      ---
      正文 title: 旧

      """
    let new = try patched(old, ["title": .scalar("新标题"), "issuer": .scalar("安澜县"), "summary": .scalar("a: b")])
    #expect(
      new == """
        ---
        # 头
        title:   "新标题"  # 标题（必填）
        issuer: 安澜县  # 发文机关
        乱七八糟: [1, 2]
        summary: "a: b" #备注
        ---
        正文 title: 旧

        """)
  }

  @Test func `lists on one line and on several, texts of several lines`() throws {
    let old = """
      ---
      title: 甲
      keywords:  # 词
        - 一
        # 中间
        - 二
      # 后面
      summary: |
        一

        二

      issuer: [甲,
       乙]
      ---

      """
    #expect(
      try patched(old, ["keywords": .list([.scalar("三")]), "summary": .scalar("一句"), "issuer": .scalar("丙")])
        == "---\ntitle: 甲\nkeywords: [三]  # 词\n# 后面\nsummary: 一句\n\nissuer: 丙\n---\n")
    #expect(
      try patched("---\ntitle: 甲\nsummary: 旧\ndraft: 是\n---\n", ["summary": .scalar("一\n二\n")])
        == "---\ntitle: 甲\nsummary: \"一\\n二\\n\"\ndraft: 是\n---\n")
    #expect(
      try patched("---\ntitle: 甲\nsummary: 旧  # 摘要\n---\n", ["summary": .scalar("一\n二")])
        == "---\ntitle: 甲\nsummary: |-  # 摘要\n  一\n  二\n---\n")
  }

  @Test func `what is added comes to its place in the form, or to the line that shows it`() throws {
    #expect(
      try patched("---\ntitle: 甲\n\n# 另起\ndraft: 是\n---\n", ["documentNumber": .scalar("澜政发〔2026〕3号")])
        == "---\ntitle: 甲\ndocumentNumber: 澜政发〔2026〕3号\n\n# 另起\ndraft: 是\n---\n")
    #expect(
      try patched("---\ntitle: 甲\n# source: 中国政府网  # 来源\ndraft: 是\n---\n", ["source": .scalar("人民日报")])
        == "---\ntitle: 甲\nsource: 人民日报      # 来源\ndraft: 是\n---\n")
    #expect(try patched("---\n标题: 甲\n---\n", ["issuer": .scalar("乙")]) == "---\n标题: 甲\n发文机关: 乙\n---\n")
    #expect(try patched("---\n---\n正文", ["title": .scalar("甲")]) == "---\ntitle: 甲\n---\n正文")
    #expect(try patched("---\ndraft: 是\n---\n", ["title": .scalar("甲")]) == "---\ntitle: 甲\ndraft: 是\n---\n")
  }

  @Test func `what is taken away goes with its lines`() throws {
    let old = "---\ntitle: 甲\n# 上面的话\nkeywords:\n- 一\n- 二\n# 下面的话\ndraft: 是 # 草稿\n---\n"
    #expect(
      try patched(old, ["keywords": FrontMatterValue?.none, "draft": FrontMatterValue?.none])
        == "---\ntitle: 甲\n# 上面的话\n# 下面的话\n---\n")
  }

  @Test func `mark, line ends and the body stay`() throws {
    let old = "\u{FEFF}---\r\ntitle: 甲\r\nsummary: 旧\r\n---\r\n正文\r\n末行没有换行"
    #expect(
      try patched(old, ["summary": .scalar("一\n二"), "issuer": .scalar("乙")])
        == "\u{FEFF}---\r\ntitle: 甲\r\nissuer: 乙\r\nsummary: |-\r\n  一\r\n  二\r\n---\r\n正文\r\n末行没有换行")
    #expect(try patched(old, ["title": .scalar("甲")]) == old)
    #expect(try patched("---\n标题：旧\ndraft: 是\n---\n", ["title": .scalar("新")]) == "---\n标题: 新\ndraft: 是\n---\n")
  }

  // MARK: - What cannot be

  @Test(arguments: [
    "没有开头\n", "---\ntitle: 甲\n正文\n", "———\ntitle: 甲\n———\n", "---\ntitle: \"甲\\q\"\n---\n", "---\n- 甲\n---\n",
    "---\n{title: 甲, draft: 是}\n---\n", "---\ntitle: 甲\n标题: 乙\n---\n", "---\ntitle: 甲\ntitle: 乙\n---\n",
    "---\n? title\n: 甲\n---\n",
  ])
  func `a file that is no plain list of keys is for the text`(_ text: String) {
    #expect(refusal(text, ["title": .scalar("新")])?.contains("“正文”") == true, "\(refusal(text, [:]) ?? "")")
  }

  @Test func `a key on which others depend is for the text`() throws {
    #expect(refusal("---\ntitle: &a 甲\nsummary: *a\n---\n", ["title": .scalar("新")])?.contains("引用了别处") == true)
    let merged = "---\ntitle: 甲\n别的: &b {source: 乙}\n<<: *b\n---\n"
    #expect(refusal(merged, ["source": .scalar("新")])?.contains("不是单独一行") == true)
    #expect(refusal("---\ntitle: 甲\nsummary: 丙\n---\n", ["summary": .scalar("a\u{0}")]) != nil)
  }

  // MARK: - Whatever is written

  /// One key after another with whatever may be written: it is read back exactly, everything else is as it was, and doing it back
  /// gives the first values again.
  ///
  /// - Returns: Whether the form can show the file.
  private func check(_ source: SourceText, _ form: FrontMatterForm, _ random: inout SeededGenerator) throws -> Bool {
    // What cannot be read at all is for the text.
    guard let old = try? FrontMatterText(source, form: form) else { return false }
    for _ in 0..<3 {
      guard let entry = form.entries.randomElement(using: &random) else { break }
      let value = Samples.value(&random)
      let bytes: [UInt8]
      do { bytes = try old.replacing([entry.key: value], form: form) } catch {
        Issue.record("\(entry.key) \(String(describing: value))\n\(String(decoding: source.bytes, as: UTF8.self))")
        continue
      }
      let new = try FrontMatterText(SourceText(path: source.path, bytes: bytes), form: form)
      let shown = "\(source.path) \(entry.key) \(String(describing: value))\n\(String(decoding: bytes, as: UTF8.self))"
      #expect(new.entries.first { $0.key == entry.key }?.value == value, "\(shown)")
      let others = { (text: FrontMatterText) in
        text.entries.filter { $0.key != entry.key }.map { ($0.key, $0.value, Array(text.source.bytes[$0.lines])) }
      }
      #expect(others(old).count == others(new).count, "\(shown)")
      for (a, b) in zip(others(old), others(new)) { #expect(a.0 == b.0 && a.1 == b.1 && a.2 == b.2, "\(shown)") }
      // The lines that are not the key's are all there in their order, but for one that only showed the key behind `#`.
      let kept = Self.lines(old.source.bytes, without: old.entries.first { $0.key == entry.key }?.lines)
      let gone = Self.lines(bytes, without: nil).difference(from: kept).removals.map { change -> String in
        switch change {
        case .insert(_, let line, _), .remove(_, let line, _): line
        }
      }
      #expect(gone.count <= 1 && gone.allSatisfy { $0.hasPrefix("# " + entry.key) }, "\(gone) \(shown)")
      let back = try new.replacing([entry.key: old.entries.first { $0.key == entry.key }?.value], form: form)
      let again = try FrontMatterText(SourceText(path: source.path, bytes: back), form: form)
      let written = { (text: FrontMatterText) in text.entries.filter { $0.value != nil }.map(\.key).sorted() }
      #expect(written(again) == written(old), "\(shown)")
    }
    return true
  }

  private static func lines(_ bytes: [UInt8], without range: Range<Int>?) -> [String] {
    let rest = range.map { bytes[..<$0.lowerBound] + bytes[$0.upperBound...] } ?? bytes[...]
    return rest.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `one key changes and nothing else, in every document of the sample`() async throws {
    let tree = try DiskTree(root: Repository.root.path, entrance: "Content")
    let templates = try LayeredTree(DiskTree(root: Repository.templates))
    let library = try await loadLibrary(tree: tree, templates: templates, jobs: 2)
    #expect(library.documents.count > 50)
    var random = SeededGenerator(17)
    for document in library.documents {
      let kind = try #require(library.kinds.first { $0.id == document.kind })
      let path = document.frontMatter.path
      let form = FrontMatterForm(kind, site: library.site)
      #expect(try check(SourceText(path: path, bytes: tree.read(path)), form, &random), "\(path)")
    }
  }

  @Test func `one key changes and nothing else, in front matter that nobody would write`() throws {
    var random = SeededGenerator(4)
    var shown = 0
    for number in 0..<250 {
      var lines: [String] = []
      for entry in Self.form.entries.shuffled(using: &random).prefix(Int.random(in: 0...7, using: &random)) {
        let word = Bool.random(using: &random) ? entry.key : entry.label
        lines.append(Samples.remark(&random))
        lines.append(word + ":" + (Samples.written.randomElement(using: &random) ?? ""))
      }
      let end = Bool.random(using: &random) ? "\r\n" : "\n"
      let text = (["---"] + lines.filter { !$0.isEmpty } + ["---", "正文 title: 甲", "---", ""]).joined(separator: "\n")
      let source = SourceText(path: "\(number)", bytes: Array(text.replacing("\n", with: end).utf8))
      if try check(source, Self.form, &random) { shown += 1 }
    }
    #expect(shown > 200)
  }
}

/// Values, and ways to write some.
private enum Samples {
  static let texts = [
    "关于甲的通知", "是", "否", "012", "0x1F", "1e3", "2026-03-02", "a: b", "a #b", "#", "- 甲", "[甲]", "{甲}", "*甲", "&甲", "!甲",
    "%甲",
    "@甲", "`甲", "|", "> 甲", "\"甲\"", "'甲'", "a'b\"c\\d: e #f", "no", "null", "~", "---", "...", "?", ": 甲", "甲:",
    " 前后有空格 ",
    "\t甲", "一\n二", "一\n\n二\n", "  一\n二", "一 \n二", "甲：乙", "title: 甲", "C:\\公开", "https://a.cn/?a=1&b=2#c",
    "𠮷", "é", "\u{3000}缩进\n\u{3000}再缩进", "", String(repeating: "长", count: 500),
  ]
  static let written = [
    " 甲", "   乙   # 备注", " \"甲: 乙\"", " '甲''乙' # 备注", "", "  # 空的", " [甲, \"乙, 丙\"]", " [甲,\n  乙]  # 尾",
    "\n  - 甲\n  - 乙 # 一项\n  # 中间\n  - 丙",
    "\n- 甲\n- 乙", " |\n  一\n\n  二", " >-\n  一\n  二\n", " |+\n  一\n\n", " 一行\n  再一行",
    " {title: 甲, url: \"https://a.cn\"}", "\n  by: 甲\n  on: 2026-01-01",
    "\n  - {title: 甲}\n  - title: 乙\n    url: https://b.cn", " ~", " \"两\n  行\"",
  ]

  static func value(_ random: inout SeededGenerator) -> FrontMatterValue? {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: nil
    case 1...5: scalar(&random)
    case 6...7: .list((0..<Int.random(in: 0...6, using: &random)).map { _ in scalar(&random) })
    case 8: .map([.init("by", scalar(&random)), .init("on", .scalar("2026-01-01"))])
    default:
      .list([.map([.init("document", scalar(&random)), .init("articles", .list([scalar(&random)]))]), scalar(&random)])
    }
  }

  private static func scalar(_ random: inout SeededGenerator) -> FrontMatterValue {
    .scalar(texts.randomElement(using: &random) ?? "")
  }

  static func remark(_ random: inout SeededGenerator) -> String {
    ["", "", "# 说明", "\n# source: 某报  # 来源", "  # 缩进的说明"].randomElement(using: &random) ?? ""
  }
}
