import Foundation
import Testing
import Base

@Suite("Escaping")
struct EscapingTests {
  @Test("markup: the five characters, and control characters that XML forbids")
  func markup() {
    #expect(#"<a href="x">'&'</a>"#.escapedForMarkup == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;")
    #expect("公开\u{0}\u{B}\t\n".escapedForMarkup == "公开\u{FFFD}\u{FFFD}\t\n")
  }

  @Test("JSON: every character comes back, and nothing can close a script element")
  func json() throws {
    for text in ["", "引号\"反\\斜", "\u{0}\u{1F}\u{7F}\u{2028}\u{2029}", "</script><!--", "😀𠮷", "\r\n\t\u{8}\u{C}"] {
      var buffer = OutputBuffer()
      buffer.writeJSON(text)
      #expect(!buffer.bytes.contains(UInt8(ascii: "<")))
      let back = try JSONSerialization.jsonObject(with: Data(buffer.bytes), options: .fragmentsAllowed)
      #expect(back as? String == text)
    }
  }

  @Test("URL paths: every byte comes back, and none can leave the path")
  func paths() {
    for text in ["zhengce/2023-3/", "政策/附件 1.docx", "a?b#c%d&e", "\"<>\\^`{|}", "🙂"] {
      let encoded = text.encodedForURLPath
      #expect(encoded.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"?#\"<>\\^`{|}".utf8.contains($0) })
      #expect(encoded.percentDecoded == text)
    }
    #expect("政策/a b.md".encodedForURLPath == "%E6%94%BF%E7%AD%96/a%20b.md")
  }

  @Test("broken percent escapes are nil", arguments: ["%", "%4", "%zz", "%+1", "%FF", "a%E4%BA"])
  func broken(_ text: String) { #expect(text.percentDecoded == nil) }

  @Test("JSON values print compact and pretty, members in their order")
  func values() {
    let value = JSONValue.object(["b": 1, "a": .array([true, .null, "x"]), "e": .array([]), "o": .object([:])])
    #expect(String(decoding: value.compact, as: UTF8.self) == #"{"b":1,"a":[true,null,"x"],"e":[],"o":{}}"#)
    #expect(
      String(decoding: value.pretty, as: UTF8.self)
        == "{\n  \"b\": 1,\n  \"a\": [\n    true,\n    null,\n    \"x\"\n  ],\n  \"e\": [],\n  \"o\": {}\n}\n")
  }
}
