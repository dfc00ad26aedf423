import Manuscripts
import OfficeFiles
import Testing

@testable import Importing

@Suite("The proof of letters")
struct LetterProofTests {
  private func losses(
    _ pieces: [String], in paragraphs: [String], leaving omissions: [Omission] = []
  ) -> [String] {
    let proof = LetterProof(paragraphs, omissions: omissions)
    return proof.losses(
      of: pieces.enumerated().map { OfficePiece(place: .paragraph($0.offset + 1), text: $0.element) }
    ).map(\.text)
  }

  @Test("all letters, whatever the blanks, the order of paragraphs and what was written beside them")
  func whole() {
    #expect(losses(["甲 乙　丙", "丁"], in: ["第一条　甲乙丙", "（一）丁"]).isEmpty)
    #expect(losses(["甲", "乙"], in: ["乙", "甲"]).isEmpty)
    #expect(losses(["关于甲的", "通知"], in: ["关于甲的通知"]).isEmpty)
    #expect(losses(["面积5m2"], in: ["面积5m²"]).isEmpty)
    #expect(losses(["是否"], in: ["□是□否"]).isEmpty)
    #expect(losses(["\u{F0A8}是\u{F0A8}否"], in: ["□是□否"]).isEmpty)
  }

  @Test("a short paragraph does not take the letters of a longer one")
  func shortFirst() { #expect(losses(["甲局", "甲局2023年印发"], in: ["甲局2023年印发", "甲局"]).isEmpty) }

  @Test("a letter that is missing, changed, in another order or in two paragraphs")
  func lost() {
    #expect(losses(["甲乙丙"], in: ["甲丙"]) == ["甲乙丙"])
    #expect(losses(["820元"], in: ["82O元"]) == ["820元"])
    #expect(losses(["甲乙"], in: ["乙甲"]) == ["甲乙"])
    #expect(losses(["甲乙"], in: ["甲", "乙"]) == ["甲乙"])
    #expect(losses(["是", "是"], in: ["是"]) == ["是"])
    #expect(losses(["面积5m²"], in: ["面积5m2"]) == ["面积5m²"])
    #expect(losses(["甲乙"], in: ["甲丙乙"]) == ["甲乙"])
  }

  @Test("what was left out is said to be, in pieces and in one")
  func leftOut() {
    let deleted = Omission(.deletedText, text: "780元的", at: .paragraph(1))
    #expect(losses(["提高到780元820元，不含的"], in: ["提高到820元，不含"], leaving: [deleted]).isEmpty)
    #expect(losses(["780元提高到820元"], in: ["提高到820元"], leaving: [deleted]).isEmpty)
    #expect(losses(["提高到790元820元"], in: ["提高到820元"], leaving: [deleted]) == ["提高到790元820元"])
    let header = Omission(.header, text: "内部资料", at: .margin)
    #expect(losses(["内部资料", "内部资料"], in: ["甲"], leaving: [header]).isEmpty)
    #expect(losses(["待定", "待定"], in: ["甲"], leaving: [Omission(.hiddenText, text: "待定", at: nil)]) == ["待定"])
  }
}
