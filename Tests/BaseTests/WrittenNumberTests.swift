import Base
import Testing

@Suite("Written numbers")
struct WrittenNumberTests {
  @Test(
    "are half-width figures, with a minus sign or not",
    arguments: [
      ("0", 0), ("-0", 0), ("007", 7), ("-3", -3), ("999999999999", 999_999_999_999),
      ("-999999999999", -999_999_999_999),
    ])
  func read(text: String, value: Int) { #expect(Int(written: text) == value) }

  @Test(
    "nothing else is one",
    arguments: ["", "-", "+1", "--1", "1-", " 1", "1.0", "１", "1000000000000", "-9223372036854775808", "二"])
  func refused(text: String) { #expect(Int(written: text) == nil) }
}
