import Base
import Guard

extension TextGuard {
  /// The rules and the words found, as `rule: word`.
  func found(_ text: String, _ sort: TextSort = .prose, made: CalendarDate? = nil) -> [String] {
    let bytes = Array(text.utf8)
    return sightings(in: text, sort, made: made).map { sighting in
      "\(sighting.rule): \(String(decoding: bytes[sighting.range], as: UTF8.self))"
    }
  }
}
