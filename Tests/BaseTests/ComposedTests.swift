import Base
import Testing

struct ComposedTests {
  @Test(arguments: [
    ("Cafe\u{301}", "Café"), ("か\u{3099}ぱ", "がぱ"), ("u\u{308}\u{304}", "ǖ"), ("\u{1112}\u{1161}\u{11AB}", "한"),
    ("\u{F90A}额", "金额"),
    ("\u{2F81A}", "冬"), ("и\u{306}", "й"), ("q\u{307}", "q\u{307}"), ("政策a-1.pdf", "政策a-1.pdf"), ("㎡Ⅱ①⽴", "㎡Ⅱ①⽴"),
  ])
  func `names are composed as a keyboard writes them`(written: String, composed: String) {
    #expect(Array(written.composed.utf8) == Array(composed.utf8))
  }

  @Test func `radicals and compatibility ideographs have plain ones`() {
    for (look, plain) in [
      ("⽴", "立"), ("⾼", "高"), ("⼀", "一"), ("⺠", "民"), ("⻓", "长"), ("⼾", "户"), ("\u{F90A}", "金"), ("\u{2F800}", "丽"),
    ] {
      #expect(
        look.unicodeScalars.first.flatMap { PlainIdeographs.plain($0.value) } == plain.unicodeScalars.first, "\(look)")
    }
    for plain in ["立", "﨎", "﨑", "a", "㎡", "\u{2E9A}", "\u{2FD6}"] {
      #expect(plain.unicodeScalars.first.flatMap { PlainIdeographs.plain($0.value) } == nil, "\(plain)")
    }
  }
}
