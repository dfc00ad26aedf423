import Glibc

extension FileError {
  /// Work on a path that was not done because its task was cancelled.
  package static func cancelled(_ path: String) -> FileError { FileError("写入", path, code: ECANCELED) }

  /// Whether the task was cancelled, so that nothing is wrong with the disk.
  package var isCancellation: Bool { code == ECANCELED }
}
