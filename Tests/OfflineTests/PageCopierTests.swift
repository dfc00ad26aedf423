import Base
import Testing

@testable import Offline

@Suite("a page in a copy")
struct PageCopierTests {
  private func copied(
    _ page: String, at path: String = "zhengce/a/index.html", kiosk: Kiosk? = nil
  ) throws -> (page: String, body: String) {
    let style = CopyStyle(
      links: CopyLinks(
        paths: ["index.html", "zhengce/index.html", "zhengce/a/index.html", "zhengce/a/b.pdf"],
        baseURL: "https://a.gov.cn/"),
      baseURL: "https://a.gov.cn/", asOf: try CalendarDate.parse("2026-11-28").get(), assets: "assets/1/", kiosk: kiosk)
    var copier = PageCopier(Array(page.utf8), at: path, in: style)
    let (bytes, body) = copier.copied()
    return (String(decoding: bytes, as: UTF8.self), String(decoding: body, as: UTF8.self))
  }

  @Test(arguments: [
    ("<a class='x' href=../>上</a>", "<a class='x' href=\"../../zhengce/index.html\">上</a>"),
    ("<a href=\"b.pdf\" download>附件</a>", "<a href=\"../../zhengce/a/b.pdf\" download>附件</a>"),
    ("<A HREF=\"../?a=1&amp;b=2\">", "<A href=\"../../zhengce/index.html?a=1&amp;b=2\">"),
    ("<a href=\"#x\">", "<a href=\"#x\">"), ("<a>没有</a>", "<a>没有</a>"),
    ("<form action=\"../\"><input name=q></form>", "<form action=\"../../zhengce/index.html\"><input name=q></form>"),
    ("<img src=\"b.pdf\"/>", "<img src=\"../../zhengce/a/b.pdf\"/>"),
    ("<link rel=\"modulepreload\" href=\"x.js\">", ""),
    (
      "<link rel=\"canonical\" href=\"https://a.gov.cn/zhengce/\">",
      "<link rel=\"canonical\" href=\"https://a.gov.cn/zhengce/\">"
    ),
    ("<meta property=\"og:url\" content=\"x\">", ""),
    ("<meta name=\"a\" content=\"x\">", "<meta name=\"a\" content=\"x\">"),
    ("<!-- <a href=\"../\"> -->", "<!-- <a href=\"../\"> -->"),
    (
      "<script type=\"application/ld+json\">{\"a\":\"<a href='../'>\"}</script>",
      "<script type=\"application/ld+json\">{\"a\":\"<a href='../'>\"}</script>"
    ),
    ("<script type=\"module\" src=\"b.pdf\"></script>", "<script src=\"../../zhengce/a/b.pdf\" defer></script>"),
    ("1 < 2 <a href=\"../\"", "1 < 2 <a href=\"../../zhengce/index.html\""),
    ("<a b=\"x>y\" href=\"../\">", "<a b=\"x>y\" href=\"../../zhengce/index.html\">"),
  ])
  func tags(_ tag: String, _ expected: String) throws {
    #expect(try copied(tag).page == expected)
  }

  @Test func `the frame says of what day it is, once, and brings the scripts before any other`() throws {
    let page = try copied(
      "<html lang=\"zh-CN\"><head><title>甲</title><script type=\"module\" src=\"x.js\"></script></head><body><a>跳</a><header></header><main></main></body></html>"
    ).page
    #expect(
      page == """
        <html lang="zh-CN" data-copy="副本截至2026年11月28日"><head><script defer src="../../assets/1/offline/modules.js"></script>
        <title>甲</title><script src="https://a.gov.cn/zhengce/a/x.js" defer></script><link rel="stylesheet" href="../../assets/1/offline/copy.css">
        </head><body><a>跳</a><aside class="copy-note" aria-label="离线副本">本副本截至<time datetime="2026-11-28">2026年11月28日</time>，网上可能已有变化，此后的有效性以网上为准。<a href="https://a.gov.cn/zhengce/a/">看网上的</a></aside>
        <header></header><main></main></body></html>
        """)
    #expect(try copied("<body><p>甲</p></body>").page.contains("<p>甲</p><aside class=\"copy-note\""))
  }

  @Test func `the text and the tables beside it are found, whatever they hold`() throws {
    let body = "<div data-body><div><a href=\"../\">x</a></div>甲</div>"
    let expected = "<div data-body><div><a href=\"../../zhengce/index.html\">x</a></div>甲</div>"
    #expect(try copied("<p>前</p>\(body)<p>中</p><div data-text>后</div>").body == expected + "<div data-text>后</div>")
    #expect(try copied("<p>没有</p>").body.isEmpty)
  }

  @Test(arguments: [
    ("<a href=\"../\">上</a>", "<a href=\"../../zhengce/index.html\">上</a>"),
    ("<a href=\"#x\">x</a>", "<a href=\"#x\">x</a>"),
    (
      "<a href=\"b.pdf\" download><b>附件</b></a>",
      "<button type=\"button\" class=\"outside\" data-outside=\"https://a.gov.cn/zhengce/a/b.pdf\"><b>附件</b></button>"
    ),
    (
      "<a class=\"external\" href=\"https://b.cn/?a&amp;b\">外</a><a href=\"../\">上</a>",
      "<button type=\"button\" class=\"outside\" data-outside=\"https://b.cn/?a&amp;b\">外</button><a href=\"../../zhengce/index.html\">上</a>"
    ),
    ("<a href=\"tel:123\">123</a>", "<a>123</a>"),
  ])
  func `on a public machine only pages can be opened`(_ tag: String, _ expected: String) throws {
    #expect(try copied(tag, kiosk: Kiosk(idleMinutes: 3, allowsPrinting: true)).page == expected)
  }

  @Test func `the settings of a public machine stand on every page`() throws {
    let page = try copied("<html class=\"own\"></html>", kiosk: Kiosk(idleMinutes: 5, allowsPrinting: false)).page
    #expect(
      page == """
        <html class="own kiosk" data-copy="副本截至2026年11月28日" data-home="../../index.html" data-idle="5" data-print="no" data-share="扫码带走"></html>
        """)
  }
}
