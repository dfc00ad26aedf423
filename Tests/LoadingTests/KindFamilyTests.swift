import Base
import Documents
import Loading
import TestSupport
import Testing

/// Kinds that extend others.
@Suite struct KindFamilyTests {
  private static let parent = """
    label: 父
    lifecycle: publicNotice
    layout: table
    missing: error
    duties: [interpretation]
    deadlines:
      - {what: 公布, done: publishedOn, within: 20日, after: documentDate, basis: 某法}
    fields:
      - {key: issuer, required: true}
      - {key: made, label: 制定日, type: date}
      - {key: size, label: 数量, type: number}
    parts:
      - {label: 背景, heading: 背景, required: true}
      - {label: 数量, field: size}

    """
  private static let child = """
    label: 子
    extends: parent
    deadlines:
      - {what: 公布, done: publishedOn, within: 10日, after: made, basis: 本地规定}
    fields:
      - {key: size, label: 件数, type: number, required: true}
      - {key: ended, label: 结束日, type: date, notBefore: made}
    parts:
      - {label: 背景, heading: [背景, 起因], required: true}
      - {label: 结束, field: ended}

    """

  private static func load(_ kinds: [String: String]) async throws -> (kinds: [String: Kind], findings: [Diagnostic]) {
    let library = try await Fixture(kinds).load()
    return (
      Dictionary(library.kinds.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }), library.findings
    )
  }

  @Test func `a kind has what its parent has, with its own in place of the same keys and after them`() async throws {
    let (kinds, findings) = try await Self.load([
      "Templates/kinds/parent.yml": Self.parent, "Templates/kinds/child.yml": Self.child,
    ])
    #expect(findings == [])
    let kind = try #require(kinds["child"])
    #expect(kind.label == "子" && kind.parentID == "parent" && kind.lifecycle == .publicNotice && kind.layout == .table)
    #expect(kind.fields.map(\.key) == ["issuer", "made", "size", "ended"])
    #expect(kind.fields.map(\.isRequired) == [true, false, true, false] && kind.fields[2].label == "件数")
    #expect(kind.fields[3].notBefore == "made")
    #expect(kind.parts.map(\.label) == ["背景", "数量", "结束"] && kind.parts[0].sources.count == 2)
    #expect(kind.deadlines.map(\.basis) == ["本地规定"] && kind.duties == [.interpretation])
    #expect(kind.missingPart == .error)
    #expect(kinds["parent"]?.fields.map(\.key) == ["issuer", "made", "size"])
  }

  @Test func `a site's file extends the program's of the same name, and what extends that has it too`() async throws {
    let (kinds, findings) = try await Self.load([
      "Templates/kinds/parent.yml": Self.parent, "Templates/kinds/child.yml": Self.child,
      "Content/_kinds/parent.yml":
        "label: 父\nextends: parent\nfields:\n  - {key: note, label: 备注, type: text}\n",
    ])
    #expect(findings == [])
    #expect(kinds["parent"]?.fields.map(\.key) == ["issuer", "made", "size", "note"])
    #expect(kinds["child"]?.fields.map(\.key) == ["issuer", "made", "size", "note", "ended"])
  }

  @Test func `what a parent compares is compared again where a child changes what it is compared with`() async throws {
    let parent = """
      label: 父
      fields:
        - {key: asked, label: 提出日, type: date}
        - {key: replied, label: 答复日, type: date, notBefore: asked}
        - {key: all, label: 总数, type: number}
        - {key: some, label: 其中, type: number, atMost: all}

      """
    func findings(_ fields: String) async throws -> [Diagnostic] {
      try await Self.load([
        "Templates/kinds/parent.yml": parent,
        "Templates/kinds/child.yml": "label: 子\nextends: parent\nfields:\n" + fields,
      ]).findings
    }
    let text = try await findings("  - {key: asked, label: 提出, type: text}\n")
    #expect(text.map(\.short) == ["Templates/kinds/child.yml:4:11 5 wrong-choice"])
    #expect(text.map(\.message) == ["“asked”在这里不是 date 字段，继承来的“答复日”（replied）要和它比较"])
    let many = try await findings("  - {key: all, label: 各数, type: number, many: true}\n")
    #expect(many.map(\.message) == ["“all”在这里不是 number 字段，继承来的“其中”（some）要和它比较"])
    let both = "  - {key: asked, label: 提出, type: text}\n  - {key: replied, label: 答复日, type: date}\n"
    #expect(try await findings(both) == [])
  }

  @Test(arguments: [
    (["a": "label: 甲\nextends: b\n", "b": "label: 乙\nextends: a\n"], "b.yml:2:10 1 kind-loop", "类型互相继承：a → b → a"),
    (["a": "label: 甲\nextends: a\n"], "a.yml:2:10 1 kind-loop", "类型互相继承：a → a"),
    (["a": "label: 甲\nextends: polisy\n"], "a.yml:2:10 6 unknown-kind", "类型“polisy”没有定义，不能继承"),
    (
      ["a": "label: 甲\nextends: all\nfields: [{key: b, label: 某日, type: text}]\n"], "a.yml:3:16 1 duplicate-field",
      "名称“某日”已由继承来的字段 day 使用"
    ),
    (
      ["a": "label: 甲\nextends: all\nfields: [{key: b, label: 乙, type: date, notBefore: dya}]\n"],
      "a.yml:3:52 3 wrong-choice", "notBefore（不早于）不能是“dya”：没有这个 date 字段"
    ),
    (
      ["a": "label: 甲\nfields: [{key: b, label: 乙, type: text, atMost: c}]\n"], "a.yml:2:49 1 fixed-field",
      "只有 number 可以写 atMost（不多于），对另一个字段写"
    ),
    (
      ["a": "label: 甲\nparts: [{label: 乙, heading: 乙, neededWith: 丙}]\n"], "a.yml:2:8 39 wrong-choice",
      "要素“乙”的 neededWith 不能是“丙”"
    ),
  ]) func `mistakes are told where they are written`(
    _ files: [String: String], _ place: String, _ message: String
  ) async throws {
    let (_, findings) = try await Self.load(
      Dictionary(files.map { ("Templates/kinds/\($0.key).yml", $0.value) }, uniquingKeysWith: { first, _ in first }))
    #expect(findings.map(\.short) == ["Templates/kinds/" + place])
    #expect(findings.map(\.message) == [message])
    #expect(findings.allSatisfy { !$0.cures.isEmpty })
  }

  @Test func `documents of a kind that could not be read are not reported for it`() async throws {
    let (_, findings) = try await Self.load([
      "Templates/kinds/a.yml": "label: 甲\nextends: nothing\n",
      "Content/a/d.md": "---\ntitle: 甲\nkind: a\nanything: 1\n---\n\n正文。\n",
    ])
    #expect(findings.map(\.rule) == ["unknown-kind"])
  }
}
