import SiteBuild
import Testing

@Suite struct PersonNameTests {
  @Test(arguments: ["李某", " 李某 ", "买买提·艾力", "lisi@xzf.example", "王小二（办公室）"])
  func `what people are called is a name`(_ text: String) {
    #expect(PersonName(text) != nil)
  }

  @Test(arguments: [
    "", "   ", "李\n某", "李\u{0}某", "\u{202E}某李", "李\u{200B}某", "李\u{2028}某", "\u{E000}",
    // 李 in UTF-8, read as Latin-1; 李某 in GB 18030, read as UTF-8 with replacements.
    "æ\u{9D}\u{8E}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", "ÀîÄ³",
    String(repeating: "李", count: 41),
  ])
  func `what nobody sees, or somebody misread, is none`(_ text: String) {
    #expect(PersonName(text) == nil)
  }

  @Test func `blanks at the ends do not count`() {
    #expect(PersonName(" 李某 ") == PersonName("李某"))
    #expect(PersonName("李某")?.text == "李某")
  }
}
