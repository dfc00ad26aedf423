package import Base
package import Documents

/// Where a document stands in its review: what its front matter says, and what the desk's log knows of it.
///
/// The record in front matter says who and when, and its contract has no room for what they looked at. The log keeps the fingerprint
/// of that. So a step that was passed at the desk is outdated as soon as text, facts or files are others; of one that was written by
/// hand nobody knows.
package struct ReviewStanding: Sendable {
  package let steps: [Step]
  /// The last time that the document was sent back, if nobody has passed a step since.
  package let returned: DeskLog.Entry?
  private let record: ReviewRecord

  /// One step.
  package struct Step: Sendable, Hashable {
    package let step: ReviewStep
    package let state: State
    /// Who passed it, and when; also if that counts no more.
    package let pass: ReviewRecord.Pass?
  }

  /// What is to be said of a step.
  package enum State: String, Sendable, Hashable, CaseIterable {
    case open, passed
    /// Written into the file by hand: the desk does not know what they looked at.
    case unseen
    /// The document was changed after it.
    case outdated
    /// The document was sent back after it.
    case returned

    /// Whether the next step may rely on it.
    package var counts: Bool { self == .passed || self == .unseen }
  }

  /// - Parameters:
  ///   - log: Of the document's file, the oldest first.
  ///   - fingerprint: Of the document as it is now.
  package init(_ record: ReviewRecord, log: [DeskLog.Entry], fingerprint: String) {
    self.record = record
    let done = Self.finished(log)
    let start = done.lastIndex { $0.deed == .returned }
    let since = start.map { done[($0 + 1)...] } ?? done[...]
    returned = since.contains { $0.deed == .passed } ? nil : start.map { done[$0] }
    steps = ReviewStep.allCases.map { step in
      let written = record.passes[step]
      let last = since.last { $0.passes(step) }
      // An entry that wrote no file tells of a look at what is public: it stands beside the record.
      let isBeside = last.map { $0.after == nil } ?? false
      if !isBeside {
        guard let written else { return Step(step: step, state: .open, pass: nil) }
        guard done.contains(where: { $0.passes(step) && $0.user == written.by }) else {
          return Step(step: step, state: start == nil ? .unseen : .returned, pass: written)
        }
      }
      guard let last else { return Step(step: step, state: .returned, pass: written) }
      return Step(
        step: step, state: last.review?.fingerprint == fingerprint ? .passed : .outdated,
        pass: Self.pass(last) ?? written)
    }
  }

  /// The entries without those that came to nothing.
  private static func finished(_ log: [DeskLog.Entry]) -> [DeskLog.Entry] {
    var done: [DeskLog.Entry] = []
    for entry in log {
      if entry.deed == .failed { _ = done.popLast() } else { done.append(entry) }
    }
    return done
  }

  private static func pass(_ entry: DeskLog.Entry) -> ReviewRecord.Pass? {
    guard let by = entry.user, let on = try? CalendarDate.parse(String(entry.time.prefix(10))).get() else { return nil }
    return ReviewRecord.Pass(by: by, on: on)
  }

  package subscript(step: ReviewStep) -> Step? { steps.first { $0.step == step } }

  /// Whether all steps count.
  package var isComplete: Bool { steps.allSatisfy(\.state.counts) }

  /// Whether a step that was passed has to be passed again.
  package var isOutdated: Bool { steps.contains { [.outdated, .returned].contains($0.state) } }

  /// The steps that can be passed now: the next reading, and the review for secrecy, which waits for nobody.
  package var next: [ReviewStep] {
    let readings = steps.filter { $0.step != .secrecy }
    return [readings.first { !$0.state.counts }?.step, self[.secrecy]?.state.counts == false ? .secrecy : nil]
      .compactMap(\.self)
  }
}

extension ReviewStanding {
  /// Why a step cannot be passed.
  package enum Refusal: Error, Sendable, Hashable {
    case done(ReviewStep)
    case order(ReviewStep, after: ReviewStep)
    case person(PersonName, ReviewStep)
    /// The record would say that the review came after the publication.
    case published(CalendarDate)

    /// For a clerk, with what to do.
    package var message: String {
      switch self {
      case .done(let step): "\(step.rawValue)已经通过"
      case .order(let step, let earlier): "\(step.rawValue)要在\(earlier.rawValue)以后，先做\(earlier.rawValue)"
      case .person(let name, let step): "\(name.text)已经做了\(step.rawValue)，三审应由三个人做；请换一个人"
      case .published(let day): "发布日期 \(day.iso) 已经过了，应先审查、后公开；先推迟发布日期，再审核"
      }
    }
  }

  /// The record after somebody has passed a step: what counts stays, what does not is gone.
  ///
  /// The record says who looked before the document went public. A later look at a changed text is in the log alone, because no
  /// review after the publication can stand in it.
  ///
  /// - Parameters:
  ///   - published: The day of publication.
  ///   - isDraft: Whether it is not public on that day all the same.
  ///   - isAsked: Whether the site asks for a review of this document.
  /// - Returns: Nil when the record stays as it is.
  package func passing(
    _ step: ReviewStep, by name: PersonName, on day: CalendarDate, published: CalendarDate?, isDraft: Bool,
    isAsked: Bool
  ) throws(Refusal) -> ReviewRecord? {
    if self[step]?.state.counts == true { throw .done(step) }
    if step != .secrecy {
      for earlier in steps.filter({ $0.step != .secrecy }) {
        if earlier.step == step { break }
        if !earlier.state.counts { throw .order(step, after: earlier.step) }
      }
      for other in steps where other.step != .secrecy && other.state.counts {
        if other.pass?.by.isSamePerson(as: name) == true { throw .person(name, other.step) }
      }
    }
    if let published, published < day {
      if isAsked, isDraft || record.passes[step] == nil { throw .published(published) }
      if !isDraft { return nil }
    }
    var passes: [ReviewStep: ReviewRecord.Pass] = [:]
    for known in steps where known.state.counts { passes[known.step] = known.pass }
    passes[step] = ReviewRecord.Pass(by: name.text, on: day)
    return ReviewRecord(passes)
  }
}

extension DeskLog.Entry {
  fileprivate func passes(_ step: ReviewStep) -> Bool { deed == .passed && review?.step == step }
}

extension String {
  /// Whether two names differ in blanks at most: 李 某 is 李某.
  fileprivate func isSamePerson(as name: PersonName) -> Bool {
    filter { !$0.isWhitespace } == name.text.filter { !$0.isWhitespace }
  }
}

extension ReviewRecord {
  /// As front matter has it; nil when nobody has passed a step.
  package var frontMatter: FrontMatterValue? {
    let members = ReviewStep.allCases.compactMap { step in
      passes[step].map { pass in
        FrontMatterValue.Member(
          step.rawValue, .map([.init("by", .scalar(pass.by)), .init("on", .scalar(pass.on.iso))]))
      }
    }
    return members.isEmpty ? nil : .map(members)
  }
}
