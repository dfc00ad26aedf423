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
  /// 74, `EX_IOERR`: disk, permission, or a day that cannot be right.
  case disk
  /// 75, `EX_TEMPFAIL`: another build is running.
  case busy
  /// 0 to 3: what `status` says to a monitoring program.
  case health(Health)
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
    case .health(let health): health.rawValue
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
    case let error as FileError: (status, message) = (.disk, "错误：" + Self.message(error))
    case let error as PublishingError: (status, message) = (Self.status(error), "错误：" + Self.message(error))
    case let error as BuildError: (status, message) = (Self.status(error), "错误：" + error.message)
    case .busy as ImportError: (status, message) = (.busy, "错误：" + ImportError.busy.message)
    case let error as ImportError: (status, message) = (.usage, "错误：" + error.message)
    case let error as ExportError: (status, message) = (.usage, "错误：" + error.message)
    case let error as ForgetError: (status, message) = (.findings, "错误：" + error.message)
    case let error as TemplateError: (status, message) = (.findings, "错误：" + error.message)
    case let error as Interruption.Interrupted:
      (status, message) = (.interrupted(signal: error.signal), Interruption.unchanged)
    default: return nil
    }
  }

  private static func status(_ error: PublishingError) -> ProgramStatus {
    switch error {
    case .locked: .busy
    case .noRelease, .noSuchRelease, .damaged: .findings
    case .file, .unknownFiles, .mountPoint, .cancelled: .disk
    }
  }

  private static func status(_ error: BuildError) -> ProgramStatus {
    switch error {
    case .outputInsideContent, .noTemplates, .dayBeforeRelease, .manyRemoved: .disk
    case .unknownTimeZone, .searchSelfTest, .script: .findings
    case .otherForm: .usage
    }
  }

  private static func message(_ error: PublishingError) -> String {
    if case .file(let error) = error { return message(error) }
    guard case .locked(let holder) = error, let process = holder.process else { return error.message }
    let user = holder.user.map { "用户 \(Account.user($0))，" } ?? ""
    return "另一个生成任务正在运行（进程号 \(process)，\(user)开始于 \(SystemClock.localMinute(holder.since))），"
      + "请等它结束后再试；它若已停住，用 kill \(process) 结束，网站不受影响"
  }

  /// Without permission, whose the file is and what to do.
  private static func message(_ error: FileError) -> String {
    guard [EACCES, EPERM].contains(error.code), let owner = Account.owner(of: error.path) else { return error.message }
    return error.message + "（\(owner)）；请用它的所有者执行（sudo -u 用户 gongkai …），"
      + "或者让同组的用户共用：chmod -R g+rwX、umask 002，见运行维护手册“几个用户”"
  }
}
