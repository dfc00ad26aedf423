/// The gram lists of a range of documents: the result of one task.
package struct GramPart: Sendable {
  /// A document is stored as its offset from the first, in 13 bits.
  static let mostDocuments = 1 << 13

  /// Number of the first document.
  let first: Int
  /// Grams of one, two, three and four characters.
  let lists: [GramLists]

  /// - Parameter count: the number of documents.
  init(first: Int, _ count: Int, _ long: LongGrams, tokens: (Int) -> DocumentTokens) {
    var text = GramText(averageLength: long.averageLength)
    for number in first..<first + count { text.add(tokens(number)) }
    var sorter = GramSorter()
    let (singles, pairs) = sorter.firstsAndPairs(text) { UInt64($0) << 32 }
    text.replace(by: RankTable(long.pairs))
    let triples = sorter.pairs(text) { long.characters(ofTriple: $0) }
    text.replace(by: RankTable(long.triples))
    let fours = sorter.pairs(text) { long.characters(ofFour: $0) }
    self.first = first
    lists = [singles, pairs, triples, fours]
  }
}
