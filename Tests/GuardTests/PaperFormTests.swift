import Base
import Guard
import Papers
import Testing

@Suite struct PaperFormTests {
  /// Lines as blocks with the roles that the recogniser gives them; a line that begins with | is a table.
  private func found(_ lines: [String], made: CalendarDate? = nil) -> [String] {
    let texts = lines.map { line in
      line.hasPrefix("|") ? line.dropFirst().replacing("|", with: "\n").trimmingPrefix("\n") : line[...]
    }
    var text = texts.joined(separator: "\n")
    return text.withUTF8 { bytes in
      var blocks: [PaperBlock] = []
      var ranges: [Range<Int>] = []
      var start = 0
      for (line, written) in zip(lines, texts) {
        let range = start..<start + written.utf8.count
        blocks.append(PaperBlock(form: line.hasPrefix("|") ? .table : .paragraph, text: bytes.part(range)))
        ranges.append(range)
        start = range.upperBound + 1
      }
      let paper = Paper(reading: blocks)
      let guarded = zip(zip(ranges, blocks), paper.roles).map {
        GuardedBlock(range: $0.0, form: $0.1.form, role: $1)
      }
      return PaperForm.sightings(in: bytes, guarded, made: made, isNumbered: true).map { sighting in
        "\(sighting.rule): \(bytes.part(sighting.range).string)"
      }
    }
  }

  @Test(arguments: [
    (["一、甲。", "二、乙。", "四、丁。"], "heading-sequence: 四、"), (["一、甲。", "二、乙。", "二、丙。"], "heading-sequence: 二、"),
    (["（一）甲。", "（二）乙。", "（四）丁。"], "heading-sequence: （四）"),
    (["第一条 甲。", "第二条 乙。", "第四条 丁。"], "heading-sequence: 第四条"),
  ])
  func `a number is missing or stands twice`(_ lines: [String], _ finding: String) {
    #expect(found(lines) == [finding])
  }

  @Test(arguments: [
    ["一、甲。", "（一）乙。", "（二）丙。", "二、丁。", "（一）戊。"], ["一、甲。", "（一）乙。", "（二）丙。", "二、丁。", "（三）戊。"],
    ["第一条 甲：", "（一）乙；", "（二）丙。", "第二条 丁：", "（一）戊。"], ["第九条 甲。", "第九条之一 乙。", "第十条 丙。"],
    ["三、甲。", "四、乙。"],
  ])
  func `a series may run on or begin anew`(_ lines: [String]) { #expect(found(lines) == []) }

  @Test func `the list of who gets a copy`() {
    #expect(found(["正文。", "抄送：县委各部门，人大常委会办公室，县政协办公室。"]) == ["copies-name: 人大常委会办公室"])
    #expect(found(["正文。", "抄送：县委各部门，县人大常委会办公室"]) == ["copies-mark: 室"])
    #expect(found(["正文。", "抄送：县委各部门，县人大常委会办公室。"]) == [])
  }

  @Test func `a blank in a title stands only between bodies`() {
    let head = ["安澜县人民政府文件", "澜政发〔2024〕3号"]
    #expect(found(head + ["安澜县民政局 安澜县财政局关于低保的通知", "各单位："]) == [])
    #expect(found(head + ["安澜县人民政府 关于低保的通知", "各单位："]) == ["title-blank:  "])
    #expect(found(head + ["安澜县人民政府关于低保的 通知", "各单位："]) == ["title-blank:  "])
  }

  @Test func `names of attachments end without a mark`() {
    #expect(found(["正文。", "附件：1.任务分解表。"]) == ["attachment-note-mark: 。"])
    #expect(found(["正文。", "附件：1.任务分解表"]) == [])
  }

  @Test func `one office in two spellings`() {
    #expect(
      found(["|任务|单位|甲|区发展改革委、区财政局|乙|区发展改革局|丙|区发展改革局"]) == ["office-differs: 区发展改革委"])
    #expect(
      found(["|甲|市生态环境局历城区分局|乙|市生态环境局历城分局|丙|市生态环境局历城分局"])
        == ["office-differs: 市生态环境局历城区分局"])
    #expect(found(["|甲|市公安局|乙|县公安局|丙|县第一中学委员会|丁|县第二中学委员会"]) == [])
  }

  @Test func `a deadline before the paper`() {
    let made = CalendarDate(year: 2023, month: 7, day: 25)
    #expect(found(["|甲|2023年6月底前|乙|2023年12月底前"], made: made) == ["deadline-past: 2023年6月底前"])
    #expect(found(["|甲|2023年7月24日前|乙|丙"], made: made) == ["deadline-past: 2023年7月24日前"])
    #expect(found(["|甲|2023年7月底前|乙|2023年7月25日前"], made: made) == [])
    #expect(found(["截至2023年6月底前，已完成三项。"], made: made) == [])
  }

  @Test func `a sentence that was copied into the next row`() {
    let long = "加强人才交流，建立跟班学习、轮岗培训机制，实施以干代训，进一步提高队伍的专业化水平"
    #expect(found(["|一|加强培训。\(long)。|二|\(long)。"]) == ["repeated-sentence: \(long)"])
    #expect(found(["|一|\(long)。|二|\(long)。"]) == [])
  }

  @Test func `the table and the text differ in a word`() {
    let body = "对执行标准不明确的，及时研究并酌情调整政策措施，做好后续的宣传引导工作。"
    #expect(
      found([body, "|一|\(body.replacing("酌情", with: "适时"))|二|丙|丁"])
        == ["table-differs: 对执行标准不明确的，及时研究并适时调整政策措施，做好后续的宣传引导工作"])
    #expect(found([body, "|一|\(body.replacing("，", with: ","))|二|丙|丁"]) == [])
    #expect(found([body, "|一|对群众反映强烈的，及时研究并调整工作安排，做好以后的解释说明工作。|二|丙|丁"]) == [])
  }
}
