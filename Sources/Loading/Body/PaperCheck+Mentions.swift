import Base
import Documents
import Markdown
import Papers

// What the text names: other documents, and its own provisions.
extension PaperCheck {
  /// The documents that the text names, itself aside.
  var mentions: [MentionStatement] {
    var copy = self
    return paper.mentions.compactMap { stated in
      switch stated.value.name {
      case .own: nil
      case .title(_, let number?) where number.isComplete:
        MentionStatement(stated.value, at: copy.location(of: stated.place))
      case .title, .number:
        MentionStatement(
          stated.value, at: stated.value.clauses.contains(where: \.isArticle) ? copy.location(of: stated.place) : nil)
      }
    }
  }

  /// 本办法第五条 must be there (`cited-article`). Words in quotation marks are those of another text.
  mutating func checkOwnArticles() {
    let text = reading.text
    guard text.outline.contains(where: { $0.kind == .article }) else { return }
    var known: Set<String>?
    for stated in paper.mentions where !stated.value.isQuoted {
      guard case .own(let word) = stated.value.name, document.title.has(word) else { continue }
      let anchors = known ?? Set(text.outline.map(\.anchor))
      known = anchors
      for clause in stated.value.clauses where clause.isArticle && !anchors.contains(clause.anchors[0]) {
        add(
          "cited-article", at: stated.place, "正文说“本\(word)\(clause.name)”，正文里没有这一条",
          cures: ["对照原件，核对条文的编号；原件如此的，\(Diagnostic.checkedHint)"])
      }
    }
  }
}
