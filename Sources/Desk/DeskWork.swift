import Base
import SiteBuild
import Synchronization

/// The long work of the desk, one piece at a time: it runs beside the server, and every open page hears how far it is.
final class DeskWork: Sendable {
  private let events: EventHub
  private let state = Mutex(State())

  /// A piece of work, the last one that was begun.
  struct Piece: Sendable {
    let number: Int
    let task: DeskTask
    let user: String?
    var progress: BuildProgress?
    /// Nil while it goes on.
    var result: JSONValue?
  }

  private struct State {
    var piece: Piece?
    var lastSent: ContinuousClock.Instant?
  }

  /// Between two events.
  private static let pause = Duration.milliseconds(100)

  init(_ events: EventHub) { self.events = events }

  /// The last piece of work; nil if there was none.
  var piece: Piece? { state.withLock(\.piece) }

  /// Begins a piece of work unless another goes on.
  ///
  /// - Parameter work: Gets what is to be told of its progress, never concurrently; what it returns is for the page.
  /// - Returns: What goes on instead; nil if it was begun.
  func begin(
    _ task: DeskTask, by user: String?,
    _ work: @escaping @Sendable (@escaping @Sendable (BuildProgress) -> Void) async -> JSONValue
  ) -> Piece? {
    let busy = state.withLock { state -> Piece? in
      if let piece = state.piece, piece.result == nil { return piece }
      state.piece = Piece(number: (state.piece?.number ?? 0) + 1, task: task, user: user)
      return nil
    }
    if let busy { return busy }
    tell()
    Task(executorPreference: Workshop.shared) {
      let result = await work { self.show($0) }
      self.state.withLock { $0.piece?.result = result }
      self.tell()
    }
    return nil
  }

  private func show(_ progress: BuildProgress) {
    let isDue = state.withLock { state -> Bool in
      let isNewPhase = state.piece?.progress?.phase != progress.phase
      state.piece?.progress = progress
      let now = ContinuousClock.now
      guard isNewPhase || state.lastSent.map({ now - $0 >= Self.pause }) ?? true else { return false }
      state.lastSent = now
      return true
    }
    if isDue { tell() }
  }

  private func tell() {
    guard let piece else { return }
    events.send("work", String(decoding: piece.json(withResult: false).compact, as: UTF8.self))
  }
}

/// What takes long.
enum DeskTask: String, Sendable, Hashable, CaseIterable {
  case check, inspect, preview, publish, rollback

  /// As in 张三正在发布.
  var label: String {
    switch self {
    case .check: "检查"
    case .inspect: "体检"
    case .preview: "看变化"
    case .publish: "发布"
    case .rollback: "退回上一版"
    }
  }
}

extension DeskWork.Piece {
  /// 李某正在发布，等结束再做
  var busyMessage: String { "\(user ?? "另一个窗口")正在\(task.label)，等结束再做" }

  func json(withResult: Bool) -> JSONValue {
    .object([
      "number": .integer(number), "task": .string(task.rawValue), "label": .string(task.label), "user": .optional(user),
      "isRunning": .boolean(result == nil), "phase": .optional(progress?.phase.label),
      "done": .integer(progress?.done ?? 0), "total": .integer(progress?.total ?? 0),
      "result": withResult ? result ?? .null : .null,
    ])
  }
}
