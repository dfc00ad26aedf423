import Base
import Disk
import Documents
import Loading
import TestSupport
import Testing

@Suite("A look into a file")
struct FileInspectionTests {
  /// The fault of one file in a column.
  private static func fault(_ name: String, _ bytes: [UInt8]) async throws -> FileFault? {
    var fixture = Fixture(["Content/a/d.md": "---\ntitle: 甲\n---\n"])
    fixture.bytes["Content/a/" + name] = bytes
    return try await fixture.load().fileFaults["a/" + name]
  }

  private static func fault(_ name: String, _ text: String) async throws -> FileFault? {
    try await fault(name, Array(text.utf8))
  }

  @Test(
    "a page under another name",
    arguments: [
      "<html><script src=a.js></script>", "\u{FEFF}  <!DOCTYPE HTML>", "<!-- x --><script>",
      "<?xml version=\"1.0\"?>\n<html>",
      "<table><tr><td>导出", "<svg onload=x>", "<?php echo 1;", "<!-- 没有结束",
    ])
  func pages(_ text: String) async throws {
    for name in ["a.pdf", "a.xls", "a.docx", "a.txt", "a.csv", "a.png"] {
      #expect(try await Self.fault(name, text) == .runs("网页"))
    }
    let wide: [UInt8] = text.utf16.reduce(into: [0xFF, 0xFE]) { bytes, unit in
      bytes += [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
    }
    if text.first == "<", text.utf16.allSatisfy({ $0 < 128 }) {
      #expect(try await Self.fault("a.pdf", wide) == .runs("网页"))
    }
  }

  @Test("a program under another name") func programs() async throws {
    let mz = Array("MZ".utf8) + [0x90, 0, 3, 0] + [UInt8](repeating: 0, count: 100)
    for bytes in [mz, Array("MZ".utf8), [0x7F, 0x45, 0x4C, 0x46, 2], Array("#!/bin/sh\n".utf8)] {
      #expect(try await Self.fault("a.pdf", bytes) == .runs("程序"))
    }
  }

  @Test(
    "texts that only begin like something else",
    arguments: ["MZ编号,名称\n" + String(repeating: "甲,乙\n", count: 20), "#! 注", "<已公开>", "<表一>\n", "PK赛通知", "%PDF 说明", ""])
  func falseFriends(_ text: String) async throws {
    for name in ["a.txt", "a.csv"] { #expect(try await Self.fault(name, text) == nil) }
  }

  @Test("another type of file") func others() async throws {
    let pdf = Array("%PDF-1.7\n".utf8)
    let zip = Array("PK\u{3}\u{4}....".utf8)
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(try await Self.fault("a.doc", pdf) == .isRather("PDF"))
    #expect(try await Self.fault("a.pdf", zip) == .isRather("ZIP"))
    #expect(try await Self.fault("a.xls", zip) == .isRather("ZIP"))
    #expect(try await Self.fault("a.txt", old) == .isRather("OLE"))
    for name in ["a.docx", "a.ofd", "a.xlsx", "a.zip", "a.wps", "a.kmz"] {
      #expect(try await Self.fault(name, zip) == nil)
    }
    for name in ["a.doc", "a.xls", "a.et", "a.docx"] { #expect(try await Self.fault(name, old) == nil) }
    #expect(try await Self.fault("a.PDF", pdf) == nil)
    #expect(try await Self.fault("a.jpg", [0x89, 0x50, 0x4E, 0x47]) == nil)
    #expect(try await Self.fault("a.pdf", "随便") == nil)
  }

  @Test("macros") func macros() async throws {
    let zip = "PK\u{3}\u{4}" + String(repeating: "x", count: 2000)
    #expect(try await Self.fault("a.docx", zip + "word/vbaProject.bin") == .macros)
    #expect(try await Self.fault("a.docx", zip) == nil)
    #expect(try await Self.fault("a.docm", zip + "word/vbaProject.bin") == nil)
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 1, count: 2000)
    #expect(try await Self.fault("a.xls", old + "_VBA_PROJECT".utf8.flatMap { [$0, 0] }) == .macros)
    #expect(try await Self.fault("a.xls", old) == nil)
  }

  @Test(
    "pictures with something that runs",
    arguments: [
      "<svg><script>1</script></svg>", "<svg><SCRIPT/></svg>", "<s:svg xmlns:s='x'><s:script/></s:svg>",
      "<svg onload='x'/>", "<svg\nonload = \"x\"/>", "<svg><foreignObject/></svg>",
      "<svg><a href='javascript:x'/></svg>",
      "<svg><a xlink:href='&#106;ava&#x73;cript&colon;x'/></svg>", "<svg><a href=' java\tscript:x'/></svg>",
      "<svg><animate attributeName='href' values='a;javascript:x'/></svg>", "<svg><set to='javascript:x'/></svg>",
      "<svg><image href='data:image/svg+xml;base64,x'/></svg>", "<svg><use href='data:text/html,x'/></svg>",
      "<?xml-stylesheet href='x.xsl'?><svg/>", "<!DOCTYPE svg [<!ENTITY a '<script>'>]><svg>&a;</svg>",
      "<?xml version='1.0' encoding='ISO-2022-JP'?><svg/>", "<svg><iframe src='x'/></svg>",
      "<svg><handler type='x'/></svg>", "<svg a='x", "<svg", "<svg><!-- x", "<svg a=b onload=x/>",
      "<svg><h:body xmlns:h='x'/></svg>",
      "<svg>\u{1B}$B</svg>",
    ])
  func scripts(_ text: String) async throws {
    guard case .script = try await Self.fault("a.svg", text) else {
      Issue.record("\(text)")
      return
    }
  }

  @Test(
    "pictures that are only pictures",
    arguments: [
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<!-- Created with Inkscape --><svg width='1'><g/></svg>",
      "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\"><svg/>",
      "<svg><style><![CDATA[.a > .b {fill: red}]]></style><path d='M1 1'/></svg>",
      "<svg><text>javascript: 和 onload=1</text></svg>",
      "<svg><image href='data:image/png;base64,AAAA'/><a href='https://www.gov.cn/'/></svg>",
      "<svg><!-- <script> --></svg>",
      "<svg><title>一 &lt;script&gt;</title></svg>", "<?xpacket begin='x'?><svg/>",
    ])
  func pictures(_ text: String) async throws { #expect(try await Self.fault("a.svg", text) == nil) }
}
