import Markdown
import Base
import Documents
import Papers

// 施行日期, 有效期 and the years of cited numbers.
extension PaperCheck {
  /// The first day that the text states (`start-text`). Only the days of the whole text count; a notice and the text it
  /// issues may both name one.
  mutating func checkStart() {
    let stated = paper.commencements.filter(\.value.articles.isEmpty)
    guard let last = stated.last else { return }
    let starts = stated.flatMap { days(of: $0.value.start) }
    if let effect = document.effectiveOn {
      guard !starts.isEmpty, !starts.contains(effect), !isAmended(after: last.value.start, on: effect),
        !stated.contains(where: { isBetween($0.value.start, effect) })
      else { return }
      let named = starts.count == 1 ? "（\(starts[0].iso)）" : ""
      add(
        "start-text", at: last.place, "正文写明\(last.value.words)\(named)，文件开头的施行日期是 \(effect.iso)",
        cures: ["对照原件，改正文件开头的 effectiveOn（施行日期）；后来改过施行日期的，写 checked（已核对）"], against: .effectiveOn)
    } else {
      guard let day = starts.first else { return }
      let computed = last.value.words.contains("之日") || last.value.words.contains("即日") ? "，即 \(day.iso)" : ""
      add(
        "start-text", at: last.place, "正文写明\(last.value.words)\(computed)，文件开头没有写施行日期，有效性无从计算",
        cures: ["在文件开头写上 effectiveOn: \(day.iso)"], against: .effectiveOn)
    }
  }

  /// A text as amended keeps the sentence about its first day; a 题注 that tells of the amendment explains a later one.
  private func isAmended(after start: StatedCommencement.Start, on effect: CalendarDate) -> Bool {
    guard case .day(let day) = start, effect > day else { return false }
    return paper.roles.indices.contains { index in
      guard paper.roles[index] == .titleNote else { return false }
      let note = String(decoding: reading.text(of: index), as: UTF8.self)
      return ["修正", "修订", "修改"].contains(where: note.contains)
    }
  }

  /// 自印发之日起 may be any day from signature to publication: the day of printing is not known here.
  private func isBetween(_ start: StatedCommencement.Start, _ effect: CalendarDate) -> Bool {
    guard case .event(_, let count) = start, let made = document.documentDate,
      let published = document.publishedOn?.day,
      made <= published
    else { return false }
    return (made.adding(days: count)...published.adding(days: count)).contains(effect)
  }

  /// Provisions with a first day of their own (`staged-text`): 第十条自2027年1月1日起施行.
  mutating func checkStaged() {
    for stated in paper.commencements where !stated.value.articles.isEmpty {
      guard let day = days(of: stated.value.start).first, day != document.effectiveOn else { continue }
      let names = stated.value.articles
      let recorded = document.commencements.filter { Set(names).isSubset(of: $0.articles) }
      if recorded.contains(where: { $0.on == day }) { continue }
      let list = names.joined(separator: ", ")
      if let other = recorded.first {
        add(
          "staged-text", at: stated.place,
          "正文写明\(names.joined(separator: "、"))\(stated.value.words)，文件开头写的是 \(other.on.iso)",
          cures: ["对照原件，改正文件开头的 commences（分期施行）"], against: .commences)
      } else {
        add(
          "staged-text", at: stated.place,
          "正文写明\(names.joined(separator: "、"))\(stated.value.words)，文件开头没有写，网页会说这些条款与全文同时施行",
          cures: ["在文件开头写上 commences: [{articles: [\(list)], on: \(day.iso)}]"], against: .commences)
      }
    }
  }

  /// The days that a statement may mean; the first is the likeliest. Empty if the day it counts from is not known.
  private func days(of start: StatedCommencement.Start) -> [CalendarDate] {
    switch start {
    case .day(let day): return [day]
    case .event(let event, let count):
      let made = [document.documentDate, paper.printedOn?.value].compactMap(\.self)
      let published = [document.publishedOn?.day].compactMap(\.self)
      let bases = event == .made ? made + published : published + made
      return bases.map { $0.adding(days: count) }
    }
  }

  /// The last day that the text states (`term-text`).
  mutating func checkTerm() {
    let ends = paper.terms.map { ($0, lastDay(of: $0.value)) }
    guard let (term, lastDay) = ends.last, !ends.contains(where: { $1 != nil && $1 == document.expiresOn }) else {
      return
    }
    let said: String
    let cure: String
    switch term.value.end {
    case .day(let day):
      said = "有效期至 \(day.iso)"
      cure = "expiresOn: \(day.iso)"
    case .duration(let duration, let text):
      if duration.months == nil || (document.expiresOn != nil && lastDay == nil) { return }
      said = "有效期\(text)" + (lastDay.map { "，到 \($0.iso) 为止" } ?? "")
      cure = "term: \(text)"
    }
    guard let written = document.expiresOn else {
      // A term needs its first day.
      let start = has(.effectiveOn) ? "" : first(of: term.value).map { "effectiveOn: \($0.iso) 和 " } ?? "effectiveOn 和 "
      return add(
        "term-text", at: term.place, "正文写明\(said)，文件开头没有写有效期", cures: ["在文件开头写上 \(start)\(cure)"],
        against: has(.effectiveOn) ? .effectiveOn : .expiresOn)
    }
    add(
      "term-text", at: term.place, "正文写明\(said)，文件开头写的是 \(written.iso)",
      cures: [
        "核对后改正文件开头的日期；有效期后来延长的，在延期的文件中写 extends（延期）",
        "延期、提前失效另有依据而不在本库的，写 checked（已核对）",
      ], against: .expiresOn)
  }

  private func lastDay(of term: StatedTerm) -> CalendarDate? {
    switch term.end {
    case .day(let day): day
    case .duration(let duration, _): first(of: term).flatMap(duration.lastDay)
    }
  }

  /// The day from which a term counts: its own, the front matter's, or that of the text.
  private func first(of term: StatedTerm) -> CalendarDate? {
    term.from ?? document.effectiveOn
      ?? paper.commencements.filter(\.value.articles.isEmpty).flatMap { days(of: $0.value.start) }.first
  }

  /// A text should be published before it takes effect (`effect-before-publication`). Taking effect on the day of
  /// signature (自印发之日起施行) is usual; an earlier date is intentional if the text itself names the day.
  mutating func checkEffect() {
    guard let effect = document.effectiveOn, effect != document.documentDate, has(.effectiveOn) else { return }
    if let made = document.documentDate, effect < made {
      if names(effect) { return }
      findings.append(
        Diagnostic(
          "effect-before-publication", .warning, at: document.location(of: .effectiveOn),
          "施行日期 \(effect.iso) 早于成文日期 \(made.iso)，正文没有写明从这一天起施行或者执行",
          cures: ["核对施行日期；确实追溯的，写 checked（已核对）"],
          related: [Diagnostic.Related(document.location(of: .documentDate), CommonField.documentDate.label)]))
    } else if let published = document.publishedOn?.day, effect < published {
      findings.append(
        Diagnostic(
          "effect-before-publication", .warning, at: document.location(of: .effectiveOn),
          "施行日期 \(effect.iso) 早于发布日期 \(published.iso)：公开以前就已施行",
          cures: ["核对两个日期：发布日期写最初公开的日期，自印发之日起施行的写上相同的成文日期"],
          related: [Diagnostic.Related(document.location(of: .publishedOn), CommonField.publishedOn.label)]))
    }
  }

  /// Whether the text says 自…起 or 从…起 with this day, blanks aside.
  private func names(_ day: CalendarDate) -> Bool {
    let text = String(decoding: reading.text.plainText, as: UTF8.self).filter { $0 != " " && $0 != "\u{3000}" }
    return text.contains("自\(day.chinese)起") || text.contains("从\(day.chinese)起")
  }

  /// A paper cannot cite a number of a later year (`cited-year`).
  mutating func checkCitedYears() {
    guard let made = document.documentDate, let cited = paper.citedYears.first(where: { $0.value > made.year }) else {
      return
    }
    add(
      "cited-year", at: cited.place, "引用的文号是 \(cited.value) 年的，晚于成文日期 \(made.iso)",
      cures: ["对照原件，核对成文日期和引用的文号；正文是后来修改过的文本的，写 checked（已核对）"], against: .documentDate)
  }
}
