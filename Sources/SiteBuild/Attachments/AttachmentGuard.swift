import Auditing
import Base
import Guard
import OfficeFiles

/// Shows the guard the text of an attachment, piece by piece.
enum AttachmentGuard {
  /// What it says, one for each kind of thing that it has seen; words are told apart by what it says of them.
  ///
  /// - Parameter made: The day of the text that the file belongs to.
  static func sightings(
    in content: OfficeContent, _ textGuard: TextGuard, made: CalendarDate?
  ) -> [AttachmentSighting] {
    var found: [AttachmentSighting] = []
    var places: [Kind: Int] = [:]
    for piece in content.pieces {
      for sighting in textGuard.sightings(in: piece.text, .value, made: made) {
        let kind = Kind(rule: sighting.rule, words: sighting.isPersonal ? "" : sighting.message)
        if let place = places[kind] {
          found[place].count += 1
        } else {
          places[kind] = found.count
          found.append(
            AttachmentSighting(
              sighting.rule, sighting.severity, sighting.message, cures: sighting.cures, at: piece.place))
        }
      }
    }
    return found + AttachmentTables(content).people
  }

  private struct Kind: Hashable {
    let rule: String
    let words: String
  }
}
