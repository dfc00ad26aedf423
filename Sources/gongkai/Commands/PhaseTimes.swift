import SiteBuild
import Synchronization

/// How long each phase of a build takes, told from the moments at which the next one reports.
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

  /// Begins with the first phase; `now` is a clock that nobody can set.
  init(now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }) {
    self.now = now
    state = Mutex(State(since: now()))
  }

  /// Takes note of the phase that a build is in.
  func note(_ progress: BuildProgress) {
    state.withLock { state in
      if progress.phase != state.phase { state.go(to: progress.phase, at: now()) }
    }
  }

  /// Milliseconds of every phase until now, in their order; 0 for one that was not reached.
  var milliseconds: [(phase: BuildProgress.Phase, count: Int)] {
    state.withLock { state in
      state.go(to: state.phase, at: now())
      return BuildProgress.Phase.allCases.map { ($0, Int((state.spent[$0] ?? .zero) / .milliseconds(1))) }
    }
  }
}
