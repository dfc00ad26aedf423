import Base
import Testing

@Suite("Paths")
struct PathTests {
  @Test("have a folder, a last part, a stem and an extension")
  func parts() {
    #expect("a/b/表.XLSX".parentPath == "a/b" && "a".parentPath == "" && "".parentPath == "")
    #expect("a/b/表.XLSX".lastSegment == "表.XLSX" && "a".lastSegment == "a" && "a/".lastSegment == "")
    #expect("a/b.c/表.XLSX".fileExtension == "xlsx" && "a.b/c".fileExtension == "" && ".htaccess".fileExtension == "")
    #expect("a/b.c.md".fileStem == "b.c" && ".htaccess".fileStem == ".htaccess")
  }

  @Test(
    "mean what they say from the folder of their file, or from the root",
    arguments: [
      ("b.md", "a/x", "a/x/b.md"), ("./b", "a", "a/b"), ("../b", "a/x", "a/b"), ("/b/./c", "a", "b/c"),
      ("../b", "", nil),
      ("../../b", "a", nil), ("b//c/", "", "b/c"), ("..", "a", ""), ("/../b", "a", nil),
    ] as [(String, String, String?)])
  func resolved(path: String, folder: String, meant: String?) {
    #expect(path.resolvedPath(in: folder) == meant)
  }
}

@Suite("Chinese numerals")
struct ChineseNumeralTests {
  @Test(
    "are read as far as they go",
    arguments: [
      ("五年", 5, 3), ("十五条", 15, 6), ("二十", 20, 6), ("一百零五", 105, 12), ("二〇二三年", 2023, 12), ("12个月", 12, 2),
      ("１２", 12, 6), ("两年", 2, 3),
    ])
  func read(text: String, value: Int, byteCount: Int) {
    let numeral = ChineseNumeral(text)
    #expect(numeral?.value == value && numeral?.byteCount == byteCount)
  }

  @Test("are nothing where none begins", arguments: ["", "年五", "零", "0", "第三"])
  func none(text: String) { #expect(ChineseNumeral(text) == nil) }

  @Test("are written as they are read")
  func written() {
    #expect([1, 10, 11, 19, 20, 21, 99].map(ChineseNumeral.text) == ["一", "十", "十一", "十九", "二十", "二十一", "九十九"])
    for number in 1...99 { #expect(ChineseNumeral(ChineseNumeral.text(of: number))?.value == number) }
  }
}

@Suite("Texts")
struct TrimmedTextTests {
  @Test("lose the white space at their ends, whatever it is")
  func trimmed() {
    #expect(" \u{3000}\t甲 乙\n".trimmed == "甲 乙" && "甲".trimmed == "甲" && " \n".trimmed == "")
    #expect("  甲 x".dropLast().trimmed == "甲")
  }
}
