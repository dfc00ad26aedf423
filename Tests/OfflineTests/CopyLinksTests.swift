import Testing

@testable import Offline

@Suite("where a link leads in a copy")
struct CopyLinksTests {
  private static let paths: Set<String> = [
    "index.html", "zhengce/index.html", "zhengce/2023-3/index.html", "zhengce/2023-3/附件 1.docx", "search/index.html",
  ]
  private let links = CopyLinks(paths: paths, baseURL: "https://www.a.gov.cn/gk/")

  @Test(arguments: [
    ("../", "zhengce/index.html", ""), ("./", "zhengce/2023-3/index.html", ""), ("../../", "index.html", ""),
    ("../../zhengce", "zhengce/index.html", ""), ("../../search/?q=%E6%B0%B4#a", "search/index.html", "?q=%E6%B0%B4#a"),
    ("%E9%99%84%E4%BB%B6%201.docx", "zhengce/2023-3/附件 1.docx", ""), ("/gk/zhengce/", "zhengce/index.html", ""),
    ("/gk", "index.html", ""), ("https://www.a.gov.cn/gk/zhengce/#x", "zhengce/index.html", "#x"),
    ("//www.a.gov.cn/gk/", "index.html", ""),
  ])
  func toAFile(_ link: String, _ path: String, _ rest: String) {
    #expect(links.target(of: link, on: "zhengce/2023-3/index.html") == .file(path: path, rest: rest))
  }

  @Test(arguments: [
    ("../feed.atom", "https://www.a.gov.cn/gk/zhengce/feed.atom"), ("/", "https://www.a.gov.cn/"),
    ("../../../x/?a#b", "https://www.a.gov.cn/x/?a#b"), ("../../../../../x", "https://www.a.gov.cn/x"),
    ("https://www.b.gov.cn/gk/zhengce/", "https://www.b.gov.cn/gk/zhengce/"), ("//b.cn/", "https://b.cn/"),
    ("../gone/", "https://www.a.gov.cn/gk/zhengce/gone/"), ("100%/", "https://www.a.gov.cn/gk/zhengce/2023-3/100%/"),
  ])
  func toTheNet(_ link: String, _ address: String) {
    #expect(links.target(of: link, on: "zhengce/2023-3/index.html") == .outside(address))
  }

  @Test(arguments: ["#tiao-1", "?q=a", "", "mailto:a@b.cn", "tel:123", "javascript:x"])
  func nowhereElse(_ link: String) {
    #expect(links.target(of: link, on: "zhengce/2023-3/index.html") == .itself)
  }

  @Test func `an address is written from the page, with what it needs encoded`() {
    #expect(CopyLinks.relative("a/附件 1.docx", on: "x/y/index.html") == "../../a/%E9%99%84%E4%BB%B6%201.docx")
    #expect(CopyLinks.relative("index.html", on: "index.html") == "index.html")
  }
}
