import Base

// 目录: a list of headings that was copied into the text. Its lines are not the headings.
extension PaperReader {
  mutating func readContents(from start: Int) {
    guard let first = (start..<min(start + 40, blocks.count)).first(where: isContentsHeading) else { return }
    var end = first + 1
    while end < blocks.count, blocks[end].form == .paragraph, blocks[end].text.isTitleLine {
      // The first entry that comes again is where the text itself begins.
      if end > first + 1, entry(end) == entry(first + 1) { break }
      end += 1
    }
    guard end > first + 2, blocks[end...].contains(where: { blocks in entry(blocks) == entry(first + 1) }) else {
      return
    }
    for index in first..<end { paper.roles[index] = .contents }
  }

  private func isContentsHeading(_ index: Int) -> Bool {
    guard blocks[index].text.count <= 24, paper.roles[index] == .text else { return false }
    let line = compact(index)
    return line == "目录" || line == "目次"
  }

  /// A heading as an entry of contents names it: without blanks, leaders and page numbers.
  private func entry(_ index: Int) -> String { entry(blocks[index]) }

  private func entry(_ block: PaperBlock) -> String {
    guard block.text.count <= 200 else { return "" }
    var line = Substring(block.text.compact(0..<block.text.count))
    while let last = line.last, last.isNumber && last.isASCII || ".…·-—(（)）".contains(last) { line.removeLast() }
    return String(line)
  }
}
