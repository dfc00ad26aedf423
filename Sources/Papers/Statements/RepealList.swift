import Base

/// A list or table of documents below a sentence that ends them: 下列文件予以废止：, and a table under 废止的文件目录.
enum RepealList {
  /// The verb, if a line announces such a list; nil otherwise.
  static func verb(in line: TextLine) -> String? {
    guard line.characters.count <= 160, !line.isRow, let last = line.characters.last, ends.contains(last) else {
      return nil
    }
    let text = line.characters.filter { !$0.properties.isWhitespace }
    guard let verb = ["废止", "失效", "停止执行"].first(where: text.holds), !text.holds("继续有效") else { return nil }
    let isAnnounced =
      ["下列", "以下", "如下"].contains(where: text.holds) && text.last.map("：:。".unicodeScalars.contains) ?? false
    let isHeading = ["目录", "清单", "名单", "一览表"].contains {
      text.suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars) || text.holds($0 + "（")
    }
    return isAnnounced && !text.holds("建议") && !text.holds("拟") || isHeading && text.count <= 60 ? verb : nil
  }

  /// How such a line ends.
  private static let ends: [Unicode.Scalar] = ["：", ":", "。", "录", "单", "表", "）", ")"]

  /// The document on a line of the list: by its number, or else by its title.
  static func act(_ line: TextLine, _ verb: String) -> Stated<StatedAct>? {
    let cited = Citation.all(in: line)
    guard let number = cited.first(where: { $0.number != nil }) ?? cited.first else { return nil }
    // A line about provisions ends only those: 废止《甲》第三条, 将《甲》第六条修改为.
    if line.sign(from: number.end).map({ $0 == "第" || $0 == "中" }) ?? false { return nil }
    if !line.indices(of: "修改为").isEmpty { return nil }
    let title = cited.first { !$0.title.isEmpty }?.title ?? ""
    return Stated(
      StatedAct(kind: .ends, word: verb, title: title, number: number.number),
      at: line.place(of: number.start..<number.titleEnd))
  }
}

extension [Unicode.Scalar] {
  /// Whether a word stands in it.
  fileprivate func holds(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first else { return true }
    return indices.contains { self[$0] == first && self[$0...].starts(with: word.unicodeScalars) }
  }
}
