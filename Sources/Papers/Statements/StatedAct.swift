/// A statement of what a text does to another document: 《…》（澜政办发〔2022〕10号）同时废止.
package struct StatedAct: Sendable, Hashable {
  /// What happens to the other document.
  package enum Kind: Sendable, Hashable {
    /// 废止, 失效, 停止执行
    case ends
    /// The same for some provisions: 第三条同时废止
    case endsPart
    /// 修改
    case amends
    /// 延长有效期
    case extends
  }

  package let kind: Kind
  /// The words of the text: 废止, 停止执行, 修改.
  package let word: String
  /// The title inside 《》; empty when only the number is given.
  package let title: String
  /// The number in the brackets after the title, or alone.
  package let number: DocumentNumber?
  /// The provisions that are ended, as written; empty for the whole document.
  package let articles: [String]

  /// Memberwise.
  package init(kind: Kind, word: String, title: String, number: DocumentNumber?, articles: [String] = []) {
    (self.kind, self.word, self.title, self.number, self.articles) = (kind, word, title, number, articles)
  }
}

extension Citation {
  func act(
    _ kind: StatedAct.Kind, _ word: String, _ articles: [String] = [], in line: TextLine
  ) -> Stated<StatedAct> {
    Stated(
      StatedAct(kind: kind, word: word, title: title, number: number, articles: articles),
      at: line.place(of: start..<titleEnd))
  }
}
