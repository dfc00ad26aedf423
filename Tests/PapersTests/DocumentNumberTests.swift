import Papers
import Testing

@Suite("Document numbers")
struct DocumentNumberTests {
  private static let meant = DocumentNumber(agencyCode: "高政办发", year: 2023, serial: 3)

  private static func slip(in text: String) -> NumberReading.Slip? { NumberReading(text).slip }

  @Test(
    "are read in the forms that offices use, and kept as printed",
    arguments: [
      ("高政办发〔2023〕3号", "高政办发", 2023, 3), ("财政部 海关总署公告2022年第7号", "财政部海关总署公告", 2022, 7),
      ("财政部公告 2022年第7号", "财政部公告", 2022, 7), ("甲县人民政府公告（2022年第7号）", "甲县人民政府公告", 2022, 7),
      ("交通部令二〇二五年第2号", "交通部令", 2025, 2), ("交通部令二○二五年第2号", "交通部令", 2025, 2),
      ("中国人民银行公告〔2019〕第8号", "中国人民银行公告", 2019, 8), ("甲征告〔2021〕06号", "甲征告", 2021, 6),
      ("农财字〔1993〕012号", "农财字", 1993, 12), ("国发〔84〕9号", "国发", 1984, 9), ("（78）国发45号", "国发", 1978, 45),
      ("〔1989〕工商个字第61号", "工商个字", 1989, 61), ("国发（1983）12号", "国发", 1983, 12), ("苏财（农）〔2020〕11号", "苏财（农）", 2020, 11),
      ("（甲）市监罚〔2022〕4号", "（甲）市监罚", 2022, 4), ("（2021）京01行初9号", "京01行初", 2021, 9), ("甲政办发〔2023〕三号", "甲政办发", 2023, 3),
      ("中国证券监督管理委员会公告〔2020〕66号", "中国证券监督管理委员会公告", 2020, 66), ("2021年第3号", "", 2021, 3),
    ])
  func forms(text: String, words: String, year: Int, serial: Int) {
    let number = DocumentNumber(text)
    #expect(number.agencyCode == words && number.year == year && number.serial == serial)
    #expect(number.text == text && Self.slip(in: text) == nil)
  }

  @Test(
    "of orders have no year",
    arguments: [
      ("国务院令第711号", "国务院令", 711), ("国务院令 第711号", "国务院令", 711), ("国务院令（第711号）", "国务院令", 711),
      ("中华人民共和国主席令第四十五号", "主席令", 45), ("公安部第26号令", "公安部令", 26), ("发展改革委 商务部令第5号", "发展改革委商务部令", 5),
      ("甲办秘字第二〇六号", "甲办秘字", 206), ("常务会议纪要 第9期", "常务会议纪要", 9), ("第5号", "", 5),
    ])
  func orders(text: String, words: String, serial: Int) {
    let number = DocumentNumber(text)
    #expect(number.agencyCode == words && number.year == nil && number.serial == serial)
    #expect(number.text == text && Self.slip(in: text) == nil)
  }

  @Test("are equal in any form, and of one series only with the same words, year and serial")
  func equality() {
    for group in [
      ["国发〔1979〕123号", "（79）国发123号", "国发[1979]第0123号", "国发 1979年123号"],
      ["国务院令第七百一十一号", "中华人民共和国国务院令（第711号）", "国务院令711号", "国务院第711号令"],
      ["发展改革委、商务部令第5号", "发展改革委 商务部令第5号"], ["苏财(农)〔2020〕12-1号", "苏财（农）〔2020〕12－1号"],
    ] {
      #expect(Set(group.map { DocumentNumber($0) }).count == 1, "\(group)")
    }
    let others = ["国发〔2023〕3号", "国办发〔2023〕3号", "国发〔2022〕3号", "国发〔2023〕13号", "国发〔2023〕3-1号", "国发第3号", "国发甲〔2023〕3号"]
    #expect(Set(others.map { DocumentNumber($0) }).count == others.count)
  }

  @Test(
    "in other brackets are misspelt, and known",
    arguments: [
      "高政办发[2023]3号", "高政办发［2023］3号", "高政办发【2023】3号", "高政办发（2023）3号", "高政办发(2023)3号", "高政办发﹝2023﹞3号",
      "高政办发〈2023〉3号", "高政办发<2023>3号", "高政办发{2023}3号", "高政办发《2023》3号", "高政办发〔2023]3号", "高政办发【２０２３】３号",
      "高政办发 [2023] 3号", "高政办发„2023‟3号", "高政办发「2023」3号",
    ])
  func brackets(_ text: String) {
    #expect(DocumentNumber(text) == Self.meant)
    #expect(Self.slip(in: text) == .brackets && NumberReading(text).mended == "高政办发〔2023〕3号")
  }

  @Test(
    "have slips that are mended without changing the number",
    arguments: [
      ("高政办发 〔2023〕3号", NumberReading.Slip.space, "高政办发〔2023〕3号"), ("高政办发〔2023〕 3 号", .space, "高政办发〔2023〕3号"),
      ("高政办发〔2023〕3号 ", .space, "高政办发〔2023〕3号"), ("高政办发〔2023〕\u{3000}3号", .space, "高政办发〔2023〕3号"),
      ("高政办发\u{A0}〔2023〕3号", .space, "高政办发〔2023〕3号"), ("甲公告〔2018〕 第3号", .space, "甲公告〔2018〕第3号"),
      ("财政部 海关总署公告2022 年第 7 号", .space, "财政部 海关总署公告2022年第7号"), ("高政办发〔２０２３〕３号", .digits, "高政办发〔2023〕3号"),
      ("高政办发〔2023〕3", .serial, "高政办发〔2023〕3号"), ("高政办发〔2023〕第3", .serial, "高政办发〔2023〕第3号"),
      ("高政办发〔2023年〕3号", .serial, "高政办发〔2023〕3号"), ("高政办发〔2023〕3号文", .serial, "高政办发〔2023〕3号"),
      ("高政办发2023年3号", .serial, "高政办发〔2023〕3号"),
      ("高政办发2023第3号", .brackets, "高政办发〔2023〕第3号"), ("海关总署公告2020第5号", .serial, "海关总署公告2020年第5号"),
      ("国务院令350号", .serial, "国务院令第350号"),
      ("海关总署公告2020年5号", .serial, "海关总署公告2020年第5号"), ("特急 高政办发〔2023〕3号", .urgency, "高政办发〔2023〕3号"),
      ("加急高政办发[2023]03号", .urgency, "高政办发〔2023〕03号"), ("[2023]3号", .agencyCode, "[2023]3号"),
    ])
  func slips(text: String, slip: NumberReading.Slip, mended: String) {
    let reading = NumberReading(text)
    #expect(reading.slip == slip && reading.mended == mended)
    if slip != .agencyCode { #expect(NumberReading(mended).slip == nil && DocumentNumber(mended) == reading.number) }
  }

  @Test(
    "that cannot be read are texts, equal only to themselves",
    arguments: [
      "", "高政办发", "〔2023〕3号", "高政办发〔2023〕号", "高政办发〔2023〕0号", "高政办发〔1023〕3号", "关于第3号的通知",
      "高政办发〔2023〕3号、4号", "国发〔2023〕3号、国发〔2023〕4号", "文昌街88号", "zhengce/2023-3", "2023-3", "《甲》", "2023年3月5日", "第二次征求意见稿",
      "国办发 2021 22号",
    ])
  func texts(_ text: String) {
    let number = DocumentNumber(text)
    #expect(!number.isRead && number.text == text && number.standardText == text)
    #expect(number == DocumentNumber(text) && number != DocumentNumber(text + "甲"))
  }

  @Test("take the words of a title where they have none")
  func named() {
    let number = DocumentNumber("2022年第5号").named("甲县人民政府公告")
    #expect(number == DocumentNumber("甲县人民政府公告（2022年第5号）") && number.text == "2022年第5号")
    #expect(!DocumentNumber("2022年第5号").isComplete && number.isComplete)
  }

  @Test("in the standard notation are read by a short way that agrees with the long one")
  func shortWay() {
    for code in ["高政办发", "鲁", "中政发", "特急高政发", "加急高政发", "号发", "高政A发", "中华人民共和国国务院令", "𠮷发"] {
      for rest in ["〔2023〕3号", "〔2023〕03号", "〔1823〕3号", "〔2023〕1234567号", "〔23〕3号", "〔2023〕3", "〔2023〕3-1号"] {
        let (short, long) = (DocumentNumber(code + rest), DocumentNumber(" " + code + rest))
        #expect(short == long && short.isRead == long.isRead, "\(code + rest)")
      }
    }
  }

  @Test("sort by words, year and serial as numbers")
  func order() {
    let texts = ["国务院令第7号", "国发〔2022〕30号", "国发〔2023〕3号", "国发〔2023〕3-1号", "国发〔2023〕20号", "高政发〔2020〕1号"]
    let sorted = texts.map { DocumentNumber($0) }.shuffled().sorted()
    #expect(sorted.map(\.text) == texts)
  }
}

@Suite("Agency codes")
struct AgencyCodeTests {
  private static let codes = AgencyCodes([("菏泽市人民政府", ["菏政发", "菏政令"]), ("菏泽市人民政府办公室", ["菏政办发"])])

  @Test("of the site are strict, orders are not")
  func strict() {
    #expect(Self.codes.isStrict(DocumentNumber("菏政发〔2023〕03号")) && !Self.codes.isStrict(DocumentNumber("鲁政发〔2023〕03号")))
    #expect(!Self.codes.isStrict(DocumentNumber("菏政令第3号")))
    #expect(Self.codes.example == "菏政发〔2026〕3号" && AgencyCodes().example == "某政办发〔2026〕3号")
  }

  @Test("that look alike are known, other series and other offices are not near")
  func near() {
    #expect(Self.codes.lookAlike(of: "荷政办发") == "菏政办发" && Self.codes.lookAlike(of: "鲁政办发") == nil)
    #expect(Self.codes.nearest(to: "河政办发") == "菏政办发" && Self.codes.nearest(to: "菏政函") == nil)
    #expect(Self.codes.nearest(to: "菏政发") == nil && Self.codes.nearest(to: "菏民发字") == nil)
  }
}
