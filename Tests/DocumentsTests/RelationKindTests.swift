import Documents
import Testing

@Suite struct RelationKindTests {
  @Test func `every row of the table names its own word and has words of its own`() {
    for kind in RelationKind.allCases {
      #expect(kind.field.rawValue == kind.rawValue)
      #expect(kind.isAct ? kind.words.event != nil && kind.words.partialEvent != nil : !kind.endsTarget, "\(kind)")
    }
    for texts in [
      RelationKind.allCases.map(\.inverseName), RelationKind.allCases.map(\.words.heading),
      RelationKind.allCases.map(\.words.inverseHeading), RelationKind.allCases.map(\.words.verb),
    ] {
      #expect(Set(texts).count == RelationKind.allCases.count, "\(texts)")
    }
  }

  @Test func `acts come before the other relations, and four of them end their target`() {
    #expect(RelationKind.allCases.filter(\.endsTarget) == [.repeals, .replaces, .annuls, .terminates])
    #expect(RelationKind.allCases.filter(\.isAct) == Array(RelationKind.allCases.prefix(7)))
  }
}
