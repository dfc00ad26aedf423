import Base
import Documents
import Markdown
import Papers

// Reads the body and checks its statements against the front matter.
extension DocumentReader {
  /// Renders the body and, if the front matter was readable, compares the two.
  mutating func readBody(_ document: Document, _ frontMatter: FrontMatter, isDated: Bool) -> Body {
    var statedRepeals: [StatedRepeal] = []
    if isDated {
      checkEffect(document, frontMatter)
      if kind?.lifecycle == .validity {
        checkDuration(document, StatedDuration.find(in: file.source, from: frontMatter.bodyStart))
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

  /// A text should be published before it takes effect. Taking effect on the day of signature (自印发之日起施行) is usual;
  /// an earlier date is intentional if the text itself names the day (自2026年1月1日起执行新标准).
  private mutating func checkEffect(_ document: Document, _ frontMatter: FrontMatter) {
    guard let effect = document.effectiveOn, effect != document.documentDate,
      let place = document.places[CommonField.effectiveOn.rawValue]
    else { return }
    if let made = document.documentDate, effect < made {
      if bodyNames(effect, frontMatter) { return }
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

  /// Whether the body says 自…起 or 从…起 with this day.
  private func bodyNames(_ day: CalendarDate, _ frontMatter: FrontMatter) -> Bool {
    let lines = file.source.lines(
      with: ["日起"], rare: 5, from: frontMatter.bodyStart)
    return lines.contains { line in
      line.indices(of: day.chinese + "起").contains { $0 > 0 && "自从".contains(line.characters[$0 - 1]) }
    }
  }

  /// Checks that the end stated in the text is the one in the front matter.
  private mutating func checkDuration(_ document: Document, _ stated: [StatedDuration]) {
    let ends = stated.map { ($0, document.lastDay(of: $0.end)) }
    guard let (statement, lastDay) = ends.last, !ends.contains(where: { $1 != nil && $1 == document.expiresOn }) else {
      return
    }
    let said: String
    let cure: String
    switch statement.end {
    case .day(let day):
      said = "有效期至 \(day.iso)"
      cure = "expiresOn: \(day.iso)"
    case .duration(let duration, let text, _):
      if duration.months == nil || (document.expiresOn != nil && lastDay == nil) { return }
      said = "有效期\(text)" + (lastDay.map { "，到 \($0.iso) 为止" } ?? "")
      cure = "term: \(text)"
    }
    guard let written = document.expiresOn else {
      let isBegun = document.places[CommonField.effectiveOn.rawValue] != nil
      file.add(
        Diagnostic(
          "term-text", .warning, at: statement.location, "正文写明\(said)，文件开头没有写有效期", cures: ["在文件开头写上 \(cure)"],
          related: [Diagnostic.Related(document.location(of: .effectiveOn), isBegun ? "施行日期" : "文件开头")]))
      return
    }
    file.add(
      Diagnostic(
        "term-text", .warning, at: statement.location, "正文写明\(said)，文件开头写的是 \(written.iso)",
        cures: ["核对后改正文件开头的日期；有效期后来延长的，在延期的文件中写 extends（延期）"],
        related: [Diagnostic.Related(document.location(of: .expiresOn), CommonField.expiresOn.label)]))
  }
}

extension Document {
  /// The last day that the text states, counted from the first day it names or else from the front matter's.
  fileprivate func lastDay(of end: StatedDuration.End) -> CalendarDate? {
    switch end {
    case .day(let day): day
    case .duration(let duration, _, let from): (from ?? effectiveOn).flatMap(duration.lastDay)
    }
  }
}
