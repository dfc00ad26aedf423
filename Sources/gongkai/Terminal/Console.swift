import Disk
import Glibc

/// The program's output streams, and what each supports.
struct Console: Sendable {
  /// Results: lists, reports, the summary line.
  var out: @Sendable (String) -> Void
  /// Messages and findings of a build.
  var error: @Sendable (String) -> Void
  /// Whether colours may be used on each.
  var isOutColored = false
  var isErrorColored = false
  /// Whether a line on `error` may be redrawn.
  var showsProgress = false

  /// The process's own output. Colours and progress are for terminals only; `NO_COLOR` and `TERM=dumb` are respected.
  static var standard: Console {
    let terminal = environment("TERM")
    let isDumb = terminal == nil || terminal == "dumb"
    let mayColor = !isDumb && (environment("NO_COLOR") ?? "").isEmpty
    return Console(
      out: { write($0, to: STDOUT_FILENO) }, error: { write($0, to: STDERR_FILENO) },
      isOutColored: mayColor && isatty(STDOUT_FILENO) == 1, isErrorColored: mayColor && isatty(STDERR_FILENO) == 1,
      showsProgress: !isDumb && isatty(STDERR_FILENO) == 1)
  }

  private static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Writes a whole text; a failed write (a full disk behind `>`) ends the program as a disk error.
  private static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { SystemCalls.live.write(descriptor, $0) }
      if count < 0 { exit(with: .disk) }
      rest = rest.dropFirst(count)
    }
  }
}
