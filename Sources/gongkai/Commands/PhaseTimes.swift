import SiteBuild
import Synchronization

/// The duration of each phase of a build, measured from one phase's first report to the next.
final class PhaseTimes: Sendable {
  private let now: @Sendable () -> ContinuousClock.Instant
  private let state: Mutex<State>

  private struct State {
    var phase = BuildProgress.Phase.loading
    var since: ContinuousClock.Instant
    var spent: [BuildProgress.Phase: Duration] = [:]

    mutating func go(to next: BuildProgress.Phase, at moment: ContinuousClock.Instant) {
      spent[phase, default: .zero] += moment - since
      (phase, since) = (next, moment)
    }
  }

  /// Starts with the first phase; `now` is from a monotonic clock.
  init(now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }) {
    self.now = now
    state = Mutex(State(since: now()))
  }

  /// Records the phase that a build is in.
  func record(_ progress: BuildProgress) {
    state.withLock { state in
      if progress.phase != state.phase { state.go(to: progress.phase, at: now()) }
    }
  }

  /// Milliseconds of every phase of a build until now, in their order; 0 for one that was not reached.
  var milliseconds: [(phase: BuildProgress.Phase, count: Int)] {
    state.withLock { state in
      state.go(to: state.phase, at: now())
      return BuildProgress.Phase.ofBuild.map { ($0, Int((state.spent[$0] ?? .zero) / .milliseconds(1))) }
    }
  }
}
