/// The lists of a Word file, as `word/numbering.xml` defines them.
struct WordNumbering: Sendable {
  /// What a list is made after; several lists made after one count on in each other.
  struct Model: Sendable {
    var levels: [Int: Level] = [:]
    /// The style of lists that has the levels instead.
    var style: String?
  }

  struct Level: Sendable {
    /// Word takes 0 where the file says nothing.
    var start = 0
    var format = "decimal"
    /// Of the format `custom`.
    var pattern: String?
    /// `第%1条`: a sign and the number of a level, from 1.
    var text = ""
    var suffix = Suffix.tab
    /// Whether all numbers in it are Arabic.
    var isLegal = false
    /// Starts again behind each paragraph of a level above this number, counted from 0; nil: above its own.
    var restart: Int?
    /// The style of paragraphs that are of this level.
    var style: String?
    var run = RunProperties()
    var paragraph = ParagraphProperties()
  }

  enum Suffix: Sendable { case tab, space, nothing }

  struct List: Sendable {
    var model: Int
    /// Where it starts by itself, by level.
    var starts: [Int: Int] = [:]
    /// Levels that it has of its own.
    var levels: [Int: Level] = [:]
  }

  var models: [Int: Model] = [:]
  var lists: [Int: List] = [:]

  /// A level of a list; nil if there is none.
  func level(_ level: Int, of list: List, _ styles: WordStyleSheet) -> Level? {
    list.levels[level] ?? models[source(of: list, styles)]?.levels[level]
  }

  /// The level of a list whose paragraphs have one of these styles.
  func level(for ids: [String?], of list: List, _ styles: WordStyleSheet) -> Int? {
    let levels = (models[source(of: list, styles)]?.levels ?? [:]).merging(list.levels) { $1 }
    for id in ids {
      guard let id else { continue }
      if let found = levels.filter({ $0.value.style == id }).keys.min() { return found }
    }
    return nil
  }

  /// The model that has the levels: through a style of lists, which may lead to another, at most a few times.
  func source(of list: List, _ styles: WordStyleSheet) -> Int {
    var id = list.model
    for _ in 0..<4 {
      guard let model = models[id], model.levels.isEmpty,
        let next = model.style.flatMap({ styles.list(of: $0) }).flatMap({ lists[$0] })
      else { break }
      id = next.model
    }
    return id
  }
}
