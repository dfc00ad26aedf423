import Testing

@testable import Inspection

@Suite("Official codes")
struct CodeTests {
  @Test(
    "of a filing with the ministry",
    arguments: [
      ("鲁ICP备12345678号-1", true), ("鲁ICP备123456号", true), ("京ICP备05070218号", true), ("鲁ICP备12345号", false),
      ("鲁ICP备12345678号-", false), ("鲁ICP备12345678", false), ("鲁ICP备12345678-1号", false), ("某ICP备00000000号-1", false),
      ("鲁ICP备00000000号", false), ("鲁icp备12345678号", false), ("", false),
    ])
  func icp(_ text: String, _ isRight: Bool) { #expect(Codes.isICP(text) == isRight) }

  @Test(
    "of a filing with the police",
    arguments: [
      ("鲁公网安备 37010202000123号", true), ("鲁公网安备37010202000123号", true), ("鲁公网安备 3701020200012号", false),
      ("鲁公网安备 37010202000123", false), ("鲁公网安备  37010202000123号", false), ("澜公网安备 37010202000123号", false),
      ("鲁公网安备 00000000000000号", false),
    ])
  func police(_ text: String, _ isRight: Bool) { #expect(Codes.isPoliceRecord(text) == isRight) }

  @Test(
    "of a site",
    arguments: [
      ("1304000009", true), ("bm01000001", true), ("0000000000", false), ("130400000", false), ("bm0100001", false),
    ])
  func site(_ text: String, _ isRight: Bool) { #expect(Codes.isSiteCode(text) == isRight) }
}
