import Base
import Documents
import Papers

// 成文日期, 施行日期 and 有效期.
extension FactReader {
  mutating func readDays() {
    if let date = ownSignature?.date, isSignatureDoubtful {
      propose(.documentDate, .scalar(date.value.iso), from: text.text(date.place.block), at: date.place.block)
    } else if let date = ownSignature?.date {
      state(.documentDate, .scalar(date.value.iso), at: date.place)
    } else if let note = paper.roles.firstIndex(of: .titleNote), let day = firstDay(in: text.text(note)) {
      propose(.documentDate, .scalar(day.iso), from: text.text(note), at: note)
    } else if let printed = paper.printedOn {
      ask(
        "成文日期没有写，只有印发日期 \(printed.value.iso)", rule: "signature-date", cures: ["对照原件，写上 documentDate"],
        at: [printed.place.block], field: "documentDate")
    }
    if let printed = paper.printedOn, let made = day(.documentDate), printed.value < made {
      ask(
        "印发日期 \(printed.value.iso) 早于成文日期 \(made.iso)", rule: "printed-date", cures: ["对照原件，核对两个日期"],
        at: [printed.place.block])
    }
  }

  private func firstDay(in words: String) -> CalendarDate? {
    var words = words
    return words.withUTF8 { bytes in
      bytes.indices.lazy.filter { bytes[$0] & 0xC0 != 0x80 }.compactMap { WrittenDate(bytes, at: $0)?.day }.first
    }
  }

  mutating func readValidity() {
    readStart()
    readStaged()
    readTerm()
  }

  /// The day is certain if the text names it, and names no other; what counts from 印发 or 公布 is certain only if that day is.
  private mutating func readStart() {
    let stated = paper.commencements.filter(\.value.articles.isEmpty)
    guard let last = stated.last else { return }
    let days = stated.map { ($0, certainDay($0.value.start, $0.value.words)) }
    let known = Set(days.compactMap(\.1))
    let sentence = text.sentence(at: last.place)
    if known.count == 1, let day = known.first, let fact = days.last(where: { $0.1 == day }) {
      state(.effectiveOn, .scalar(day.iso), at: fact.0.place)
    } else if known.count > 1 {
      let list = known.sorted().map(\.iso)
      ask(
        "正文写明的施行日期不止一个：\(list.joined(separator: "、"))", rule: "start-text", cures: ["核对后写上 effectiveOn（施行日期）"],
        at: stated.map(\.place.block), field: "effectiveOn")
      days.last.flatMap(\.1).map { propose(.effectiveOn, .scalar($0.iso), from: sentence, at: last.place.block) }
    } else if let day = likelyDay(last.value.start) {
      propose(.effectiveOn, .scalar(day.iso), from: sentence, at: last.place.block)
      ask(
        "正文写明\(last.value.words)，\(Self.event(last.value.start))是哪一天要核对：成文日期起算是 \(day.iso)", rule: "start-text",
        cures: ["核对后写上 effectiveOn（施行日期）"], at: [last.place.block], field: "effectiveOn")
    } else {
      ask(
        "正文写明\(last.value.words)，从哪一天起算原件没有写，有效性无从计算", rule: "start-text",
        cures: ["核对后写上 effectiveOn（施行日期）"], at: [last.place.block], field: "effectiveOn")
    }
  }

  private static func event(_ start: StatedCommencement.Start) -> String {
    if case .event(.published, _) = start { return "公布" }
    return "印发"
  }

  /// The day, if the paper itself says which one it is.
  private func certainDay(_ start: StatedCommencement.Start, _ words: String) -> CalendarDate? {
    switch start {
    case .day(let day): return day
    case .event(.published, _): return nil
    case .event(.made, let count):
      guard let made = day(.documentDate) else { return nil }
      let isSigned = ["成文", "签发", "签署"].contains(where: words.contains)
      // 印发 on the day of signature, as the imprint says.
      return isSigned || paper.printedOn?.value == made ? made.adding(days: count) : nil
    }
  }

  private func likelyDay(_ start: StatedCommencement.Start) -> CalendarDate? {
    guard case .event(_, let count) = start else { return nil }
    return day(.documentDate)?.adding(days: count)
  }

  private mutating func readStaged() {
    let staged = paper.commencements.filter { !$0.value.articles.isEmpty }
    let members = staged.compactMap { stated -> FrontMatterValue? in
      guard case .day(let day) = stated.value.start else { return nil }
      return .map([
        .init("articles", .list(stated.value.articles.map(FrontMatterValue.scalar))), .init("on", .scalar(day.iso)),
      ])
    }
    guard let first = staged.first, !members.isEmpty else { return }
    state(.commences, .list(members), at: first.place)
  }

  /// 有效期5年 stays a length, so that the page computes its last day; it needs its first day.
  private mutating func readTerm() {
    guard let last = paper.terms.last else { return }
    if Set(paper.terms.map { String(describing: $0.value.end) }).count > 1 {
      ask(
        "正文写明的有效期不止一个：\(paper.terms.map { text.text(at: $0.place) }.joined(separator: "、"))", rule: "term-text",
        cures: ["核对后写上 expiresOn（有效期至）或者 term（有效期）"], at: paper.terms.map(\.place.block))
      return
    }
    if let from = last.value.from, facts["effectiveOn"] == nil {
      facts.entries.removeAll { $0.key == CommonField.effectiveOn.rawValue }
      state(.effectiveOn, .scalar(from.iso), at: last.place)
    }
    switch last.value.end {
    case .day(let day): state(.expiresOn, .scalar(day.iso), at: last.place)
    case .duration(let duration, let words):
      if duration.months == nil || facts["effectiveOn"] != nil {
        state(.term, .scalar(words), at: last.place)
      } else {
        propose(.term, .scalar(words), from: text.sentence(at: last.place), at: last.place.block)
        ask(
          "正文写明有效期\(words)，没有写从哪一天起算", rule: "term-start", cures: ["写上 effectiveOn（施行日期）和 term: \(words)"],
          at: [last.place.block], field: "effectiveOn")
      }
    }
  }

  /// The year of the number, and those of the numbers that are cited.
  mutating func checkYears() {
    guard let made = day(.documentDate) else { return }
    let lines = ownSignature?.date.map { [$0.place.block] } ?? []
    if case .scalar(let words)? = facts["documentNumber"], let year = DocumentNumber(words).year, year != made.year {
      ask(
        "发文字号的年份 \(year) 与成文日期 \(made.iso) 不是同一年", rule: "number-year", cures: ["核对文号和成文日期，改正写错的一个"],
        at: (paper.number.map { [$0.place.block] } ?? []) + lines)
    }
    if let cited = paper.citedYears.first(where: { $0.value > made.year }) {
      ask(
        "引用的文号是 \(cited.value) 年的，晚于成文日期 \(made.iso)", rule: "cited-year",
        cures: ["对照原件，核对成文日期和引用的文号；正文是后来修改过的文本的，写 checked（已核对）"], at: [cited.place.block] + lines)
    }
  }
}
