import SiteBuild
import Synchronization

/// The progress of a build on one line of a terminal; prints nothing elsewhere.
final class ProgressLine: Sendable {
  private let console: Console
  private let isShown: Bool
  private let state = Mutex(State())

  private struct State {
    var lastDrawn: ContinuousClock.Instant?
    var lastPhase: BuildProgress.Phase?
    var isVisible = false
  }

  init(_ console: Console, isQuiet: Bool = false) {
    self.console = console
    isShown = console.showsProgress && !isQuiet
  }

  /// Redraws the line, at most twelve times a second, and at once when a phase begins.
  func show(_ progress: BuildProgress) { draw(Self.text(progress), progress.phase) }

  /// The same for the rows of a list.
  func show(rows done: Int, of total: Int) { draw("导入 \(done)/\(total)", nil) }

  private func draw(_ text: String, _ phase: BuildProgress.Phase?) {
    guard isShown else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      if let last = state.lastDrawn, state.lastPhase == phase, now - last < .milliseconds(80) { return }
      state.lastDrawn = now
      state.lastPhase = phase
      state.isVisible = true
      console.error("\r\u{1B}[K" + text)
    }
  }

  /// Erases the line, before anything else is printed.
  func clear() {
    state.withLock { state in
      if state.isVisible { console.error("\r\u{1B}[K") }
      state.isVisible = false
    }
  }

  static func text(_ progress: BuildProgress) -> String {
    let count = progress.total > 1 ? " \(progress.done)/\(progress.total)" : " …"
    return progress.phase.label + count
  }
}
