import Base

/// A list or table of documents below a sentence that ends them: 下列文件予以废止：, and a table under 废止的文件目录.
enum RepealList {
  /// The verb, if a line announces such a list; nil otherwise.
  static func verb(in line: TextLine) -> String? {
    guard line.characters.count <= 160, !line.isRow, let last = line.characters.last, ends.contains(last) else {
      return nil
    }
    let text = line.plain(0..<line.characters.count)
    guard let verb = ["废止", "失效", "停止执行"].first(where: text.contains), !text.contains("继续有效") else { return nil }
    let isAnnounced = ["下列", "以下", "如下"].contains(where: text.contains) && "：:。".contains(text.last ?? " ")
    let isHeading = ["目录", "清单", "名单", "一览表"].contains { text.hasSuffix($0) || text.contains($0 + "（") }
    return isAnnounced && !text.contains("建议") && !text.contains("拟") || isHeading && text.count <= 60 ? verb : nil
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
