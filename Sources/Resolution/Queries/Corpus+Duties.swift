package import Base
import Documents

// Obligations that documents do not meet.
extension Corpus {
  /// The day by which the outcome of a consultation that has closed is due.
  package func outcomeDue(of entry: CorpusEntry) -> CalendarDate? {
    guard let state = entry.status?.state, [.closed, .held].contains(state) else { return nil }
    return (entry.document.heldOn ?? entry.document.closesOn)?.adding(days: site.outcomeDays)
  }

  /// The same day, if it has passed.
  package func outcomeOverdue(of entry: CorpusEntry) -> CalendarDate? {
    outcomeDue(of: entry).flatMap { $0 < asOf ? $0 : nil }
  }

  /// The day by which a document was to be updated, if it is overdue.
  package func updateOverdue(of entry: CorpusEntry) -> CalendarDate? {
    updateDue(of: entry).flatMap { $0 < asOf ? $0 : nil }
  }

  /// The day by which a document must be updated. Documents no longer in force are exempt, and so are ledgers whose tasks
  /// are all done.
  func updateDue(of entry: CorpusEntry) -> CalendarDate? {
    let document = entry.document
    guard let due = document.updateEvery.flatMap({ every in document.lastUpdate.map(every.end(after:)) }),
      !(entry.status?.state.isEnded ?? false)
    else { return nil }
    let tasks = document.tables.filter { $0.table.form.lifecycle == .task }.flatMap { statuses(of: $0.table) }
    return !tasks.isEmpty && tasks.allSatisfy { $0.state == .done } ? nil : due
  }

  /// The documents that a document is based on but that are no longer in force.
  package func endedBasis(of entry: CorpusEntry) -> [(relation: Relation, basis: CorpusEntry)] {
    entry.outgoing.compactMap { relation in
      guard relation.kind == .basedOn, case .document(let id) = relation.target, let basis = self[id],
        basis.status?.state.isEnded ?? false
      else { return nil }
      return (relation, basis)
    }
  }

  /// The distinct forms of a document's interpretations.
  package func interpretationForms(of entry: CorpusEntry) -> Set<String> {
    Set(
      entry.incoming.filter { $0.kind == .interprets }.flatMap { relation in
        self[relation.source]?.document.fields[KnownField.interpretationForm.rawValue]?.words ?? []
      })
  }
}

extension CorpusEntry {
  /// How many days after the first of the interpreted documents an interpretation became public; negative if before it.
  /// Calendar days: which days are working days is only known from the yearly holiday notice of the State Council.
  func interpretationDelay(in corpus: Corpus) -> Int? {
    let targets = outgoing.filter { $0.kind == .interprets }.compactMap { relation -> CalendarDate? in
      guard case .document(let id) = relation.target else { return nil }
      return corpus[id]?.document.publishedOn?.day
    }
    guard let own = document.publishedOn?.day, let first = targets.min() else { return nil }
    return own.daysSince1970 - first.daysSince1970
  }
}
