import Base
import Guard
import Testing

/// The numbers are made up; those of identity cards and bank cards have a right check digit.
@Suite struct PersonalDataTests {
  private let textGuard = TextGuard()

  @Test(
    arguments: [
      ("身份证号11010519491231002X。", "personal-identity: 11010519491231002X"),
      ("（11010519491231002x）", "personal-identity: 11010519491231002x"),
      ("110105 19491231 002X", "personal-identity: 110105 19491231 002X"),
      ("110105-1949-1231-002X", "personal-identity: 110105-1949-1231-002X"),
      ("１１０１０５１９４９１２３１００２Ｘ", "personal-identity: １１０１０５１９４９１２３１００２Ｘ"),
      ("身份证：110105491231002", "personal-identity: 110105491231002"),
      ("张三13812345678", "personal-phone: 13812345678"), ("138 1234 5678", "personal-phone: 138 1234 5678"),
      ("138-1234-5678", "personal-phone: 138-1234-5678"), ("+86 13812345678", "personal-phone: 86 13812345678"),
      ("8613812345678", "personal-phone: 8613812345678"), ("0531-88881234/13812345678", "personal-phone: 13812345678"),
      ("1、2023-10-12 138 1234 5678", "personal-phone: 138 1234 5678"),
      ("6222021234567890128", "personal-card: 6222021234567890128"),
      ("6222 0212 3456 7890 128", "personal-card: 6222 0212 3456 7890 128"),
      ("一卡通卡号：9558801234567890128", "personal-card: 9558801234567890128"),
      ("银行卡6222 0202 0011 2233 445", "personal-card: 6222 0202 0011 2233 445"),
      ("银行卡6222020200112233445。", "personal-card: 6222020200112233445"),
      ("家庭住址：澜川县城关镇建设路12号", "personal-address: 澜川县城关镇建设路12号"),
      ("住在3号楼2单元301室", "personal-address: 3号楼2单元301室"), ("微信号：zhangsan_88", "personal-contact: zhangsan_88"),
      ("QQ：12345678", "personal-contact: 12345678"), ("邮箱zhang.san@163.com。", "personal-contact: zhang.san@163.com"),
      ("车牌鲁A12345的", "personal-plate: 鲁A12345"), ("鲁A·D12345", "personal-plate: 鲁A·D12345"),
      ("护照号码：E12345678", "personal-document: E12345678"), ("港澳通行证H12345678", "personal-document: H12345678"),
      ("机密★1年", "secrecy-mark: 机密★"), ("绝密 ☆", "secrecy-mark: 绝密 ☆"),
    ])
  func `it is found`(_ text: String, _ finding: String) { #expect(textGuard.found(text) == [finding]) }

  @Test(
    arguments: [
      "110105********002X", "138****5678", "6222***********0128", "张*", "统一社会信用代码91350100M000100Y43",
      "11010519491331002X 没有13月", "投资13812345678元", "面积13812345678平方米", "约13812345678.50", "0.13812345678",
      "5G、VR、12345 热线，电话0531-88881234", "2023年12月31日23时59分", "第20231231号", "https://x.gov.cn/?id=13812345678",
      "项目代码2019-370123-47-03-012345", "A13812345678", "家庭住址、联系电话等", "家庭住址：城关镇***", "3单元", "微信公众号：lanchuan",
      "邮箱xxgk@lanchuan.gov.cn", "保守国家秘密", "商业秘密、个人隐私", "护照、身份证等", "京A股", "6222021234567890123",
      "1234567890123456", "20231012", "（2023）0113812345678",
    ])
  func `it passes`(_ text: String) { #expect(textGuard.found(text) == []) }

  @Test func `a number near 联系电话 may be a work phone, any other is an error`() {
    let severities = { (text: String) in textGuard.sightings(in: text, .prose, made: nil).map(\.severity) }
    #expect(severities("联系人李某，电话：13812345678") == [.warning])
    #expect(severities("受助人李某13812345678") == [.error])
    #expect(severities("王某某，手机13812345678") == [.error])
    #expect(severities("身份证号 110105194912310021") == [.error])
    #expect(severities("流水 110105194912310021") == [.warning])
  }

  @Test func `what it says gives nothing away`() throws {
    let sighting = try #require(textGuard.sightings(in: "11010519491231002X", .value, made: nil).first)
    #expect(sighting.isPersonal)
    #expect(sighting.message == "有身份证号 110*************2X")
    #expect(sighting.cures.first == "写作 110105********002X，或者删去")
    #expect(!sighting.cures.joined().contains("19491231"))
  }

  @Test func `a child is named as one`() throws {
    let day = CalendarDate(year: 2026, month: 11, day: 1)
    let sighting = try #require(textGuard.sightings(in: "110105201811010012", .value, made: day).first)
    #expect(sighting.message.contains("未成年人"))
  }

  @Test func `what is allowed passes, by value or by hash`() {
    var allowed = AllowedValues()
    allowed.allow(value: "138-1234-5678")
    allowed.allow(hash: AllowedValues.hash(of: "lan@163.com"))
    let textGuard = TextGuard(allowed: allowed)
    #expect(textGuard.found("值班13812345678、138 1234 5678，邮箱 lan@163.com") == [])
    #expect(textGuard.found("值班13912345678") == ["personal-phone: 13912345678"])
  }

  /// Without an end to each look ahead, a text of nothing but these would be read for hours.
  @Test func `an address is not looked for beyond some two hundred characters`() {
    let text = "家庭住址：" + String(repeating: "城关镇", count: 1_000)
    #expect(textGuard.sightings(in: text, .value, made: nil).map(\.range.count) == [600])
  }

  @Test func `a text with more findings than anybody counts keeps the first ten thousand`() {
    #expect(textGuard.found(String(repeating: "中,", count: 12_000)).count == 10_000)
  }

  @Test func `a text of figures is read in one pass`() {
    let text = String(repeating: "1 3 8 1 2 3 4 5 6 7 8 ", count: 5_000)
    #expect(textGuard.found(text).count < 5_000)
  }
}
