import Papers
import Testing

@Suite("Document numbers")
struct DocumentNumberTests {
  private static let meant = DocumentNumber(agencyCode: "高政办发", year: 2023, serial: 3)

  @Test("written as GB/T 9704-2012 7.2.5 asks are valid", arguments: ["高政办发〔2023〕3号", "国发〔1999〕12345号", "鲁〔2023〕1号"])
  func valid(_ text: String) {
    guard case .valid(let number) = DocumentNumber.read(text) else {
      Issue.record("\(text): \(DocumentNumber.read(text))")
      return
    }
    #expect(number.text == text)
  }

  @Test(
    "in other brackets are misspelt, and known",
    arguments: [
      "高政办发[2023]3号", "高政办发［2023］3号", "高政办发【2023】3号", "高政办发（2023）3号", "高政办发(2023)3号", "高政办发﹝2023﹞3号",
      "高政办发〈2023〉3号", "高政办发<2023>3号", "高政办发{2023}3号", "高政办发《2023》3号", "高政办发〔2023]3号", "高政办发【２０２３】３号",
      "高政办发 [2023] 3号",
    ])
  func brackets(_ text: String) { #expect(DocumentNumber.read(text) == .misspelt(Self.meant, .brackets)) }

  @Test(
    "with a space inside are misspelt",
    arguments: ["高政办发 〔2023〕3号", "高政办发〔2023〕 3 号", "高政办发〔2023〕3号 ", "高政办发〔2023〕\u{3000}3号", "高政办发\u{A0}〔2023〕3号"])
  func spaces(_ text: String) { #expect(DocumentNumber.read(text) == .misspelt(Self.meant, .space)) }

  @Test(
    "with a serial written otherwise are misspelt",
    arguments: ["高政办发〔2023〕第3号", "高政办发〔2023〕03号", "高政办发〔2023〕3", "高政办发〔2023〕第3"])
  func serials(_ text: String) { #expect(DocumentNumber.read(text) == .misspelt(Self.meant, .serial)) }

  @Test("with full-width digits are misspelt", arguments: ["高政办发〔２０２３〕３号", "高政办发〔2023〕３号"])
  func digits(_ text: String) { #expect(DocumentNumber.read(text) == .misspelt(Self.meant, .digits)) }

  @Test("of orders have no year")
  func orders() {
    let order = DocumentNumber(agencyCode: "国务院令", year: nil, serial: 711)
    #expect(DocumentNumber.read("国务院令第711号") == .valid(order))
    #expect(DocumentNumber.read("国务院令 第711号") == .misspelt(order, .space))
    #expect(DocumentNumber.read("国务院令第711号") != .valid(DocumentNumber(agencyCode: "国务院令", year: 2023, serial: 711)))
    #expect(order.text == "国务院令第711号")
  }

  @Test(
    "that cannot be meant are unreadable",
    arguments: [
      "", "高政办发", "〔2023〕3号", "高政办发〔23〕3号", "高政办发〔2023〕号", "高政办发〔2023〕0号", "高政办发〔2023〕123456号",
      "高政办发〔2023〕三号", "高政办发〔2023〕3-1号", "ABC〔2023〕3号", "高政办发〔1023〕3号", "高政办发2023年3号", "关于第3号的通知",
      "高政办发〔2023〕3号、4号", "一二三四五六七八九十一二三〔2023〕3号",
    ])
  func unreadable(_ text: String) { #expect(DocumentNumber.read(text) == .unreadable) }

  @Test("sort by code, year and serial as numbers")
  func order() {
    let texts = ["国务院令第7号", "国发〔2022〕30号", "国发〔2023〕3号", "国发〔2023〕20号", "高政发〔2020〕1号"]
    let numbers = texts.compactMap { text -> DocumentNumber? in
      guard case .valid(let number) = DocumentNumber.read(text) else { return nil }
      return number
    }
    let sorted = numbers.shuffled().sorted()
    #expect(sorted.map(\.text) == texts)
  }
}
