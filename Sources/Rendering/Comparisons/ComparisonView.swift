import Base
import Markdown
import Papers

extension Shape {
  private static let comparedText: Shape = .object([
    "title": .text, "note": .text, "href": .text, "status": .status,
  ])

  static let comparison: Shape = .object([
    "summary": .text, "remark": .text, "old": comparedText, "new": comparedText,
    "rows": .list(
      .object([
        "style": .text, "badge": .text, "name": .text, "formerName": .text,
        "old": .html, "new": .html, "oldNote": .text, "newNote": .text,
      ])),
  ])
}

/// Two texts side by side, whatever they are the texts of: documents, or versions of one.
struct ComparisonView {
  let old: Side
  let new: Side

  /// One of the two texts.
  struct Side {
    let title: String
    /// What tells it from the other: number and day.
    let note: String
    /// Its page, without an anchor.
    let href: String
    /// The state of its document.
    let badge: View?
    let text: MarkdownText
  }

  var view: View {
    let comparison = TextComparison(from: old.text.passages, to: new.text.passages)
    let summary = ComparisonSummary(comparison)
    let context = ComparisonContext(comparison.rows)
    return .make([
      "summary": .text(summary.sentence), "remark": .optional(summary.remark), "old": header(old), "new": header(new),
      "rows": .items(comparison.rows.indices.map { row(comparison.rows[$0], isContext: context.contains($0)) }),
    ])
  }

  private func header(_ side: Side) -> View {
    .make([
      "title": .text(side.title), "note": .optional(side.note), "href": .text(side.href), "status": side.badge,
    ])
  }

  // MARK: Rows

  private func row(_ row: TextComparison.Row, isContext: Bool) -> View {
    let style: [String?] = [row.style, row.isHeading ? "heading" : nil, isContext ? "context" : nil]
    let isGone = row.change == .departed
    let (before, after) = (row.old.name, row.new.name)
    return .make([
      "style": .text(style.compactMap(\.self).joined(separator: " ")), "badge": .optional(row.badge),
      "name": .text(after ?? before ?? ""), "formerName": after == nil || after == before ? nil : .optional(before),
      "old": isGone || row.old.isEmpty
        ? nil : .html(ComparedWords(row.old, mark: "del", page: old.href).html),
      "new": row.new.isEmpty ? nil : .html(ComparedWords(row.new, mark: "ins", page: new.href).html),
      "oldNote": isGone ? .text(row.moveNote) : row.old.isEmpty ? .text("（无）") : nil,
      "newNote": row.new.isEmpty && !isGone ? .text("（删去）") : nil,
    ])
  }
}

extension [TextComparison.Part] {
  /// The articles' numbers, or what they are; nil if there are none.
  fileprivate var name: String? {
    isEmpty ? nil : filter(\.isStart).map(\.passage.name).joined(separator: "、")
  }
}

extension TextComparison.Row {
  /// The class of the row; `same` is what the filter hides.
  fileprivate var style: String {
    switch change {
    case .unchanged: isMoved ? "moved" : "same"
    case .renumbered: isMoved ? "moved" : "renumbered"
    case .changed: "changed"
    case .added: "added"
    case .deleted: "deleted"
    case .departed: "departed"
    }
  }

  /// What became of it, in a word or two.
  fileprivate var badge: String? {
    let (olds, news) = (old.count(where: \.isStart), new.count(where: \.isStart))
    let what: String? =
      switch change {
      case .unchanged: nil
      case .renumbered: isMoved ? nil : "序号变动"
      case .changed: olds < news ? "拆分" : olds > news ? "合并" : "修改"
      case .added: "新增"
      case .deleted: "删除"
      case .departed: "移出"
      }
    return isMoved && change != .departed ? "移动" + (what.map { "、" + $0 } ?? "") : what
  }

  /// Where a text that stood here has gone.
  fileprivate var moveNote: String {
    let name = movedTo?.name ?? ""
    return name.isEmpty ? "（移至他处）" : "（移至\(name)）"
  }
}

extension Passage {
  /// Its number, or what it is.
  fileprivate var name: String {
    guard number.isEmpty else { return number }
    return switch form {
    case .heading: "标题"
    case .row: "表格"
    case .article, .paragraph: "正文"
    }
  }
}

/// The headings above what has changed, which the filter leaves in place.
private struct ComparisonContext {
  private let rows: Set<Int>

  init(_ rows: [TextComparison.Row]) {
    var (found, heading) = (Set<Int>(), Int?.none)
    for (index, row) in rows.enumerated() {
      if row.isHeading, row.change == .unchanged || row.change == .renumbered { heading = index }
      if !row.isHeading, row.change != .unchanged || row.isMoved, let heading { found.insert(heading) }
    }
    self.rows = found
  }

  func contains(_ index: Int) -> Bool { rows.contains(index) }
}
