import Disk
import Glibc
import Publishing
import SiteBuild

/// The exit status of the program (docs/operations.md). The only place where a status is decided.
enum ProgramStatus: Sendable, Hashable {
  /// 0: no errors; there may be warnings.
  case success
  /// 1: findings of severity error, or a release that does not match its manifest.
  case findings
  /// 64, `EX_USAGE`: wrong arguments.
  case usage
  /// 74, `EX_IOERR`: disk or permission.
  case disk
  /// 75, `EX_TEMPFAIL`: another build is running.
  case busy
  /// Ended by a signal, after cleaning up.
  case interrupted(signal: Int32)

  /// The number for the shell.
  var code: Int32 {
    switch self {
    case .success: 0
    case .findings: 1
    case .usage: 64
    case .disk: 74
    case .busy: 75
    case .interrupted(let signal): 128 + signal
    }
  }
}

/// Ends the process. After a signal it dies of that signal, so that a shell or systemd sees what happened.
func exit(with status: ProgramStatus) -> Never {
  if case .interrupted(let number) = status {
    signal(number, SIG_DFL)
    // Threads of a pool have all signals blocked.
    var own = sigset_t()
    sigemptyset(&own)
    sigaddset(&own, number)
    pthread_sigmask(SIG_UNBLOCK, &own, nil)
    raise(number)
  }
  exit(status.code)
}

/// The message for one of our errors, with its exit status.
struct Failure {
  let status: ProgramStatus
  let message: String

  /// Nil for argument errors, whose messages come from the parser.
  init?(_ error: any Error) {
    switch error {
    case let error as FileError: (status, message) = (.disk, "错误：" + error.message)
    case let error as PublishingError: (status, message) = (Self.status(error), "错误：" + Self.message(error))
    case let error as BuildError: (status, message) = (Self.status(error), "错误：" + error.message)
    case let error as Interruption.Interrupted:
      (status, message) = (.interrupted(signal: error.signal), Interruption.unchanged)
    default: return nil
    }
  }

  private static func status(_ error: PublishingError) -> ProgramStatus {
    switch error {
    case .locked: .busy
    case .noSuchRelease: .usage
    case .noRelease, .damaged: .findings
    case .file, .unknownFiles, .mountPoint, .cancelled: .disk
    }
  }

  private static func status(_ error: BuildError) -> ProgramStatus {
    switch error {
    case .outputInsideContent: .disk
    case .unknownTimeZone, .searchSelfTest: .findings
    }
  }

  private static func message(_ error: PublishingError) -> String {
    guard case .locked(let holder) = error else { return error.message }
    let process = holder.process.map { "进程号 \($0)，" } ?? ""
    return "另一个生成任务正在运行（\(process)开始于 \(SystemClock.localMinute(holder.since))），请等它结束后再试"
  }
}
