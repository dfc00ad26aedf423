import Base
import Documents

// 审核: 初审, 复审, 终审, 保密审查. Nothing of it is kept, so that nothing can be published.
extension DocumentReader {
  private struct Reviewed {
    let step: ReviewStep
    let person: String?
    let day: CalendarDate?
    let place: Range<Int>
  }

  static let stepVocabulary = Vocabulary([("by", "姓名"), ("on", "日期")], required: ["by", "on"])

  /// Checks the review of a document that is or will be public.
  mutating func checkReview(_ document: Document, _ draft: Draft) {
    let asked =
      context.reviews.asks(on: document.publishedOn?.day) && document.disclosure == .proactive && !document.isDraft
    guard let value = draft[.review] else {
      if asked {
        file.add(
          "review-missing", at: draft.place(of: CommonField.review.rawValue), "没有审核记录，site.yml 要求先审查、后公开",
          cures: [
            "写上 review（审核）：" + ReviewStep.allCases.map { "\($0.rawValue): {by: 姓名, on: 日期}" }.joined(separator: "；")
          ])
      }
      return
    }
    let steps = steps(value)
    if asked {
      for step in ReviewStep.allCases where !steps.contains(where: { $0.step == step }) {
        file.add(
          "review-missing", at: value.place, "审核记录缺少\(step.rawValue)", cures: ["写上 \(step.rawValue): {by: 姓名, on: 日期}"])
      }
    }
    checkPeople(steps, isError: asked)
    checkOrder(steps, document, isError: asked)
  }

  private mutating func steps(_ value: YAMLValue) -> [Reviewed] {
    (file.entries(of: value, what: "审核") ?? []).compactMap { entry in
      guard let step = ReviewStep(word: entry.key) else {
        file.reportChoice(entry.key, at: entry.place, "审核的环节", words: ReviewStep.allCases.map(\.rawValue))
        return nil
      }
      guard let entries = file.entries(of: entry.value, what: step.rawValue) else { return nil }
      let draft = Draft(entries, vocabulary: Self.stepVocabulary, file: &file)
      for key in ["by", "on"] where draft[key] == nil {
        file.add(
          "missing-field", at: draft.place(of: key) ?? entry.place, "\(step.rawValue)没有写 \(key)",
          cures: ["写作 {by: 姓名, on: 2026-11-20}"])
      }
      return Reviewed(
        step: step, person: file.text(draft["by"], "\(step.rawValue)的姓名"),
        day: file.date(draft["on"], "\(step.rawValue)的日期"),
        place: entry.place)
    }
  }

  /// The three readings are by three people.
  private mutating func checkPeople(_ steps: [Reviewed], isError: Bool) {
    var seen: [String: Reviewed] = [:]
    for reading in steps where reading.step != .secrecy {
      guard let person = reading.person else { continue }
      if let earlier = seen[person] {
        file.add(
          "review-people", isError ? .error : .warning, at: reading.place,
          "\(reading.step.rawValue)和\(earlier.step.rawValue)是同一个人，三审应由三个人做", cures: ["核对审核记录"],
          related: [(earlier.place, earlier.step.rawValue)])
      } else {
        seen[person] = reading
      }
    }
  }

  /// The readings follow each other, and all is done when the document is published.
  private mutating func checkOrder(_ steps: [Reviewed], _ document: Document, isError: Bool) {
    let severity: Severity = isError ? .error : .warning
    let readings = ReviewStep.allCases.compactMap { step in steps.first { $0.step == step } }
    for (earlier, later) in zip(readings, readings.dropFirst()) where later.step != .secrecy {
      guard let first = earlier.day, let second = later.day, second < first else { continue }
      file.add(
        "review-order", severity, at: later.place, "\(later.step.rawValue)早于\(earlier.step.rawValue)",
        cures: ["核对两个日期"],
        related: [(earlier.place, earlier.step.rawValue)])
    }
    guard let published = document.publishedOn?.day else { return }
    for reading in readings {
      guard let day = reading.day, day > published else { continue }
      file.add(
        "review-order", severity, at: reading.place, "\(reading.step.rawValue)晚于发布日期 \(published.iso)，应先审查、后公开",
        cures: ["核对日期；还没有审完的，推迟发布日期"])
    }
  }
}
