import Testing

@testable import Offline

@Suite("a file that scripts read is a script that hands over its text")
struct FileScriptTests {
  @Test(arguments: [
    ("{\"a\":\"b\"}\n", #"gongkai.file('{"a":"b"}\n');"#), ("it's \\ \r\n", #"gongkai.file('it\'s \\ \r\n');"#),
    ("a\u{2028}b\u{2029}c。", #"gongkai.file('a\u2028b\u2029c。');"#), ("", "gongkai.file('');"),
  ])
  func script(_ text: String, _ expected: String) {
    #expect(String(decoding: FileScript.bytes(of: Array(text.utf8)[...]), as: UTF8.self) == expected + "\n")
  }
}
