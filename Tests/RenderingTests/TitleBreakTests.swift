import Documents
import Testing

@testable import Rendering

@Suite("titles break as a typesetter breaks them")
struct TitleBreakTests {
  private static func broken(_ title: String, issuers: [String] = ["安澜县人民政府办公室"]) -> String {
    var site = Site()
    site.organizations = ["安澜县人民政府", "安澜县人民政府办公室", "安澜县财政局", "安澜县清溪镇人民政府"].map { Organization(id: $0, name: $0) }
    return String(decoding: TitleBreaks(site).html(title, issuers: issuers), as: UTF8.self)
      .replacing("<wbr>", with: "|")
      .replacing("</span><span>", with: "‖").replacing("<span>", with: "").replacing("</span>", with: "")
  }

  @Test("the office stands apart, 关于 with what follows, signs with their words, figures whole")
  func places() {
    #expect(Self.broken("安澜县人民政府办公室关于印发安澜县临时救助办法的通知") == "安澜县|人民政府|办公室‖关于印发|安澜县|临时|救助|办法|的通知")
    #expect(Self.broken("安澜县财政局关于印发《安澜县惠民资金管理办法》的通知", issuers: ["安澜县财政局"]) == "安澜县|财政局‖关于印发|《安澜县|惠|民|资金|管理|办法》|的通知")
    #expect(Self.broken("安澜县2026年秋季和2027年春季义务教育学校招生方案") == "安澜县|2026年|秋|季|和2027年|春|季|义务教育|学校|招生|方案")
    #expect(Self.broken("安澜县老旧小区改造计划（2026—2028年）") == "安澜县|老旧|小区|改造|计划|（2026—2028年）")
    #expect(Self.broken("一张表") == "一张表")
    #expect(!Self.broken("关于开放政务服务大厅的通知").contains("|厅"))
    #expect(!Self.broken("关于组建县数据资源局的通知").contains("|局"))
  }

  @Test(arguments: [
    "转发《关于甲乙的通知》、《关于丙丁的意见》的通知", "（试行）办法、规定和“一件事”清单", "关于A4纸、3.5%税率和GB/T9704的说明", "安澜县", "关于关于关于", "《》（）、", "a & b < c",
  ])
  func noSignAtTheWrongEnd(_ title: String) {
    for line in Self.broken(title).split(whereSeparator: { "|‖".contains($0) }) {
      #expect(!"、》）”".contains(line.first ?? "x"), "\(title)")
      #expect(!"《（“".contains(line.last ?? "x"), "\(title)")
      #expect(line != "关于", "\(title)")
    }
    let plain = Self.broken(title).filter { !"|‖".contains($0) }
    #expect(plain == title.replacing("&", with: "&amp;").replacing("<", with: "&lt;"))
  }
}
