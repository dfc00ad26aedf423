import Base
package import Documents
import Loading

/// What a column of a list is in a document.
package enum StockTarget: Sendable, Hashable {
  case field(CommonField)
  /// A field of a kind.
  case ownField(String)
  /// A path of the file that is the document, relative to the list.
  case file
  /// Paths of the files that lie beside it.
  case attachments
  /// Its text.
  case text
  /// Addresses of files that stay where they are, one a line, each after its title.
  case links
  /// The folder or the title of its column.
  case column
  /// The name of its file in Content.
  case name
  case ignored

  /// The word in the mapping.
  package var word: String {
    switch self {
    case .field(let field): field.rawValue
    case .ownField(let key): key
    case .file: "file"
    case .attachments: "attachments"
    case .text: "text"
    case .links: "links"
    case .column: "column"
    case .name: "name"
    case .ignored: "-"
    }
  }

  /// The words that are no keys of a front matter, with what they are called.
  package static let special: [(word: String, label: String, target: StockTarget)] = [
    ("file", "文件", .file), ("attachments", "附件", .attachments), ("text", "正文", .text), ("links", "链接", .links),
    ("column", "栏目", .column), ("name", "文件名", .name), ("-", "不要", .ignored),
  ]

  /// Reads a word of the mapping; nil if it is none.
  package init?(word: String, kinds: [Kind]) {
    if let special = Self.special.first(where: { $0.word == word || $0.label == word }) {
      self = special.target
    } else if let field = CommonField(word: word), !Self.unusable.contains(field) {
      self = .field(field)
    } else if let field = kinds.lazy.flatMap(\.ownFields).first(where: { $0.key == word || $0.label == word }) {
      self = .ownField(field.key)
    } else {
      return nil
    }
  }

  /// What no cell of a list can say.
  private static let unusable: Set<CommonField> = [.collects, .checked, .review, .overviews, .commences, .attachments]

  /// Guesses what a heading means: by its own words, those that other systems use, and at last a near miss.
  ///
  /// - Parameter samples: What stands below it.
  /// - Returns: The guess, and whether it is one that a person should look at.
  static func guess(_ heading: String, samples: [String], kinds: [Kind]) -> (target: StockTarget, isDoubtful: Bool) {
    let word = heading.filter { !$0.isWhitespace && !"：:*＊".contains($0) }
    let plain = word.lowercased()
    if let usual = usual[plain] { return (usual, false) }
    let values = samples.filter { !$0.isEmpty }
    // A column called 附件 or 文件 has paths, or only says how many there are.
    if ["文件", "附件", "正文文件", "原文件"].contains(word) {
      let isPath = values.allSatisfy { !$0.fileExtension.isEmpty } && !values.isEmpty
      return isPath ? (word == "附件" ? .attachments : .file, false) : (.ignored, true)
    }
    if let target = StockTarget(word: word, kinds: kinds) { return (target, false) }
    if let field = UsualWords.field(for: word), !unusable.contains(field) { return (.field(field), false) }
    let labels = CommonField.allCases.filter { !unusable.contains($0) }.map(\.label)
    if let near = NearMiss.suggestions(for: word, among: labels, limit: 1).first, let field = CommonField(word: near) {
      return (.field(field), true)
    }
    return (.ignored, true)
  }

  /// Headings of other systems that are no words of ours.
  private static let usual: [String: StockTarget] = [
    "文件路径": .file, "文件名": .file, "文件名称": .field(.title), "路径": .file, "正文路径": .file, "filepath": .file,
    "filename": .file,
    "path": .file, "附件路径": .attachments, "附件名": .attachments, "附件名称": .attachments, "正文": .text, "内容": .text,
    "全文": .text, "文章内容": .text, "content": .text, "body": .text, "栏目名称": .column, "所属栏目": .column, "栏目路径": .column,
    "频道": .column, "channel": .column, "链接": .field(.aliases), "网址": .field(.aliases), "原网址": .field(.aliases),
    "原文链接": .field(.aliases), "链接地址": .field(.aliases), "访问地址": .field(.aliases), "url": .field(.aliases),
    "序号": .ignored, "id": .name, "编号": .ignored, "点击量": .ignored, "浏览量": .ignored, "fingerprint": .ignored,
    "modifiedon": .ignored, "标题名称": .field(.title), "文章标题": .field(.title), "信息标题": .field(.title),
    "信息标识": .field(.indexNumber), "录入时间": .ignored, "pubdate": .field(.publishedOn), "articletitle": .field(.title),
    "contentsource": .field(.source),
  ]
}
