import Base
import Documents
import Markdown
@testable import Rendering
import Resolution
import TestSupport
import Testing

@Suite struct PaginationTests {
  /// `1 [2] 3 … 9`: numbers, the current one in brackets, gaps.
  private static func shown(_ page: Int, of total: Int) -> String? {
    guard
      case .object(let members)? = Pagination(total: total, size: 10).view("a/", page: page, from: PageAddress("a/")),
      case .list(let pages)? = members["pages"]
    else { return nil }
    return pages.map { page -> String in
      guard case .object(let page) = page, case .text(let number)? = page["number"] else { return "…" }
      return page["current"] == nil ? number : "[\(number)]"
    }.joined(separator: " ")
  }

  @Test func `the first, the last and two around are shown`() {
    #expect(Self.shown(1, of: 10) == nil)
    #expect(Self.shown(1, of: 11) == "[1] 2")
    #expect(Self.shown(1, of: 95) == "[1] 2 3 … 10")
    #expect(Self.shown(4, of: 95) == "1 2 3 [4] 5 6 … 10")
    #expect(Self.shown(5, of: 95) == "1 2 3 4 [5] 6 7 … 10", "a gap of one page is that page")
    #expect(Self.shown(6, of: 120) == "1 … 4 5 [6] 7 8 … 12")
    #expect(Self.shown(10, of: 95) == "1 … 8 9 [10]")
  }

  @Test func `rows are cut without loss`() {
    let pagination = Pagination(total: 41, size: 20)
    #expect(pagination.pageCount == 3)
    #expect((1...3).map { pagination.rows(onPage: $0) } == [0..<20, 20..<40, 40..<41])
    #expect(Pagination(total: 0, size: 20).pageCount == 1 && Pagination(total: 0, size: 20).rows(onPage: 1).isEmpty)
    #expect(Pagination(total: 40, size: 20).pageCount == 2)
  }

  @Test func `the first page is the list itself`() {
    #expect(DirectoryPage.url("a/", number: 1) == "a/")
    #expect(DirectoryPage.url("a/", number: 12) == "a/page/12/")
  }
}

@Suite struct AddressTests {
  @Test(
    "links are relative and encoded",
    arguments: [
      ("", "zhengce/", "./zhengce/"), ("zhengce/a/", "", "../../"),
      ("zhengce/page/2/", "zhengce/", "../../../zhengce/"),
      ("topics/教育/", "topics/科技 文化/", "../../topics/%E7%A7%91%E6%8A%80%20%E6%96%87%E5%8C%96/"),
      ("a/", "b?c#d%e/", "../b%3Fc%23d%25e/"),
    ]) func href(from: String, to: String, expected: String)
  {
    #expect(PageAddress(from).href(to) == expected)
  }

  @Test func `fragments follow, and an absolute root stays`() {
    #expect(PageAddress("a/").href("b/", fragment: "第三条") == "../b/#%E7%AC%AC%E4%B8%89%E6%9D%A1")
    #expect(PageAddress("404.html", absoluteRoot: "/sub/").href("b/") == "/sub/b/")
  }
}

@Suite struct BodyWriterTests {
  /// The text of another site, whose pictures stand there.
  private static func elsewhere(_ markdown: String) -> String {
    let file = Provenance.File(url: "https://x.example/图.png", sha256: nil)
    let document = Fixture.regional("x", "d", files: ["x/zhengce/tu.png": file, "x/zhengce/v.mp4": file])
    let corpus = Corpus(
      site: Site(), kinds: Fixture.kinds, columns: [], documents: [], region: Fixture.region([document]),
      asOf: Fixture.day("2026-01-01"))
    let resolver = LinkResolver(corpus: corpus, documents: [], files: [:])
    let writer = BodyWriter(resolver: resolver, host: "own.example", showsPictures: false)
    let body = readMarkdown(Array(markdown.utf8)[...]).text
    return String(
      decoding: writer.html(body, from: document.sourcePath, on: PageAddress(document.url)), as: UTF8.self)
  }

  @Test(arguments: [
    (
      "前![流程图](tu.png)后",
      #"前<a class="external" rel="external noopener" href="https://x.example/%E5%9B%BE.png">图片：流程图</a> 后"#
    ),
    ("![](tu.png)", #"href="https://x.example/%E5%9B%BE.png">图片</a>"#), ("![甲](v.mp4)", ">视频：甲</a>"),
    ("![没有](none.png)", "<p>图片：没有 </p>"), ("![a&\"b](tu.png)", ">图片：a&amp;&quot;b</a>"),
    ("[![甲](tu.png)](https://y.example/)", #"class="external">图片：甲 </a>"#),
    ("![甲](tu.png)![乙](tu.png)", ">图片：乙</a>"), ("|列|\n|---|\n|![甲](tu.png)|", ">图片：甲</a>"),
  ]) func `pictures of another site are links to it`(markdown: String, expected: String) {
    let html = Self.elsewhere(markdown)
    #expect(html.contains(expected) && !html.contains("<img") && !html.contains("<video"), "\(html)")
  }

  private static func html(_ markdown: String) -> String {
    let documents = ["a/d", "a/other", "a/secret"].map { path in
      var document = Fixture.document(path)
      document.isDraft = path == "a/secret"
      return document
    }
    let corpus = Fixture.corpus(documents)
    let resolver = LinkResolver(corpus: corpus, documents: documents, files: ["a/图 一.png": 1, "b/表.csv": 1])
    let writer = BodyWriter(resolver: resolver, host: "own.example")
    let body = readMarkdown(Array(markdown.utf8)[...]).text
    return String(decoding: writer.html(body, from: "a/d.md", on: PageAddress("a/d/")), as: UTF8.self)
  }

  @Test(
    "leads where the link means",
    arguments: [
      ("[x](other.md)", #"<a href="../../a/other/">x</a>"#),
      ("[x](/a/other.md#第一条)", #"<a href="../../a/other/#%E7%AC%AC%E4%B8%80%E6%9D%A1">x</a>"#),
      ("[x](../b/表.csv)", #"<a href="%E8%A1%A8.csv">x</a>"#), ("[x](%E8%A1%A8.csv)", "<a>x</a>"),
      ("[x](../b/%E8%A1%A8.csv)", #"<a href="%E8%A1%A8.csv">x</a>"#),
      ("![x](<图 一.png>)", #"<img src="%E5%9B%BE%20%E4%B8%80.png" alt="x" />"#),
      ("[x](#一)", ##"<a href="#%E4%B8%80">x</a>"##), ("[x](secret.md)", "<a>x</a>"), ("[x](none.md)", "<a>x</a>"),
      ("[x](https://own.example/a?b=1&c=2)", #"<a href="https://own.example/a?b=1&amp;c=2">x</a>"#),
      (
        "[x](https://own.example.evil/)",
        #"<a href="https://own.example.evil/" rel="external noopener" class="external">x</a>"#
      ),
      (
        "[x](HTTP://Other.example/表)",
        #"<a href="HTTP://Other.example/%E8%A1%A8" rel="external noopener" class="external">x</a>"#
      ),
      ("[x](mailto:a@b.example)", #"<a href="mailto:a@b.example">x</a>"#),
      ("[x](//other.example/)", #"<a href="https://other.example/" rel="external noopener" class="external">x</a>"#),
    ]) func link(markdown: String, expected: String)
  {
    let html = Self.html(markdown)
    #expect(html.contains(expected), "\(html)")
  }

  @Test func `a URL keeps its escapes and loses what may not stand in it`() {
    #expect(
      "https://a/%41 b\"<>\\^`{|}表".encodedForURL == "https://a/%41%20b%22%3C%3E%5C%5E%60%7B%7C%7D%E8%A1%A8")
  }
}

@Suite struct FileSizeTests {
  @Test(
    "sizes as people say them",
    arguments: [
      (0, "0 字节"), (1023, "1023 字节"), (1024, "1 KB"), (1535, "1 KB"), (1536, "2 KB"), (1_048_576, "1.0 MB"),
      (1_363_149, "1.3 MB"), (52_428_800, "50.0 MB"),
    ]) func size(bytes: Int, expected: String)
  { #expect(FileSize.text(bytes) == expected) }

  @Test func `just below a megabyte is no 1024 KB`() { #expect(FileSize.text(1_048_575) == "1.0 MB") }

  @Test func `types are extensions`() {
    #expect(FileSize.type(of: "表.xlsx") == "XLSX" && FileSize.type(of: "a.tar.gz") == "GZ")
    #expect(FileSize.type(of: "README") == "文件" && FileSize.type(of: ".htaccess") == "文件")
  }
}
