import Base
import Documents
import Markdown
import Papers
import Resolution

/// Marks in a body on provisions that other documents repealed, changed or corrected, or that are not in force yet: all
/// blocks of a provision are wrapped in a group that begins with a note. Provisions that are not found are left to the notices at the top.
struct ArticleMarks {
  let corpus: Corpus
  /// Whose body it is.
  let document: Document
  let address: PageAddress
  let acts: Acts
  /// Interpretations of single provisions.
  var interpretations: [Relation] = []
  /// Provisions that are not in force yet.
  var commencements: [Commencement] = []

  /// Why a block is marked: an act on it, or a first day of its own. Not an enum: the optimizer of Swift 6.3 crashes on
  /// one here.
  private struct Cause {
    let act: Relation?
    /// Whether the act has yet to take effect.
    let isComing: Bool
    /// The first day of provisions that are not in force yet.
    let begins: CalendarDate?
    /// As written.
    let articles: [String]

    init(_ act: Relation, isComing: Bool) {
      (self.act, self.isComing, begins, articles) = (act, isComing, nil, act.articles)
    }

    init(_ commencement: Commencement) {
      (act, isComing, begins, articles) = (nil, false, commencement.on, commencement.articles)
    }
  }

  /// One cause on one block.
  private struct Mark {
    let cause: Cause
    /// Whether it concerns the whole block.
    let isWhole: Bool
    /// As the act names it: 第十七条第二款.
    let name: String

    /// Whether the block is, or will be, no longer in force.
    var isEnd: Bool { isWhole && cause.act?.kind.endsTarget ?? false }

    var isComing: Bool { cause.isComing }
  }

  /// In ascending order; empty for a body that no act affects.
  func insertions(into body: MarkdownText) -> [BodyInsertion] {
    let past = (acts.past.filter { !document.incorporates($0) } + interpretations).map { Cause($0, isComing: false) }
    let named = (past + acts.coming.map { Cause($0, isComing: true) }).filter { cause in
      cause.act.map { !$0.isWhole && $0.kind != .extends } ?? false
    }
    let concerned = commencements.map { Cause($0) } + named
    guard !concerned.isEmpty else { return [] }
    let blocks = (body.outline + body.numberedParagraphs).sorted { $0.htmlOffset < $1.htmlOffset }
    let places = Dictionary(blocks.indices.map { (blocks[$0].anchor, $0) }, uniquingKeysWith: { first, _ in first })
    var marks: [Int: [Mark]] = [:]
    for cause in concerned {
      for name in cause.articles {
        for provision in Provision.named(name) {
          // When two blocks have one number, as in a notice and the text it issues, it is unknown which one is meant.
          guard let place = places[provision.anchor], places[provision.anchor + "_2"] == nil else { continue }
          marks[place, default: []].append(Mark(cause: cause, isWhole: provision.isWhole, name: name))
        }
      }
    }
    return Self.insertions(blocks, marks, in: body) { note($1, on: blocks[$0]) }
  }

  /// Closes every group before the next block of its level opens one, so that groups are siblings or nested.
  private static func insertions(
    _ blocks: [OutlineEntry], _ marks: [Int: [Mark]], in body: MarkdownText, note: (Int, [Mark]) -> [UInt8]
  ) -> [BodyInsertion] {
    var insertions: [BodyInsertion] = []
    var ends: [Int] = []
    for (index, block) in blocks.enumerated() {
      let start = block.htmlOffset
      while let end = ends.last, end <= start {
        insertions.append(BodyInsertion(offset: end, html: Array("</div>\n".utf8)))
        ends.removeLast()
      }
      guard let found = marks[index] else { continue }
      let next = blocks[(index + 1)...].first { $0.level <= block.level }?.htmlOffset ?? body.html.count
      ends.append(min(signature(in: body.html[start..<next]) ?? next, ends.last ?? next))
      let anchor = anchorAttribute(of: block, in: body.html)
      insertions.append(BodyInsertion(offset: start, html: note(index, found), dropped: anchor))
    }
    return insertions + ends.reversed().map { BodyInsertion(offset: $0, html: Array("</div>\n".utf8)) }
  }

  /// ` id="tiao-5"` in the opening tag of a block.
  private static func anchorAttribute(of block: OutlineEntry, in html: [UInt8]) -> Range<Int>? {
    let attribute = Array(" id=\"\(block.anchor)\"".utf8)
    let tag = html[block.htmlOffset...].prefix { $0 != 0x3E }
    return tag.indices.first { tag[$0...].starts(with: attribute) }.map { $0..<$0 + attribute.count }
  }

  /// The start of the signatures and dates at the end of a text, which are not part of its last article.
  private static func signature(in html: ArraySlice<UInt8>) -> Int? {
    let openings = ["<p class=\"signature", "<p class=\"note"].map { Array($0.utf8) }
    var line = html.startIndex
    while line < html.endIndex {
      if openings.contains(where: html[line...].starts) { return line }
      guard let feed = html[line...].firstIndex(of: 0x0A) else { return nil }
      line = feed + 1
    }
    return nil
  }

  // MARK: HTML

  /// Opens a block's group, which has its anchor, so that a link to an article shows its notes too, and writes the notes.
  /// Upcoming changes get both versions, which the script swaps on the day.
  private func note(_ marks: [Mark], on block: OutlineEntry) -> [UInt8] {
    var out = OutputBuffer(capacity: 512)
    let endsNow = marks.contains { $0.isEnd && !$0.isComing }
    let endDay = endsNow ? nil : marks.filter(\.isEnd).compactMap(\.cause.act?.effectiveOn).min()
    let amendments = marks.filter { $0.cause.act?.kind == .amends }
    let isReplaced = !endsNow && amendments.contains { !$0.isComing }
    let replaceDay =
      endsNow || isReplaced || endDay != nil ? nil : amendments.compactMap(\.cause.act?.effectiveOn).min()
    let isExplained = marks.allSatisfy { $0.cause.act?.kind == .interprets }
    let begins = marks.allSatisfy { $0.cause.begins != nil } ? marks.compactMap(\.cause.begins).max() : nil
    let style =
      endsNow
      ? "repealed-article"
      : begins != nil
        ? "pending-article" : isReplaced ? "replaced-article" : isExplained ? "interpreted-article" : "amended-article"
    out.write("<div class=\"provision \(style)\" id=\"\(block.anchor)\"")
    if let endDay { out.write(" data-then-from=\"\(endDay.iso)\" data-then=\"provision repealed-article\"") }
    if let day = replaceDay { out.write(" data-then-from=\"\(day.iso)\" data-then=\"provision replaced-article\"") }
    if let begins { out.write(" data-then-from=\"\(begins.iso)\" data-then=\"provision begun-article\"") }
    out.write(" role=\"group\" aria-labelledby=\"note-\(block.anchor)\">\n")
    out.write("<div class=\"article-note\" id=\"note-\(block.anchor)\" data-note>")
    for mark in marks {
      out.write(mark.cause.begins.map { "<div data-until=\"\($0.iso)\">" } ?? "<div>")
      if let act = mark.cause.act {
        write(mark, act, of: block, into: &out)
      } else if let day = mark.cause.begins {
        out.write("<strong>")
        out.writeEscaped("\(mark.isWhole ? block.shortName : mark.name)尚未施行")
        out.write("</strong>")
        out.writeEscaped("（自\(day.chinese)起施行）。")
      }
      out.write("</div>")
    }
    if isReplaced {
      out.write("<p class=\"before\">以下为修改前的条文：</p>")
    } else if let day = replaceDay {
      out.write("<p class=\"before\" data-from=\"\(day.iso)\" hidden>以下为修改前的条文：</p>")
    }
    out.write("</div>\n")
    return out.bytes
  }

  private func write(_ mark: Mark, _ act: Relation, of block: OutlineEntry, into out: inout OutputBuffer) {
    let name = mark.isWhole ? block.shortName : mark.name
    if act.kind == .interprets {
      out.writeEscaped("\(name)的解读：")
      return writeSource(of: act, into: &out)
    }
    let verb = act.kind.words.done
    let day = act.effectiveOn
    if mark.isComing, let day {
      out.write("<span data-until=\"\(day.iso)\"><strong>")
      out.writeEscaped("\(name)将于\(day.chinese)起\(verb)")
      out.write("</strong>，</span><span data-from=\"\(day.iso)\" hidden>")
    }
    out.write("<strong>")
    out.writeEscaped("\(name)已\(verb)")
    out.write("</strong>")
    out.writeEscaped(day.map { "：自\($0.chinese)起，" } ?? "，")
    if mark.isComing { out.write("</span>") }
    let clauses = clauses(of: act, on: block.shortName)
    writeSource(of: act, clause: clauses.count == 1 ? clauses[0] : nil, into: &out)
    guard act.kind == .amends else { return }
    if clauses.isEmpty || clauses.contains(where: \.paragraphs.isEmpty) {
      return out.writeEscaped("修改后的内容以该文件为准，本页没有列出。")
    }
    out.write("<blockquote>")
    for clause in clauses {
      for (index, paragraph) in clause.paragraphs.enumerated() {
        out.write("<p>")
        let href = Actor(of: act, in: corpus, from: address)?.href
        if clauses.count > 1, index == 0, let href {
          out.write("<a href=\"")
          out.writeEscaped(href + "#" + clause.anchor)
          out.write("\">原文</a>：")
        }
        out.write(bytes: paragraph[...])
        out.write("</p>")
      }
    }
    out.write("</blockquote>")
  }

  /// The clauses of the acting document that change the provision, if it is in the library.
  private func clauses(of act: Relation, on name: String) -> [ActingClause] {
    guard act.outside == nil, let acting = corpus[act.source] else { return [] }
    let targets = Set(acting.outgoing.filter { $0.kind.isAct }.map(\.target))
    return ActingClause.all(on: name, of: document, in: acting.document, isOnlyTarget: targets.count == 1)
  }

  private func writeSource(of act: Relation, clause: ActingClause? = nil, into out: inout OutputBuffer) {
    guard let acting = Actor(of: act, in: corpus, from: address) else { return out.write("见废改文件。") }
    out.write("见")
    if let href = acting.href {
      out.write("<a href=\"")
      out.writeEscaped(href + (clause.map { "#" + $0.anchor } ?? ""))
      out.write(acting.entry == nil ? "\" class=\"external\" rel=\"external noopener\">" : "\">")
    }
    out.writeEscaped(acting.citation)
    out.write(acting.href == nil ? "。" : "</a>。")
    if act.kind == .corrects, let note = act.note { out.writeEscaped("更正内容：\(note)") }
  }
}

extension OutlineEntry {
  /// The number of a numbered block, without its punctuation: 第十七条, 第三章, 三.
  fileprivate var shortName: String {
    let number = text.prefix { !$0.isWhitespace && $0 != "、" && $0 != "：" && $0 != "，" }
    return number.isEmpty ? text : String(number)
  }
}
