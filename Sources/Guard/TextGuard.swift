package import Base

/// Looks at every text that would be published for what must not go out: personal data, marks of secrecy, wrong words.
///
/// One pass over the bytes: most characters are ruled out by a bit, so that dictionaries of any length cost the same.
package struct TextGuard: Sendable {
  let words: WordTree
  let allowed: AllowedValues

  /// Memberwise: the words to look for and the personal data that may stand in the open.
  package init(words: [WordList] = [], allowed: AllowedValues = AllowedValues()) {
    self.words = WordTree(words)
    self.allowed = allowed
  }

  private init(_ words: WordTree, _ allowed: AllowedValues) { (self.words, self.allowed) = (words, allowed) }

  /// The same words, with other personal data that may stand in the open.
  package func allowing(_ allowed: AllowedValues) -> TextGuard { TextGuard(words, allowed) }

  /// What should not go out, in the order of the text.
  ///
  /// - Parameters:
  ///   - text: UTF-8, as a reader sees it, or as an author wrote it.
  ///   - made: The day of the text, for words that are wrong from some day on; nil if it is not known, then those pass.
  ///   - level: That of the office, for words that only its superiors use; nil if it is not known, then those pass.
  /// - Complexity: O(count); a few nanoseconds for a character.
  package func sightings(in text: Bytes, _ sort: TextSort, made: CalendarDate?, level: AdministrativeLevel? = nil)
    -> [Sighting]
  {
    var pass = TextPass(text, sort, made: made, level: level, by: self)
    pass.run()
    return pass.sightings
  }

  /// What should not go out of a text.
  package func sightings(in text: String, _ sort: TextSort, made: CalendarDate?, level: AdministrativeLevel? = nil)
    -> [Sighting]
  {
    var text = text
    return text.withUTF8 { sightings(in: $0, sort, made: made, level: level) }
  }
}
