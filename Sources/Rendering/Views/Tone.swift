import Resolution

/// How a state looks: the shape, line and colour of its badge. Stylesheet and scripts know only these words, not the
/// states. Three that are easily confused have nothing in common: what is no longer valid (`ended`), what came to its
/// normal end (`over`), and what is late (`late`).
enum Tone: String, CaseIterable {
  /// In force, or open now: green, a full dot.
  case ok
  /// Not yet, or still running: blue, a ring.
  case soon
  /// In force, but not as printed: green on white, half a dot.
  case changed
  /// Came to its normal end: grey, a square.
  case over
  /// Done or answered: white on grey, a full square.
  case settled
  /// Past its day: red on white, a triangle.
  case late
  /// No longer valid: red, a bar.
  case ended
  /// Nobody said: a dashed frame.
  case unknown

  /// Whether the state's first day matters to readers.
  var saysSince: Bool { self == .changed || self == .ended }

  /// The tones whose first day matters, for the script.
  static let dated = allCases.filter(\.saysSince).map(\.rawValue).joined(separator: " ")

  /// The tone of every state, for the script that shows search hits: `inForce ok;amended changed`.
  static let ofStates = State.allCases.map { "\($0.rawValue) \($0.tone.rawValue)" }.joined(separator: ";")
}

extension State {
  /// The look of its badge: the one list of them.
  var tone: Tone {
    switch self {
    case .inForce, .open, .enrolling, .current: .ok
    case .notYetInForce, .upcoming, .pending, .dueSoon: .soon
    case .amended, .partiallyRepealed: .changed
    case .closed, .enrolled, .held, .ended: .over
    case .answered, .reported, .done: .settled
    case .overdue: .late
    case .repealed, .expired, .annulled: .ended
    case .unstated: .unknown
    }
  }
}
