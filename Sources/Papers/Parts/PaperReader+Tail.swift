import Base

// What stands below the text, of the paper and of each annex: 附件说明, 署名, 成文日期, 附注, 附件, 抄送, 印发.
extension PaperReader {
  mutating func readTail(from head: Int) {
    for index in head..<blocks.count {
      guard let text = plain(index, upTo: 600) else { continue }
      if text.has("附") {
        readAttachment(at: index)
      } else if index > 0, text.isDateEnd || text.isFigureDate, readSignature(at: index) {
        readNotes(from: index + 1)
      } else if text.has("（此件") || text.has("(此件") || text.has("（本文") {
        if trimmed(index).isBracketed { takeNote(at: index) }
      } else if text.has("抄") || text.has("分送") || text.has("主送") || text.has("报：") || text.has("送：") {
        readCopies(at: index)
      } else if text.has("（") || text.has("(") {
        if trimmed(index).isBracketed, Self.statesDisclosure(String(compact(index).dropFirst().dropLast())) {
          takeNote(at: index)
        } else {
          readInnerTitleNote(at: index)
        }
      } else if text.isPrintDate, !paper.signatures.isEmpty {
        paper.roles[index] = .imprint
        takePrintDate(at: index)
      } else if text.has("公开") || text.has("信息公开"), text.count <= 90, Self.statesDisclosure(compact(index)) {
        takeNote(at: index)
      } else if Self.isSecrecyLine(text) {
        paper.roles[index] = .secrecy
        paper.secrecy = paper.secrecy ?? Stated(compact(index), at: place(index))
      }
    }
  }

  /// 题注 under the title of an annexed text, which is a heading.
  private mutating func readInnerTitleNote(at index: Int) {
    guard index > 0, case .heading = blocks[index - 1].form, isTitleNote(index) else { return }
    paper.roles[index] = .titleNote
  }

  private static func isSecrecyLine(_ text: Bytes) -> Bool {
    guard text.count <= 60, text.has("机密") || text.has("秘密") || text.has("绝密") else { return false }
    let line = text.compact(0..<text.count)
    return isSecrecy(line) && line.count > 2
  }
}
