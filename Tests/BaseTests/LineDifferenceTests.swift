import Base
import Testing

@Suite("A difference line by line")
struct LineDifferenceTests {
  private static func unified(_ old: String, _ new: String) -> String {
    LineDifference(from: Array(old.utf8), to: Array(new.utf8)).unified
  }

  @Test("is empty between equal texts") func equal() {
    #expect(Self.unified("", "") == "")
    #expect(Self.unified("甲\n乙", "甲\n乙") == "")
  }

  @Test("shows three lines around a change") func context() {
    let old = (1...9).map { "\($0)\n" }.joined()
    #expect(
      Self.unified(old, old.replacing("5\n", with: "五\n"))
        == "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+五\n 6\n 7\n 8\n")
  }

  @Test("shows changes far apart by themselves, near ones together") func hunks() {
    let old = (1...20).map { "\($0)\n" }.joined()
    #expect(
      Self.unified(old, old.replacing("1\n2\n", with: "2\n").replacing("20\n", with: "20\n21\n"))
        == "@@ -1,4 +1,3 @@\n-1\n 2\n 3\n 4\n@@ -18,3 +17,4 @@\n 18\n 19\n 20\n+21\n")
    #expect(
      Self.unified(old, old.replacing("5\n", with: "").replacing("11\n", with: "")).split(separator: "@@ -").count == 1)
  }

  @Test("knows carriage returns and a last line that does not end") func ends() {
    #expect(Self.unified("甲\r\n", "甲\n") == "@@ -1,1 +1,1 @@\n-甲\r\n+甲\n")
    #expect(Self.unified("甲\n", "甲") == "@@ -1,1 +1,1 @@\n-甲\n+甲\n\\ 末尾没有换行\n")
    #expect(Self.unified("", "甲\n") == "@@ -0,0 +1,1 @@\n+甲\n")
    #expect(Self.unified("甲\n", "") == "@@ -1,1 +0,0 @@\n-甲\n")
  }
}
