import Base
import Testing

@Suite struct FingerprintTests {
  private static func lines(_ text: String) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add(lines: Array(text.utf8)[...])
    return fingerprint.text
  }

  private static func texts(_ texts: String...) -> String {
    var fingerprint = Fingerprint()
    for text in texts { fingerprint.add(text) }
    return fingerprint.text
  }

  @Test func `blank lines, blanks at the ends and line ends make no difference`() {
    let plain = Self.lines("第一行\n第二行 甲\n")
    for text in ["第一行\r\n第二行 甲", "\n  第一行  \n\n\t第二行 甲 \n"] { #expect(Self.lines(text) == plain) }
  }

  @Test func `everything else does`() {
    let texts = ["", "利率15%", "利率16%", "利率 16%", "利率\n16%", "16%利率", "利率16%利率16%", "甲", "甲乙丙丁戊己"]
    #expect(Set(texts.map(Self.lines)).count == texts.count)
    #expect(Self.texts("甲", "乙") != Self.texts("甲乙") && Self.texts("甲", "") != Self.texts("甲"))
  }

  @Test func `it is the same on every machine and in every run`() {
    #expect(Self.texts("甲", "12345678") == "d81b9a97b9815fd2")
  }

  @Test func `a single bit anywhere changes it, and so do two`() {
    var seen: Set<String> = []
    let bytes = Array("第一条　为了规范管理，制定本办法。0123456789".utf8)
    for index in bytes.indices {
      for bit in 0..<7 where bytes[index] ^ (1 << bit) > 0x20 {
        var changed = bytes
        changed[index] ^= 1 << bit
        var fingerprint = Fingerprint()
        fingerprint.add(lines: changed[...])
        #expect(seen.insert(fingerprint.text).inserted)
      }
    }
  }
}
