import Testing

@testable import Manuscripts

struct NumberFormatTests {
  @Test(arguments: [
    (
      "chineseCountingThousand", [1, 10, 11, 20, 99, 100, 101, 110, 111, 1001, 1010, 10_000, 10_010],
      ["一", "十", "十一", "二十", "九十九", "一百", "一百零一", "一百一十", "一百一十一", "一千零一", "一千零一十", "一万", "一万零一十"]
    ),
    ("chineseCounting", [10, 19, 20, 99, 100, 101], ["十", "十九", "二十", "九十九", "一○○", "一○一"]),
    ("taiwaneseCounting", [10, 100], ["十", "一○○"]), ("ideographDigital", [1, 10, 21], ["一", "一〇", "二一"]),
    ("japaneseCounting", [10, 11, 100, 101, 1111], ["十", "十一", "百", "百一", "千百十一"]),
    ("chineseLegalSimplified", [1, 10, 11, 20, 101], ["壹", "壹拾", "壹拾壹", "贰拾", "壹佰零壹"]),
    ("ideographLegalTraditional", [2, 10], ["貳", "壹拾"]), ("japaneseLegal", [11], ["壱拾壱"]),
    ("decimalEnclosedCircle", [1, 20, 21], ["①", "⑳", "21"]),
    ("decimalEnclosedCircleChinese", [1, 10, 11], ["①", "⑩", "11"]),
    ("decimalEnclosedParen", [1, 20, 21], ["⑴", "⒇", "21"]),
    ("decimalEnclosedFullstop", [1, 20, 21], ["⒈", "⒛", "21"]),
    ("ideographEnclosedCircle", [1, 10], ["㊀", "㊉"]), ("ideographTraditional", [1, 10, 11], ["甲", "癸", "11"]),
    ("ideographZodiac", [1, 12, 13], ["子", "亥", "13"]), ("ideographZodiacTraditional", [1, 60], ["甲子", "癸亥"]),
    ("decimal", [0, 12], ["0", "12"]), ("decimalZero", [9, 10], ["09", "10"]), ("decimalFullWidth", [12], ["１２"]),
    ("upperLetter", [1, 26, 27, 28, 53], ["A", "Z", "AA", "BB", "AAA"]), ("lowerLetter", [2], ["b"]),
    ("upperRoman", [4, 9, 14, 1994], ["IV", "IX", "XIV", "MCMXCIV"]), ("lowerRoman", [4], ["iv"]),
    ("numberInDash", [1], ["- 1 -"]), ("ordinal", [1, 2, 3, 4, 11, 21], ["1st", "2nd", "3rd", "4th", "11th", "21st"]),
    ("chicago", [1, 4, 5], ["*", "§", "**"]), ("hex", [10], ["A"]), ("none", [1], [""]),
  ])
  func `numbers are written as Word writes them`(_ format: String, _ numbers: [Int], _ texts: [String]) {
    #expect(numbers.map { NumberFormat.text($0, format) } == texts)
  }

  @Test func `no number is too large or small`() {
    for number in [-1, 0, 99_999_999, 100_000_000, 999_999_999_999] {
      for format in ["chineseCountingThousand", "upperLetter", "upperRoman", "chicago", "ideographZodiacTraditional"] {
        #expect(NumberFormat.text(number, format).map { $0.utf8.count < 100 } == true)
      }
    }
  }
}
