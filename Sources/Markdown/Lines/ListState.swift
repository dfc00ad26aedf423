/// The items of a list that are open, outermost first.
struct ListState {
  /// Columns by which the whole list is indented in the source.
  var shift = 0
  private var items: [(mark: ListMark, column: Int, indent: Int)] = []
  /// The last item at each depth.
  private var previous: [ListMark?] = []

  var isEmpty: Bool { items.isEmpty }
  var count: Int { items.count }
  /// The column at which the text of the innermost item stands in the transcription.
  var indent: Int { items.last?.indent ?? 0 }

  /// How many of the open items a line with this indentation belongs to.
  func depth(at column: Int) -> Int { items.prefix { $0.column <= column }.count }

  func last(at depth: Int) -> ListMark? { depth < previous.count ? previous[depth] : nil }

  mutating func close(to depth: Int) {
    items.removeLast(items.count - depth)
    if previous.count > depth + 1 { previous.removeLast(previous.count - depth - 1) }
  }

  mutating func open(_ mark: ListMark, at column: Int) {
    if previous.count <= items.count { previous.append(mark) } else { previous[items.count] = mark }
    items.append((mark, column, indent + mark.count + 1))
  }
}
