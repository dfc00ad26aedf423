import Base
import Documents
import Loading
import Manuscripts

// What a web page says of itself, in its meta tags and in the table above its text.
extension FactReader {
  mutating func readStatements() {
    var entries: [FrontMatterEntry] = []
    for statement in manuscript.statements {
      guard let name = StatementName(statement.name), name.field != .title || facts["title"] == nil else { continue }
      switch FieldText.read(statement.value, as: name.field, site) {
      case .empty: continue
      case .value(let value):
        guard !entries.contains(where: { $0.key == name.field.rawValue }) else { continue }
        entries.append(
          FrontMatterEntry(
            name.field.rawValue, value, isProposal: name.isLikely, evidence: "\(statement.name)：\(statement.value)"))
      case .unread(let message, let cures):
        ask("\(statement.name)：\(message)", cures: cures)
      }
    }
    facts.lay(entries, from: "网页自述")
  }
}

/// The names under which web pages of offices state facts: the meta tags of 政府网站发展指引, and the labels of the table above
/// the text.
struct StatementName {
  let field: CommonField
  /// Whether what stands there is often something else: the column's keywords, the first words of the text.
  let isLikely: Bool

  init?(_ name: String) {
    let word = name.filter { !$0.isWhitespace && $0 != "：" && $0 != ":" }
    if let meta = Self.metaTags[word.lowercased()] {
      (field, isLikely) = meta
    } else if let known = UsualWords.field(for: word), !Self.doubtful.contains(word) {
      (field, isLikely) = (known, [.keywords, .summary, .validity].contains(known))
    } else {
      return nil
    }
  }

  private static let metaTags: [String: (CommonField, Bool)] = [
    "articletitle": (.title, false), "pubdate": (.publishedOn, false), "contentsource": (.source, false),
    "keywords": (.keywords, true), "description": (.summary, true),
  ]

  /// Names that mean another thing on other sites.
  private static let doubtful: Set<String> = ["印发日期", "发文日期", "日期", "状态", "文件", "相关文件", "解读文件", "分类", "附件"]
}
