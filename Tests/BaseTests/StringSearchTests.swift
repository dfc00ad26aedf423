import Base
import Testing

@Suite struct StringSearchTests {
  @Test(
    "words are found anywhere, whole and as written",
    arguments: [
      ("安澜县养老办法", "办法", true), ("安澜县养老办法", "安澜", true), ("安澜县养老办法", "养老", true), ("安澜县养老办法", "安澜县养老办法", true),
      ("办法", "养老办法", false), ("", "办法", false), ("办法", "", true), ("安澜县", "县安", false),
    ])
  func has(_ text: String, _ words: String, _ expected: Bool) { #expect(text.has(words) == expected) }
}
