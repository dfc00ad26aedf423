import Base
import Guard
import Testing

/// Signs and blanks in prose: what is found, and what `fix` makes of it (half-width-mark, figure-blank, leading-zero,
/// mark-between-quotations, title-blank).
@Suite struct MarkTests {
  private static let made = CalendarDate(year: 2023, month: 7, day: 25)

  /// The text after all replacements.
  private func fixed(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for sighting in TextGuard().sightings(in: text, .prose, made: Self.made).reversed() {
      if let new = sighting.replacement { bytes.replaceSubrange(sighting.range, with: Array(new.utf8)) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("各部门,各单位:", "各部门，各单位："), ("(一)加强领导;", "（一）加强领导；"), ("真的吗?好!", "真的吗？好！"),
    ("森林法(以下简称本法)及", "森林法（以下简称本法）及"), ("执法局（综合行政执法局)为", "执法局（综合行政执法局）为"),
    ("《办法》(试行)", "《办法》（试行）"), ("网址:www.lanchuan.gov.cn", "网址：www.lanchuan.gov.cn"),
    ("2023 年 10 月 12 日", "2023年10月12日"), ("每年至少召开 1 次会议", "每年至少召开1次会议"),
    ("国办发〔2019〕14 号", "国办发〔2019〕14号"), ("2022年06月02日", "2022年6月2日"),
    ("见[附件](附件 1,甲.docx)(试行)", "见[附件](附件 1,甲.docx)（试行）"),
    ("06月02日前报送，至10月09日", "6月2日前报送，至10月9日"),
    ("“六稳”、“六保”", "“六稳”“六保”"), ("《甲法》、《乙法》", "《甲法》《乙法》"),
  ])
  func `it becomes`(_ text: String, _ right: String) {
    #expect(fixed(text) == right)
    #expect(fixed(right) == right)
  }

  @Test(arguments: [
    "[附件](附件 1.docx)", "[甲](<附件,(1.docx>)", "[附件](附件 06月02日,第 3 次.docx \"说明,甲\")", "见图![图](图 1.png)", "[附件](附件1",
    "[附件](《甲》、《乙》.docx）",
    "10:30开始，1,000元，比例1:2", "f(x)=y", "Windows(R)", "http://x.cn/a?b=1", "第一章 2023年工作", "附件1 2023年目标", "表1 个人所得",
    "办公室 2023年7月25日印发", "5G 网络", "“双随机、一公开”", "《甲法》（主席令）、《乙法》", "2023年10月20日", "2023年00月", "第06月份", "A (B) C", "甲 乙",
  ])
  func `it stays`(_ text: String) { #expect(TextGuard().found(text, made: Self.made) == []) }

  @Test func `a value keeps the form that it has`() {
    #expect(TextGuard().found("各部门,各单位", .value, made: Self.made) == [])
  }

  @Test func `titles side by side had marks between them before the standard`() {
    let before = CalendarDate(year: 2012, month: 5, day: 31)
    #expect(TextGuard().found("《甲法》、《乙法》", made: before) == [])
    #expect(TextGuard().found("《甲法》、《乙法》") == [])
  }

  @Test func `an English word in a Chinese sentence`() {
    #expect(TextGuard().found("落实情况 and 成效公开") == ["latin-word: and"])
    #expect(TextGuard().found("下载 app 或者 VR 眼镜，Pride and Prejudice") == [])
  }

  @Test func `traditional characters, not those that are written in both`() {
    #expect(TextGuard().found("爲民服務") == ["traditional-character: 爲", "traditional-character: 務"])
    #expect(TextGuard().found("瞭望、乾隆、著名、徵羽、祐、潟湖") == [])
  }
}
