import Documents
import Testing

@Suite("Exact numbers")
struct ExactNumberTests {
  @Test("are added without rounding") func sums() {
    let sum = ["0.1", "0.2", "-0.05"].compactMap(ExactNumber.init).reduce(ExactNumber(0), +)
    #expect(sum.text == "0.25" && sum.count == nil)
    #expect(ExactNumber("12")?.count == 12 && ExactNumber("-3.50")?.text == "-3.5")
  }

  @Test("never overflow, however many are added") func large() {
    let most = ExactNumber("999999999999.999999")
    let sum = (0..<1000).reduce(ExactNumber(0)) { sum, _ in most.map { sum + $0 } ?? sum }
    #expect(sum.text == "999999999999999.999" && ExactNumber("-999999999999")?.count == -999_999_999_999)
  }

  @Test(
    "nothing else is one",
    arguments: ["", "-", "1.", ".5", "1,000", "１", "1e3", "+1", "--1", "1.-5", "1.1234567", "1.2.3", "1234567890123"])
  func refused(text: String) {
    #expect(ExactNumber(text) == nil)
  }
}
