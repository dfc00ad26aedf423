import Base
import Testing

struct PercentTests {
  @Test(arguments: [
    ("%E9%99%84%E4%BB%B6.doc", "附件.doc"), ("%B8%BD%BC%FE.doc", "附件.doc"), ("a b+c", "a b+c"), ("100%", "100%"),
    ("%zz%4", "%zz%4"),
  ])
  func `characters behind per cent signs, in UTF-8 or GBK`(_ text: String, _ plain: String) {
    #expect(text.unescapingPercents == plain)
  }
}
