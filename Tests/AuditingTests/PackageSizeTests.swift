import Base
import Documents
import Testing

/// Packages that are too large for a ZIP archive.
struct PackageSizeTests {
  private static func library(bytes: Int, files count: Int = 1) -> TestLibrary {
    var library = TestLibrary()
    let paths = (0..<count).map { "a/m/\($0).pdf" }
    library.files = Dictionary(uniqueKeysWithValues: paths.map { ($0, bytes) })
    library.add("m") { $0.attachments = paths.map { Attachment(title: "附件", path: $0, byteCount: bytes) } }
    library.add("p", kind: "package", [.title: "包", .contains: "m"])
    return library
  }

  private static func findings(_ library: TestLibrary) -> [String] {
    library.findings().filter { $0.rule == "package-too-large" }.map {
      "\($0.location.path):\($0.location.start.line):\($0.location.start.column) \($0.message) \($0.cures)"
    }
  }

  @Test func `four gigabytes and more are an error at the first member`() {
    #expect(Self.findings(Self.library(bytes: 4_294_967_295)) == [])
    #expect(
      Self.findings(Self.library(bytes: 4_294_967_296)) == [
        "Content/a/p.md:3:11 政策包放不进一个压缩包：文件共 4.0 GB，ZIP 压缩包至多 4 GB [\"把政策包分成几个，或者把大的附件放到别处、只写链接\"]"
      ])
    #expect(Self.findings(Self.library(bytes: 2_200_000_000, files: 2)).first?.contains("文件共 4.1 GB") == true)
  }

  @Test func `so are more files than sixteen bits count`() {
    #expect(Self.findings(Self.library(bytes: 1, files: 65_533)) == [])
    #expect(Self.findings(Self.library(bytes: 1, files: 65_534)).first?.contains("65536 个文件，ZIP 压缩包至多 65535 个") == true)
  }
}
