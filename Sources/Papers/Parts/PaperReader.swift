import Base

/// Gives every block its role, from what stands in it and around it. One pass for each group of parts; a later one
/// never takes a block that has a part already.
struct PaperReader {
  let blocks: [PaperBlock]
  let known: KnownFacts
  var paper = Paper()

  init(_ blocks: [PaperBlock], known: KnownFacts) {
    (self.blocks, self.known) = (blocks, known)
    paper.roles = Array(repeating: .text, count: blocks.count)
  }

  mutating func read() {
    let head = readHead()
    readContents(from: head)
    readClauses()
    readAddressee(at: head)
    readTail(from: head)
    readStatements()
  }

  /// The block, if it is a paragraph that is still running text, of at most `limit` bytes.
  func plain(_ index: Int, upTo limit: Int = 400) -> Bytes? {
    guard blocks.indices.contains(index), blocks[index].form == .paragraph, paper.roles[index] == .text,
      blocks[index].text.count <= limit
    else { return nil }
    return blocks[index].text
  }

  /// A whole block as the place of something stated, without surrounding blanks.
  func place(_ index: Int) -> PaperPlace {
    PaperPlace(block: index, range: blocks[index].text.trimmed(0..<blocks[index].text.count))
  }

  /// A block's text, without surrounding blanks.
  func trimmed(_ index: Int) -> Bytes {
    let text = blocks[index].text
    return text.part(text.trimmed(0..<text.count))
  }

  /// A block's text without any blanks.
  func compact(_ index: Int) -> String { blocks[index].text.compact(0..<blocks[index].text.count) }

  private mutating func readAddressee(at head: Int) {
    guard let text = plain(head, upTo: 800), text.isAddressee else { return }
    paper.roles[head] = .addressee
    let length = text.ends(with: "：") ? 3 : 1
    let range = text.trimmed(0..<text.count - length)
    paper.addressee = Stated(text.part(range).string, at: PaperPlace(block: head, range: range))
  }
}
