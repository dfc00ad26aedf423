import Base
import Foundation
import Testing

@Suite("Reports for programs")
struct MachineReportTests {
  private static let other = Diagnostic.Location(path: "Content/b.md", sourceLine: "乙")
  private static let findings = [
    Diagnostic(
      "document-number", .error,
      at: Diagnostic.Location(
        path: "Content/政策/a b.md", start: SourcePosition(line: 5, column: 3), length: 2, sourceLine: "👨‍👩‍👧e\u{301}文号"),
      "字号“<x>”\n不对", cures: ["改为：甲"], related: [Diagnostic.Related(other, "另一处")]),
    Diagnostic("alt-text", .warning, at: Diagnostic.Location(path: "Content/c.md"), "图片无说明"),
  ]

  @Test("JSON has every field under its documented name")
  func json() {
    #expect(
      String(decoding: JSONReport.bytes(Self.findings), as: UTF8.self) == #"""
        [
          {
            "rule": "document-number",
            "severity": "error",
            "path": "Content/政策/a b.md",
            "line": 5,
            "column": 3,
            "endColumn": 5,
            "message": "字号“\u003cx>”\n不对",
            "cures": [
              "改为：甲"
            ],
            "related": [
              {
                "path": "Content/b.md",
                "line": 1,
                "column": 1,
                "endColumn": 2,
                "message": "另一处"
              }
            ]
          },
          {
            "rule": "alt-text",
            "severity": "warning",
            "path": "Content/c.md",
            "line": 1,
            "column": 1,
            "endColumn": 2,
            "message": "图片无说明",
            "cures": [],
            "related": []
          }
        ]

        """#)
  }

  @Test("warnings that were looked at come last, with the reason")
  func checked() throws {
    let checked = [CheckedFinding(finding: Self.findings[1], note: "装饰图片")]
    let json = try #require(JSONValue(json: JSONReport.bytes([Self.findings[0]], checked: checked)))
    guard case .array(let all) = json else {
      Issue.record("\(json)")
      return
    }
    #expect(all.map { $0["rule"]?.text } == ["document-number", "alt-text"])
    #expect(all.map { $0["checked"]?.text } == [nil, "装饰图片"])
    #expect(JSONReport.checked(JSONReport.value(checked, quotesLines: true)) == checked)
    let sarif = String(decoding: SARIFReport.bytes([], checked: checked, version: "1"), as: UTF8.self)
    #expect(sarif.contains(#""kind": "inSource""#) && sarif.contains(#""justification": "装饰图片""#))
  }

  @Test("no findings are an empty array")
  func empty() { #expect(String(decoding: JSONReport.bytes([]), as: UTF8.self) == "[]\n") }

  @Test("SARIF is one run with rules, encoded paths, and columns in code points")
  func sarif() throws {
    let bytes = SARIFReport.bytes(Self.findings, version: "1.2.3")
    let log = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? NSDictionary)
    #expect(log["version"] as? String == "2.1.0")
    func value(_ path: String) -> NSObject? {
      path.split(separator: ".").reduce(log as NSObject?) { value, key in
        if let index = Int(key) {
          (value as? NSArray)?[index] as? NSObject
        } else {
          (value as? NSDictionary)?[String(key)] as? NSObject
        }
      }
    }
    #expect(value("runs.0.tool.driver.version") == "1.2.3" as NSString)
    #expect(value("runs.0.tool.driver.rules.0.id") == "alt-text" as NSString)
    #expect(value("runs.0.columnKind") == "unicodeCodePoints" as NSString)
    #expect(value("runs.0.results.0.ruleIndex") == 1 as NSNumber)
    #expect(value("runs.0.results.0.level") == "error" as NSString)
    #expect(value("runs.0.results.0.message.text") == "字号“<x>”\n不对\n改为：甲" as NSString)
    let place = "runs.0.results.0.locations.0.physicalLocation"
    #expect(value(place + ".artifactLocation.uri") == "Content/%E6%94%BF%E7%AD%96/a%20b.md" as NSString)
    // The family emoji has five code points, é two, so 文 is character 3 and code point 8.
    #expect(value(place + ".region.startColumn") == 8 as NSNumber)
    #expect(value(place + ".region.endColumn") == 10 as NSNumber)
    let related = "runs.0.results.0.relatedLocations.0"
    #expect(value(related + ".message.text") == "另一处" as NSString)
    #expect(value("runs.0.results.1.level") == "warning" as NSString)
    #expect(value("runs.0.results.1.relatedLocations") == nil)
  }
}
