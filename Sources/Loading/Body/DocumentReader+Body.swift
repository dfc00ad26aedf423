import Markdown
import Base
import Documents

// The text, and what it says against what the front matter says.
extension DocumentReader {
  /// Renders the body, and compares it with the dates of the front matter where these could be read.
  mutating func readBody(_ document: Document, _ frontMatter: FrontMatter, isDated: Bool) -> Body {
    var statedRepeals: [StatedRepeal] = []
    if isDated {
      checkEffect(document, frontMatter)
      if kind?.lifecycle == .validity {
        checkTerm(document, StatedDuration.find(in: file.source, from: frontMatter.bodyStart))
      }
      statedRepeals = StatedRepeals.find(in: file.source, from: frontMatter.bodyStart)
    }
    let (text, targets) = file.renderBody(frontMatter)
    return Body(
      text: text, targets: targets, statedRepeals: statedRepeals, partAnchors: kind.map(text.partAnchors) ?? [:])
  }

  private func related(_ place: Range<Int>?, _ field: CommonField) -> [(Range<Int>, String)] {
    place.map { [($0, field.label)] } ?? []
  }

  /// A text should be public before it binds. What takes effect on the day of its signature (自印发之日起施行) is usual, and
  /// what reaches back is meant so where the text names the day itself (自2026年1月1日起执行新标准).
  private mutating func checkEffect(_ document: Document, _ frontMatter: FrontMatter) {
    guard let effect = document.effectiveOn, effect != document.documentDate,
      let place = document.places[CommonField.effectiveOn.rawValue]
    else { return }
    if let made = document.documentDate, effect < made {
      if names(effect, frontMatter) { return }
      file.add(
        "effect-before-publication", .warning, at: place,
        "施行日期 \(effect.iso) 早于成文日期 \(made.iso)，正文没有写明从这一天起施行或者执行",
        cures: ["核对施行日期；确实追溯的，正文应写明“自\(effect.chinese)起”"],
        related: related(document.places[CommonField.documentDate.rawValue], .documentDate))
    } else if let published = document.publishedOn?.day, effect < published {
      file.add(
        "effect-before-publication", .warning, at: place, "施行日期 \(effect.iso) 早于发布日期 \(published.iso)：公开以前就已施行",
        cures: ["核对两个日期：发布日期写最初公开的日期，自印发之日起施行的写上相同的成文日期"],
        related: related(document.places[CommonField.publishedOn.rawValue], .publishedOn))
    }
  }

  /// Whether the body says 自…起 of the day, or 从…起.
  private func names(_ day: CalendarDate, _ frontMatter: FrontMatter) -> Bool {
    let lines = file.source.lines(
      with: ["日起"], rare: 5, from: frontMatter.bodyStart)
    return lines.contains { line in
      line.indices(of: day.chinese + "起").contains { $0 > 0 && "自从".contains(line.characters[$0 - 1]) }
    }
  }

  /// The end that the text names is the one in the front matter.
  private mutating func checkTerm(_ document: Document, _ stated: [StatedDuration]) {
    let ends = stated.map { ($0, document.lastDay(of: $0.end)) }
    guard let (term, lastDay) = ends.last, !ends.contains(where: { $1 != nil && $1 == document.expiresOn }) else {
      return
    }
    let said: String
    let cure: String
    switch term.end {
    case .day(let day):
      said = "有效期至 \(day.iso)"
      cure = "expiresOn: \(day.iso)"
    case .term(let length, let text, _):
      if length.months == nil || (document.expiresOn != nil && lastDay == nil) { return }
      said = "有效期\(text)" + (lastDay.map { "，到 \($0.iso) 为止" } ?? "")
      cure = "term: \(text)"
    }
    guard let written = document.expiresOn else {
      let isBegun = document.places[CommonField.effectiveOn.rawValue] != nil
      file.add(
        Diagnostic(
          "term-text", .warning, at: term.location, "正文写明\(said)，文件开头没有写有效期", cures: ["在文件开头写上 \(cure)"],
          related: [Diagnostic.Related(document.location(of: .effectiveOn), isBegun ? "施行日期" : "文件开头")]))
      return
    }
    file.add(
      Diagnostic(
        "term-text", .warning, at: term.location, "正文写明\(said)，文件开头写的是 \(written.iso)",
        cures: ["核对后改正文件开头的日期；有效期后来延长的，在延期的文件中写 extends（延期）"],
        related: [Diagnostic.Related(document.location(of: .expiresOn), CommonField.expiresOn.label)]))
  }
}

extension Document {
  /// The last day that the text means, counted from its own first day or that of the front matter.
  fileprivate func lastDay(of end: StatedDuration.End) -> CalendarDate? {
    switch end {
    case .day(let day): day
    case .term(let term, _, let from): (from ?? effectiveOn).flatMap(term.lastDay)
    }
  }
}
