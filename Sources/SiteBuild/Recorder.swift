import Base
import Disk
import Publishing

/// Keeps the record of an output folder while its lock is held. A record that cannot be written stops no build.
struct Recorder {
  /// As it was before this build.
  let last: BuildRecord
  private let output: OutputFolder
  /// Seconds since 1970.
  private let moment: Int

  init(_ output: OutputFolder, at moment: Int) {
    self.output = output
    self.moment = moment
    last = BuildRecord(of: output) ?? BuildRecord()
  }

  /// Records a build that came to its end.
  func record(_ outcome: BuildOutcome, timeZone: String) {
    var record = last
    record.timeZone = timeZone
    if let success = BuildRecord.Success(outcome, at: moment) {
      record.success = success
      record.failure = nil
    } else {
      record.failure = BuildRecord.Failure(at: moment, reason: "\(outcome.check.count(.error)) 个错误")
    }
    store(record)
  }

  /// Records why a build threw; an interruption is no failure.
  func record(_ error: any Error) {
    let reason: String? =
      switch error {
      case PublishingError.cancelled: nil
      case let error as FileError: error.isCancellation ? nil : error.message
      case let error as PublishingError: error.message
      case let error as BuildError: error.message
      default: nil
      }
    guard let reason else { return }
    var record = last
    record.failure = BuildRecord.Failure(at: moment, reason: reason)
    store(record)
  }

  /// Forgets a failure whose sentence may name a file.
  func forgetFailure() {
    var record = last
    record.failure = nil
    store(record)
  }

  private func store(_ record: BuildRecord) { try? output.store(record.bytes, as: .record) }
}
