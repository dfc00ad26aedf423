import Base
import Documents
import Loading
import TestSupport
import Testing

@Suite("The theme in site.yml")
struct ThemeTests {
  private static let files = [
    "Content/_theme/a.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "Content/_theme/b.pdf": "%PDF",
  ]

  private static func library(_ lines: String) async throws -> Library {
    try await Fixture(files.merging(["Content/site.yml": Fixture.siteText + lines + "\n"]) { $1 }).load()
  }

  @Test("is read") func read() async throws {
    let library = try await Self.library(
      """
      icp: 澜ICP备00000000号
      icpURL: https://a.gov.cn/icp
      policeRecord: 澜公网安备 00000000000000号
      policeURL: https://a.gov.cn/police
      theme:
        color: 'A8201A'
        logo: ./a.svg
        nameImage: a.svg
        footerMarks:
          - {title: 找错, image: a.svg, url: 'https://a.gov.cn/?u={url}&t={title}'}
          - title: 无障碍
      """)
    #expect(library.findings.map(\.short) == [])
    let (site, theme) = (library.site, library.site.theme)
    #expect(
      theme.color?.main.hex == "#a8201a" && theme.logo?.content == "_theme/a.svg"
        && theme.nameImage?.asset == "theme/a.svg")
    #expect(theme.footerMarks.map(\.title) == ["找错", "无障碍"] && theme.footerMarks[1].url == nil)
    #expect(site.icpURL == "https://a.gov.cn/icp" && site.policeURL == "https://a.gov.cn/police")
  }

  @Test(
    "has its mistakes at their place",
    arguments: [
      ("theme: 红", "5:8 1 wrong-type"), ("theme: {colour: x}", "5:9 6 unknown-key"),
      ("theme: {color: red}", "5:16 3 wrong-type"), ("theme:\n  color: #b3261e", "6:10 7 yaml-comment"),
      ("theme: {color: '#ff6600'}", "5:16 9 theme-contrast"), ("theme: {color: [a]}", "5:16 3 wrong-type"),
      ("theme: {logo: c.svg}", "5:15 5 attachment-missing"),
      ("theme: {logo: ../site.yml}", "5:15 11 attachment-missing"),
      ("theme: {logo: https://a.cn/b.svg}", "5:15 18 attachment-missing"),
      ("theme: {nameImage: b.pdf}", "5:20 5 wrong-choice"),
      ("theme: {footerMarks: [甲]}", "5:23 1 wrong-type"),
      ("theme: {footerMarks: [{url: 'https://a.cn/'}]}", "5:23 22 missing-field"),
      ("theme: {footerMarks: [{title: 甲, url: 'javascript:x'}]}", "5:39 14 web-address"),
      ("theme: {footerMarks: [{title: 甲, picture: a.svg}]}", "5:34 7 unknown-key"),
      ("icpURL: https://a.cn/", "5:9 13 fixed-field warning"),
      ("policeURL: a.cn", "5:12 4 web-address,5:12 4 fixed-field warning"),
    ])
  func mistakes(_ lines: String, _ expected: String) async throws {
    let findings = try await Self.library(lines).findings.map(\.short)
    #expect(findings.sorted() == expected.split(separator: ",").map { "site.yml:" + $0 }.sorted())
  }

  @Test("a colour that is too bright is an error with both contrasts and the nearest that will do") func contrast()
    async throws
  {
    let finding = try #require(try await Self.library("theme: {color: '#f60'}").findings.first)
    #expect(finding.message == "主色 #ff6600 太浅：上面的白字对比度 2.93，页面上的链接 2.65，都不能低于 4.5")
    #expect(finding.cures == ["改为同一色调中最接近的 color: \"#be4c00\""])
  }

  @Test("a missing picture is looked for among those that there are") func nearMiss() async throws {
    #expect(
      try await Self.library("theme: {logo: aa.svg}").findings.first?.cures
        == ["是否想写：a.svg？", "把图片放进 Content/_theme，这里只写文件名"])
  }
}
