import Documents
import Testing

@Suite("Exact numbers")
struct ExactNumberTests {
  @Test("are added without rounding") func sums() {
    let sum = ["0.1", "0.2", "-0.05"].compactMap(ExactNumber.init).reduce(ExactNumber(0), +)
    #expect(sum.text == "0.25" && sum.count == nil)
    #expect(ExactNumber("12")?.count == 12 && ExactNumber("-3.50")?.text == "-3.5")
  }

  @Test("nothing else is one", arguments: ["", "-", "1.", ".5", "1,000", "１", "1e3", "+1", "1.2.3", "1234567890123"])
  func refused(text: String) {
    #expect(ExactNumber(text) == nil)
  }
}
