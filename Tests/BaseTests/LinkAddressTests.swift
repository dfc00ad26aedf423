import Base
import Testing

@Suite("The address of a link, as browsers read it")
struct LinkAddressTests {
  @Test(
    "leads to a host",
    arguments: [
      ("https://www.test.example/a", "www.test.example"), ("HTTP://A.Example:8080?q", "a.example:8080"),
      ("//b.example/x", "b.example"), ("https://user:pass@c.example/", "c.example"),
      ("https://evil.example\\@www.test.example/", "evil.example"), ("ht\ttps://d.example", "d.example"),
      ("https://ｄ。example/", "d.example"), ("https://%65.example/", "e.example"), ("http://[::1]:80/", "[::1]:80"),
    ])
  func hosts(_ text: String, _ host: String) { #expect(LinkAddress(text).host?.nameAndPort == host) }

  @Test(
    "stays inside the site",
    arguments: [
      "a/b.md", "#一", "?q=1:2", "附件：1.docx", "附件1:表.docx", "a/b:c.pdf", "./a:b.pdf", "/a/", "", "1:2.pdf",
      "..\\a",
    ])
  func local(_ text: String) { #expect(LinkAddress(text) == .local) }

  @Test(
    "has a scheme that is not in the list",
    arguments: [
      ("javascript:alert(1)", "javascript"), ("JAVA\nSCRIPT:x", "javascript"), ("ms-word:ofe|u|http://x/y", "ms-word"),
      ("search-ms:query=x", "search-ms"), ("intent://x#Intent;end", "intent"), ("shell:startup", "shell"),
      ("blob:https://x/y", "blob"), ("ftp://x/y", "ftp"), ("data:text/html,x", "data"), ("weixin://dl", "weixin"),
      ("view-source:https://x", "view-source"), ("urn:isbn:1", "urn"), (" vbscript:x", "vbscript"),
    ])
  func refused(_ text: String, _ scheme: String) { #expect(LinkAddress(text) == .refused(scheme: scheme)) }

  @Test(
    "goes to another host without saying so",
    arguments: [
      "http:evil.example/x", "https:/evil.example", "https:\\\\evil.example", "/\\evil.example", "\\\\evil.example",
      "http:///evil.example", "https://", "https://@/x", "///evil.example", "http:",
    ])
  func incomplete(_ text: String) { #expect(LinkAddress(text) == .incomplete) }

  @Test("mail and telephone") func others() {
    #expect(LinkAddress("mailto:a@b.cn") == .mail)
    #expect(LinkAddress("TEL:0531-12345") == .telephone)
  }

  @Test(
    "is private",
    arguments: [
      "10.0.0.1", "10.255.1.2:8080", "172.16.0.1", "172.31.255.255", "192.168.1.1", "127.0.0.1", "127.1", "0x7f.1",
      "2130706433", "0177.0.0.1", "localhost", "a.localhost", "oa", "nas.local", "oa.internal", "169.254.1.1",
      "100.64.0.1", "[::1]", "[fd00::1]", "[fe80::1]", "[::ffff:10.0.0.1]", "１０.0.0.1", "%31%30.0.0.1", "0.0.0.0",
      "10.0.0.1.", "999.1.1.1",
    ])
  func isPrivate(_ host: String) { #expect(LinkAddress("http://\(host)/oa").host?.isPrivate == true) }

  @Test(
    "is public",
    arguments: [
      "www.gaotang.gov.cn", "10.example.com", "172.15.0.1", "172.32.0.1", "192.169.1.1", "11.0.0.1", "100.128.0.1",
      "中国.政务", "[2001:db8::1]", "local.gov.cn", "8.8.8.8", "localhost.gov.cn",
    ])
  func isPublic(_ host: String) { #expect(LinkAddress("http://\(host)/oa").host?.isPrivate == false) }

  @Test("a user's name is told from a path") func user() {
    #expect(LinkAddress("http://a:b@c.example/").host?.hasUser == true)
    #expect(LinkAddress("http://c.example/@a").host?.hasUser == false)
    #expect(LinkAddress("http://c.example?a@b").host?.hasUser == false)
  }
}
