import Base
import Documents
import Disk
import Loading
import TestSupport
import Testing

@Suite("Keys of front matter")
struct KeyTests {
  @Test(
    "that are unknown are errors with the nearest word, in both languages",
    arguments: [
      ("tittle: 乙", "2:1 6 unknown-key", "title"), ("Form: 通知", "2:1 4 unknown-key", "form"),
      ("成文时间: 2023-01-01", "2:1 4 unknown-key", "成文日期"), ("发文机构: 乙", "2:1 4 unknown-key", "发文机关"),
      ("publishOn: 2023-01-01", "2:1 9 unknown-key", "publishedOn"),
    ])
  func unknown(line: String, expected: String, word: String) async throws {
    let findings = try await Fixture.document("---\n\(line)\ntitle: 甲\n---\n").load().findings
    #expect(findings.map(\.short) == ["a/d.md:" + expected])
    #expect(findings.first?.cures.first?.hasPrefix("是否想写：\(word)") == true, "\(findings.first?.cures ?? [])")
  }

  @Test("far from every known word get the words of the kind, in their language") func far() async throws {
    for (word, first, other) in [("zzzzzzzz", "indexNumber", "标题"), ("抄送", "索引号", "title")] {
      let findings = try await Fixture.document("---\n\(word): 1\ntitle: 甲\n---\n").load().findings
      let cure = try #require(findings.first?.cures.first)
      #expect(cure.hasPrefix("政策文件可以写的有：\(first)、") && !cure.contains(other) && !cure.contains("截止日期"))
    }
  }

  @Test("of another kind are named with it") func ofOtherKind() async throws {
    let findings = try await Fixture.document("---\ntitle: 甲\n类别: 建议\n---\n").load().findings
    #expect(findings.map(\.message) == ["“类别”是“各种字段”的字段，本文件的类型是“政策文件”"])
  }

  @Test("never suggest a word that does nothing for the kind; such a word is a warning") func idle() async throws {
    let near = try await Fixture.document("---\ntitle: 甲\n有效截止日期: 2030-01-01\n---\n").load().findings
    #expect(near.map(\.cures) == [["是否想写：有效期至？"]])
    let idle = try await Fixture.document("---\ntitle: 甲\nclosesOn: 2030-01-01\n---\n").load().findings
    #expect(idle.map(\.short) == ["a/d.md:3:11 10 idle-field warning"])
    #expect(idle.first?.cures.first?.hasPrefix("到期失效的，写 有效期至（expiresOn）") == true)
  }

  @Test("that are misspelt beyond doubt do not make their value missing", arguments: ["Title", "TITLE", "标 题"])
  func meant(word: String) async throws {
    let library = try await Fixture.document("---\n\(word): 甲\n---\n").load()
    #expect(library.findings.map(\.rule) == ["unknown-key"] && library.faulty.first?.title == "甲")
  }

  @Test("of a kind are known to it alone") func ofAKind() async throws {
    #expect(try await Fixture.findings(in: "---\ntitle: 甲\nkind: all\n类别: 建议\nline: 乙\n---\n") == [])
    #expect(try await Fixture.findings(in: "---\ntitle: 甲\n类别: 建议\n---\n") == ["3:1 2 unknown-key"])
  }

  @Test("in both languages are an error with both places") func bothLanguages() async throws {
    let findings = try await Fixture.document("---\n标题: 甲\nform: 通知\ntitle: 乙\n---\n").load().findings
    #expect(
      findings.map(\.text) == [
        """
        Content/a/d.md:4:1: error: “title”与“标题”是同一项，只能写一个 [key-in-two-languages]
           4 | title: 乙
             | ^^^^^
             = 另一处：Content/a/d.md:2:1
           2 | 标题: 甲
             | ^^^^
             = 删去其中一个

        """
      ])
    let own = "---\ntitle: 甲\nkind: all\nline: 乙\n一行: 丙\n---\n"
    #expect(try await Fixture.findings(in: own) == ["5:1 2 key-in-two-languages"])
  }

  @Test("without a value are a warning, items without a value an error") func empty() async throws {
    let text = "---\ntitle: 甲\nsummary:\n来源: ~\nkeywords: []\ntopics: [甲, '', ~, \" \"]\naudience:\n  -\n---\n"
    #expect(
      try await Fixture.findings(in: text) == [
        "3:1 7 empty-value warning", "4:1 2 empty-value warning", "6:13 2 empty-item", "6:17 1 empty-item",
        "6:20 3 empty-item", "8:4 1 empty-item",
      ])
  }

  @Test("that are no text are errors") func noText() async throws {
    #expect(try await Fixture.findings(in: "---\ntitle: 甲\n? [a, b]\n: 丙\n---\n") == ["3:3 6 wrong-type"])
  }
}
