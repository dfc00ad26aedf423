import Base
import Documents
package import Publishing
import Resolution

/// What going back to an earlier release would change for readers.
package struct RollbackPreview: Sendable {
  /// The number of the release.
  package let number: Int
  /// Its day, and when it was written, in seconds since 1970.
  package let asOf: String
  package let writtenAt: Int
  /// Documents that were withdrawn and would be public again.
  package let returning: [PublishedDocument]
  /// Documents that would be public, other than those, and that would no longer be, and whose row would be another.
  package let added: [PublishedDocument]
  package let removed: [PublishedDocument]
  package let changed: [PublishedDocument]

  /// - Parameter number: Nil: the newest that can be restored.
  /// - Throws: ``PublishingError``, for instance when there is none.
  package init(_ output: OutputFolder, to number: Int? = nil) throws(PublishingError) {
    let number = try output.restorable(number)
    let release = try output.releases().first { $0.number == number }
    guard let release, let manifest = release.manifest else { throw .noSuchRelease(number, known: []) }
    let data = "data/documents.jsonl"
    let (now, then) = (try output.file(data, in: nil) ?? [], try output.file(data, in: number) ?? [])
    let difference = RowDifference(old: now, new: then)
    let returning = try Withdrawal(output).comingBack(with: number)
    let known = Set(returning.map(\.id))
    self.number = number
    asOf = manifest.information.asOf
    writtenAt = release.writtenAt
    self.returning = returning
    added = difference.added.map(PublishedDocument.init).filter { !known.contains($0.id) }
    removed = difference.removed.map(PublishedDocument.init)
    changed = difference.changed.map { PublishedDocument($0.new) }
  }
}

extension PublishedDocument {
  fileprivate init(_ row: RowDifference.Row) {
    self.init(id: row.id, url: row.url, title: row.title, fingerprint: row.fingerprint)
  }
}

/// Why an earlier release was not restored: texts that were withdrawn would be public again.
package struct WithdrawnReturn: Error, Sendable {
  package let documents: [PublishedDocument]
}

/// Puts an earlier release back in the place of the one that is out, which is kept.
///
/// - Parameters:
///   - number: Nil: the newest.
///   - evenWithdrawn: Whether withdrawn texts may be public again.
/// - Returns: What is in Output now.
/// - Throws: ``PublishingError``, ``WithdrawnReturn``.
package func rollBackSite(_ path: String, to number: Int? = nil, evenWithdrawn: Bool) throws -> Manifest {
  let output = try OutputFolder(path: path)
  let lock = try OutputLock(output)
  try output.clearLeftovers(under: lock)
  let returning = try Withdrawal(output).comingBack(with: number)
  guard returning.isEmpty || evenWithdrawn else { throw WithdrawnReturn(documents: returning) }
  return try output.rollback(to: number, lock: lock)
}
