package import Base
package import Documents

/// What a policy gives today, or from one of the next days on.
package struct Offer: Sendable {
  package let entry: CorpusEntry
  package let benefit: Benefit
  /// The first day on which it can be had; nil: it can be had on the corpus's day.
  package let from: CalendarDate?
  /// The first day on which it no longer can; nil: no end is known.
  package let until: CalendarDate?

  /// For how many days a page is expected to be right without a new build.
  private static let nights = 14

  /// Nil if its document is not in force on the day, nor soon, or its own last day is over.
  init?(_ benefit: Benefit, of entry: CorpusEntry, on day: CalendarDate) {
    var from: CalendarDate?
    var ends = [benefit.until, entry.document.publicUntil].compactMap { $0?.adding(days: 1) }
    if let history = entry.history {
      let steps = history.steps[history.position(on: day)...]
      guard let first = steps.firstIndex(where: \.state.isInForce) else { return nil }
      if first > steps.startIndex { from = steps[first].from }
      ends += [steps[first...].first { !$0.state.isInForce }?.from].compactMap(\.self)
    }
    let until = ends.min()
    if let from, from > day.adding(days: Self.nights) { return nil }
    if let until, until <= from ?? day { return nil }
    (self.entry, self.benefit, self.from, self.until) = (entry, benefit, from, until)
  }
}

extension Corpus {
  /// Whether a benefit can be had on the corpus's day.
  package func isOffered(_ benefit: Benefit, of entry: CorpusEntry) -> Bool {
    Offer(benefit, of: entry, on: asOf).map { $0.from == nil } ?? false
  }
}

/// What can be had, by the questions of the site.
package struct Offers: Sendable {
  package let questions: [MatcherQuestion]
  /// The newest documents first, then as written.
  package let all: [Offer]

  init(_ shelves: Shelves) {
    let corpus = shelves.corpus
    questions = corpus.site.matcher
    all = shelves.newestFirst.map { corpus.entries[$0] }.flatMap { entry in
      entry.document.benefits.compactMap { Offer($0, of: entry, on: corpus.asOf) }
    }
  }

  /// Those that are for people of whom an answer is true.
  package func of(_ answer: Term) -> [Offer] { all.filter { $0.benefit.who.contains(answer.name) } }
}
