import Base
import Documents
import Disk
import Loading
import TestSupport
import Testing

@Suite("Bytes of a file")
struct EncodingTests {
  private static func load(_ bytes: [UInt8]) async throws -> Library {
    var fixture = Fixture()
    fixture.bytes["Content/a/d.md"] = bytes
    return try await fixture.load()
  }

  /// `---\ntitle: 关于\n---\n中国` in GB 18030, 关 = B9D8, 于 = D3DA, 中 = D6D0, 国 = B9FA.
  private static let gb18030 =
    Array("---\ntitle: ".utf8) + [0xB9, 0xD8, 0xD3, 0xDA] + Array("\n---\n".utf8) + [0xD6, 0xD0, 0xB9, 0xFA, 0x0A]

  @Test("in GB 18030 are named, with the command that converts them") func chinese() async throws {
    let findings = try await Self.load(Self.gb18030).findings
    #expect(
      findings.map(\.text) == [
        """
        Content/a/d.md:1:1: error: 文件编码是 GB 18030（GBK），应为 UTF-8 [encoding]
             = 记事本：另存为，“编码”选 UTF-8；Excel、WPS 表格：另存为“CSV UTF-8”；Linux：iconv -f GB18030 -t UTF-8 原文件 > 新文件
             = 可以自动改正：gongkai fix --rule encoding

        """
      ])
  }

  @Test(
    "in UTF-16 are named, with a byte order mark or without",
    arguments: [(true, true, "UTF-16"), (false, true, "UTF-16"), (true, false, "UTF-16LE"), (false, false, "UTF-16BE")])
  func utf16(little: Bool, mark: Bool, name: String) async throws {
    let text = (mark ? "\u{FEFF}" : "") + "---\ntitle: 关于印发办法的通知\nform: 通知\n---\n正文内容\n"
    let bytes = text.utf16.flatMap { unit in
      little ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    let findings = try await Self.load(bytes).findings
    #expect(findings.map(\.rule) == ["encoding"])
    #expect(findings.first?.cures.first?.hasSuffix("Linux：iconv -f \(name) -t UTF-8 原文件 > 新文件") == true)
  }

  @Test(
    "in broken UTF-8 are a finding at the byte",
    arguments: [
      [0xFF], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0x80], [0xE4, 0xB8], [0xC3], [0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func broken(bytes: [UInt8]) async throws {
    let before = Array("---\ntitle: 关于印发办法的通知\n---\n正文内容，正文".utf8)
    for after in [Array("内容\n".utf8), []] {
      let findings = try await Self.load(before + bytes + after).findings
      #expect(findings.map(\.short) == ["a/d.md:4:8 1 encoding"])
    }
  }

  @Test("in UTF-8 are accepted, at every length of a character") func valid() async throws {
    let text = "---\ntitle: é\u{7FF}\u{800}\u{D7FF}\u{FA0E}𠮷\u{EFFFD}\n---\n\t正文\u{A0}\r\n"
    #expect(try await Self.load(Array(text.utf8)).findings == [])
    #expect(try await Self.load([0xEF, 0xBB, 0xBF] + Array(text.utf8)).findings == [])
  }

  @Test("with NUL are no text") func nul() async throws {
    let findings = try await Self.load(Array("---\ntitle: 甲\n---\n正\0文".utf8)).findings
    #expect(findings.map(\.short) == ["a/d.md:4:2 1 nul-byte"])
  }

  @Test("with control characters are a finding in front matter and one in the text") func control() async throws {
    let findings = try await Self.load(Array("---\ntitle: 甲\u{B}乙\n---\n正\u{7F}文\u{1B}\n".utf8)).findings
    #expect(
      findings.map(\.short) == [
        "a/d.md:2:9 1 control-character", "a/d.md:4:2 1 control-character",
      ])
    #expect(findings.map(\.message) == ["不可见的控制字符（U+000B）", "不可见的控制字符（U+007F），这一行有 2 处"])
  }

  @Test("may not be none", arguments: ["", " \r\n\t\n", "\u{FEFF}", "\u{FEFF}\n"]) func empty(text: String) async throws
  {
    #expect(try await Fixture.findings(in: text) == ["1:1 1 empty-file"])
  }

  @Test("of all kinds of files are checked") func everywhere() async throws {
    var fixture = Fixture()
    fixture.bytes = [
      "Content/site.yml": [0x61, 0], "Content/a/_column.md": Self.gb18030, "Templates/kinds/x.yml": [],
    ]
    #expect(
      try await fixture.findings() == [
        "a/_column.md:1:1 1 encoding", "site.yml:1:2 1 nul-byte", "Templates/kinds/x.yml:1:1 1 empty-file",
      ])
  }
}
