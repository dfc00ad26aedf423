/// Counts the numbered paragraphs of a text from its beginning to its end, as Word does.
struct ListCounter {
  /// The number of a paragraph, written out.
  struct Label: Hashable {
    var text: String
    /// False if its format is not known, so that it is Arabic, or if programs differ in how they count here.
    var isCertain = true
  }

  private let numbering: WordNumbering
  private let styles: WordStyleSheet
  /// By model and level; nil: not counted yet, or to start again.
  private var counts: [Int: [Int?]] = [:]
  /// The levels of the list that was asked for last.
  private var known: (list: Int, levels: [WordNumbering.Level?]) = (-1, [])
  /// The models that count by the levels of each.
  private var users: [Int: Set<Int>] = [:]
  /// Lists that have begun, and those with a start of their own that have begun at a level.
  private var (used, begun): (Set<Int>, Set<[Int]>) = ([], [])

  init(_ numbering: WordNumbering, _ styles: WordStyleSheet) { (self.numbering, self.styles) = (numbering, styles) }

  /// The level at which a paragraph with these properties is numbered, and its list; nil if it is not.
  ///
  /// - Parameters:
  ///   - direct: Its own.
  ///   - styled: Those of its style.
  func place(_ direct: ParagraphProperties, _ styled: ParagraphProperties) -> (list: Int, level: Int)? {
    guard let id = direct.list ?? styled.list, id > 0, let list = numbering.lists[id] else { return nil }
    let ofStyle = direct.list == nil ? numbering.level(for: [direct.style, styled.listStyle], of: list, styles) : nil
    return (id, min(max(direct.level ?? ofStyle ?? styled.level ?? 0, 0), 8))
  }

  /// The definition of a level.
  func level(_ place: (list: Int, level: Int)) -> WordNumbering.Level? {
    numbering.lists[place.list].flatMap { numbering.level(place.level, of: $0, styles) }
  }

  /// Counts a paragraph; nil if its list does not have the level.
  mutating func next(_ place: (list: Int, level: Int)) -> Label? {
    guard let list = numbering.lists[place.list] else { return nil }
    if known.list != place.list { known = (place.list, (0...8).map { numbering.level($0, of: list, styles) }) }
    let source = numbering.source(of: list, styles)
    users[source, default: []].insert(list.model)
    let levels = known.levels
    guard let own = levels[place.level] else { return nil }
    func start(_ level: Int) -> Int { list.starts[level] ?? levels[level]?.start ?? 1 }
    var values = counts[list.model] ?? Array(repeating: nil, count: 9)
    for above in 0..<place.level where values[above] == nil { values[above] = start(above) }
    // Where a list has a start of its own, it is taken when the list comes to the level for the first time, and again
    // whenever the level starts again (17.9.26). If the list had begun at another level, programs differ, and where
    // several lists have one style of lists.
    var isCertain = users[source]?.count == 1
    if let own = list.starts[place.level] {
      if begun.insert([place.list, place.level]).inserted {
        isCertain = isCertain && !used.contains(place.list)
        values[place.level] = nil
      } else if values[place.level] == nil {
        isCertain = isCertain && own == levels[place.level]?.start
      }
    }
    used.insert(place.list)
    values[place.level] = values[place.level].map { $0 + 1 } ?? start(place.level)
    for below in 0...8 where below > place.level && place.level < (levels[below]?.restart ?? below) {
      values[below] = nil
    }
    counts[list.model] = values
    if own.run.isHidden == true { return nil }
    var label = label(own, values, levels)
    label.isCertain = label.isCertain && isCertain
    return label
  }

  private func label(_ own: WordNumbering.Level, _ values: [Int?], _ levels: [WordNumbering.Level?]) -> Label {
    if own.format == "bullet" { return finished(Label(text: SymbolFont.shown(own.text, own.run.latinFont)), own) }
    var label = Label(text: "")
    if own.format == "none" && !own.text.contains("%") { return finished(Label(text: own.text), own) }
    var rest = own.text[...]
    while let sign = rest.popFirst() {
      guard sign == "%", let digit = rest.first?.wholeNumberValue, (1...9).contains(digit) else {
        label.text.append(sign)
        continue
      }
      rest.removeFirst()
      guard let level = levels[digit - 1], let value = values[digit - 1] else { continue }
      let format = own.isLegal && level.format != "none" ? "decimal" : level.format
      let written = NumberFormat.text(value, format, pattern: level.pattern)
      if written == nil { label.isCertain = false }
      label.text += written ?? String(value)
    }
    return finished(label, own)
  }

  /// With what follows.
  private func finished(_ label: Label, _ level: WordNumbering.Level) -> Label {
    guard level.suffix != .nothing else { return label }
    var label = label
    label.text += NumberFormat.gap(after: label.text)
    return label
  }
}
