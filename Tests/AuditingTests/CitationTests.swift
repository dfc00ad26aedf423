import Base
import Documents
import Markdown
import TestSupport
import Testing

@testable import Auditing

/// What a text cites must be there.
@Suite struct CitationTests {
  /// A document of 2020 with two articles, and one of `made` that says `text`.
  private static func library(
    _ text: String, made: String = "2021-01-01", _ edit: (inout Document) -> Void = { _ in }
  ) -> TestLibrary {
    var library = TestLibrary()
    library.add(
      "t", [.title: "甲县养老办法", .documentNumber: "甲发〔2020〕7号", .documentDate: "2020-01-01", .effectiveOn: "2020-01-01"]
    ) {
      $0.body = Body(text: readMarkdown(Array("第一条 甲\n\n第二条 乙\n".utf8)[...]).text)
      edit(&$0)
    }
    library.add("d", [.documentDate: made, .effectiveOn: made]) { $0.body = Body(mentions: TestLibrary.mentions(text)) }
    return library
  }

  private static func found(_ library: TestLibrary) -> [String] {
    library.findings().filter { $0.rule.hasPrefix("cited-") }.map { "\($0.rule) \($0.severity) \($0.message)" }
  }

  @Test func `an article that the cited document lacks`() {
    #expect(
      Self.found(Self.library("依照《甲县养老办法》第一条、第三条第二款")) == [
        "cited-article warning 正文引用甲发〔2020〕7号的“第三条第二款”，那篇文件里没有这一条"
      ])
    #expect(Self.found(Self.library("依照《甲县养老办法》第一条、第二条，《乙县养老办法》第九条")) == [])
    #expect(Self.found(Self.library("依照《甲县养老办法》第三章")) == [])
  }

  @Test func `only of the text that was in force on the day`() {
    #expect(Self.found(Self.library("依照《甲县养老办法》第三条", made: "2019-06-01")) == [])
    let ended = Self.library("依照《甲县养老办法》第三条") { $0.expiresOn = TestLibrary.day("2020-06-30") }
    #expect(Self.found(ended) == [])
    var amended = Self.library("依照《甲县养老办法》第三条")
    amended.add("e", [.documentDate: "2020-06-01", .amends: "t"])
    #expect(Self.found(amended) == [])
  }

  @Test func `a number that belongs to another title`() {
    #expect(
      Self.found(Self.library("《甲县殡葬规定》（甲发〔2020〕7号）")) == [
        "cited-title warning 正文引用《甲县殡葬规定》（甲发〔2020〕7号），本库的这个文号是“甲县养老办法”"
      ])
    #expect(Self.found(Self.library("《甲县养老办法》（甲发〔2020〕7号）、《养老办法》（甲发〔2020〕7号）")) == [])
  }
}
