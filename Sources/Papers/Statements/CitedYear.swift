import Base

/// The year of a cited document number: 2023 of 国办发〔2023〕5号.
enum CitedYear {
  static func all(in text: Bytes, block: Int) -> [Stated<Int>] {
    var found: [Stated<Int>] = []
    var offset = 0
    while offset + 10 <= text.count {
      guard text[offset] == 0xE3, text.has("〔", at: offset), text.has("〕", at: offset + 7) else {
        offset += 1
        continue
      }
      let figures = text.part(offset + 3..<offset + 7)
      let end = offset + 10
      let isNumber = (end..<min(end + 24, text.count)).contains { text.has("号", at: $0) }
      if isNumber, let year = Int(figures.string), (1900...2099).contains(year) {
        found.append(Stated(year, at: PaperPlace(block: block, range: offset..<end)))
      }
      offset = end
    }
    return found
  }
}
