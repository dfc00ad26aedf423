import Testing

@testable import Auditing

@Suite("names that sticks and Windows take")
struct PortableNameTests {
  private static let names = PortableNames(addedLength: 3)

  @Test(arguments: [
    ("zhengce/a:b/index.html", "a:b"), ("x/表?.csv", "表?.csv"), ("x/a\"b.pdf", "a\"b.pdf"),
    ("x/a\u{7}.pdf", "a\u{7}.pdf"),
    ("x/尾./index.html", "尾."), ("x/a.pdf ", "a.pdf "), ("con/index.html", "con"), ("x/Aux.tar.gz", "Aux.tar.gz"),
    ("x/lpt9", "lpt9"),
  ])
  func refused(_ path: String, _ name: String) {
    #expect(Self.names.fault(of: path)?.cause == name)
  }

  @Test(arguments: [
    "index.html", "zhengce/2023-3/附件：1？.docx", "x/console/index.html", "x/com10.pdf", "x/com0", "x/.a", "x/a b.pdf",
    "x/auxiliary.pdf",
  ])
  func taken(_ path: String) {
    #expect(Self.names.fault(of: path) == nil)
  }

  @Test func `a path has a length that Windows takes, with what is added to it`() {
    #expect(Self.names.fault(of: String(repeating: "字", count: 237)) == nil)
    let fault = Self.names.fault(of: String(repeating: "字", count: 238))
    #expect(fault?.message == "的路径有 241 个字符，不能超过 240 个")
  }
}
