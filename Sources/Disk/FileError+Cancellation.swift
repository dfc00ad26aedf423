import Glibc

extension FileError {
  /// The error of an operation that was skipped because its task was cancelled.
  package static func cancelled(_ path: String) -> FileError { FileError("写入", path, code: ECANCELED) }

  /// Whether the task was cancelled, rather than anything having failed.
  package var isCancellation: Bool { code == ECANCELED }
}
