import OfficeFiles

/// What was left out, what stops an import, what to compare. What follows itself at one place is one.
struct WordFindings {
  private(set) var omissions: [Omission] = []
  private(set) var obstacles: [Obstacle] = []
  private(set) var doubts: [Doubt] = []

  mutating func leaveOut(_ kind: Omission.Kind, _ text: String, at place: OfficePlace?) {
    if let last = omissions.last, last.kind == kind, last.place == place, kind != .comment {
      omissions[omissions.count - 1].text += text
    } else {
      omissions.append(Omission(kind, text: text, at: place))
    }
  }

  /// - Parameter goesOn: Whether it is part of the one before if that is at the same place, as hidden text always is.
  mutating func stop(
    _ kind: Obstacle.Kind, _ text: String, author: String? = nil, goesOn: Bool = false, at place: OfficePlace?
  ) {
    if kind == .hiddenText || goesOn, let last = obstacles.last, last.kind == kind, last.place == place {
      obstacles[obstacles.count - 1].text += text
    } else {
      obstacles.append(Obstacle(kind, text: text, author: author, at: place))
    }
  }

  /// Whether a change was the last that was noted, at the same place.
  func hasRevision(at place: OfficePlace) -> Bool {
    obstacles.last.map { $0.kind == .revision && $0.place == place } ?? false
  }

  mutating func doubt(_ kind: Doubt.Kind, _ text: String, at place: OfficePlace?) {
    let joins = [.struckText, .raisedText, .privateCharacters].contains(kind)
    if joins, let last = doubts.last, last.kind == kind, last.place == place {
      doubts[doubts.count - 1].text += text
    } else {
      doubts.append(Doubt(kind, text: text, at: place))
    }
  }

  /// Adds what an object says to what was noted of it.
  mutating func complete(doubt index: Int, with text: String) {
    if !text.isEmpty { doubts[index].text += " " + text }
  }

  /// Adds what was found in another part; of one that is left out as a whole, only what was left out.
  mutating func add(_ others: WordFindings, isLeftOut: Bool) {
    omissions += others.omissions
    if isLeftOut { return }
    obstacles += others.obstacles
    doubts += others.doubts
  }
}
