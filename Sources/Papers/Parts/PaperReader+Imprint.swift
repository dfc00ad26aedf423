import Base

// 版记: 抄送 and 印发.
extension PaperReader {
  mutating func readCopies(at index: Int) {
    let line = compact(index).prefix(4)
    guard
      ["抄送", "抄报", "分送", "主送", "报送"].contains(where: { line.hasPrefix($0 + "：") || line.hasPrefix($0 + ":") })
        || line.hasPrefix("报：") || line.hasPrefix("送：")
    else { return }
    paper.roles[index] = .copies
    var next = index + 1
    // A list that goes on over several lines ends with 。.
    while next < index + 6, !trimmed(next - 1).ends(with: "。"), let text = plain(next), !text.isPrintDate,
      !OfficialName.isBody(compact(next))
    {
      paper.roles[next] = .copies
      next += 1
    }
    readImprint(from: next)
  }

  /// 印发机关 and 2023年10月12日印发, on one line or two.
  private mutating func readImprint(from start: Int) {
    guard let end = (start..<min(start + 2, blocks.count)).first(where: { plain($0)?.isPrintDate ?? false }) else {
      return
    }
    for index in start...end where plain(index) != nil { paper.roles[index] = .imprint }
    takePrintDate(at: end)
  }

  mutating func takePrintDate(at index: Int) {
    let text = blocks[index].text
    for offset in text.indices where text[offset] & 0xC0 != 0x80 {
      guard let date = WrittenDate(text, at: offset) else { continue }
      paper.printedOn = Stated(date.day, at: PaperPlace(block: index, range: offset..<offset + date.byteCount))
      return
    }
  }
}
