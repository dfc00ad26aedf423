import Auditing
import Base
import Guard
import OfficeFiles

/// Shows the guard the text of an attachment, piece by piece, and keeps what it says.
struct AttachmentGuard {
  /// One for each kind of thing that it has seen; words are told apart by what it says of them.
  private(set) var sightings: [AttachmentSighting] = []
  /// Whether the file says of itself that it is not for everybody.
  private(set) var isSecret = false
  /// Where it has seen personal data.
  private var personal: Set<Spot> = []

  /// A part of a file that says something of a person.
  private enum Spot: Hashable {
    case place(OfficePlace)
    case row(AttachmentTables.Owner, Int)
    case table(AttachmentTables.Owner)
  }

  private struct Kind: Hashable {
    let rule: String
    let words: String
  }

  /// - Parameter made: The day of the text that the file belongs to.
  init(_ content: OfficeContent, _ textGuard: TextGuard, made: CalendarDate?) {
    var places: [Kind: Int] = [:]
    for piece in content.pieces {
      for sighting in textGuard.sightings(in: piece.text, .value, made: made) {
        note(sighting.rule, at: piece.place)
        let kind = Kind(rule: sighting.rule, words: sighting.isPersonal ? "" : sighting.message)
        if let place = places[kind] {
          sightings[place].count += 1
        } else {
          places[kind] = sightings.count
          sightings.append(
            AttachmentSighting(
              sighting.rule, sighting.severity, sighting.message, cures: sighting.cures, at: piece.place))
        }
      }
    }
    let people = AttachmentTables(content).people
    sightings += people
    for owner in people.compactMap({ AttachmentTables.Owner($0.place) }) { personal.insert(.table(owner)) }
  }

  /// Whether a piece must not be found: it says something of a person, or stands in the same row.
  func conceals(_ place: OfficePlace) -> Bool {
    if personal.isEmpty { return false }
    guard let owner = AttachmentTables.Owner(place), let row = place.row else {
      return personal.contains(.place(place))
    }
    return personal.contains(.row(owner, row)) || personal.contains(.table(owner))
  }

  private mutating func note(_ rule: String, at place: OfficePlace) {
    if Self.secrecy.contains(rule) { isSecret = true }
    guard rule.hasPrefix("personal-") else { return }
    if let owner = AttachmentTables.Owner(place), let row = place.row {
      personal.insert(.row(owner, row))
    } else {
      personal.insert(.place(place))
    }
  }

  private static let secrecy: Set = ["secrecy-mark", "secrecy-word", "disclosure-note"]
}

extension OfficePlace {
  /// Of a cell.
  var row: Int? {
    switch self {
    case .cell(_, let row, _), .tableCell(_, let row, _): row
    default: nil
    }
  }
}
