/// How much a comparison may cost: steps of the search for differences. What it cannot pay for is shown as changed from
/// beginning to end.
package struct ComparisonBudget: Sendable {
  private var steps: Int
  /// Differences of one paragraph; more is a new paragraph. The memory for the search grows with its square.
  static let longestEdit = 1024

  /// - Parameter steps: 100 million take a second or two.
  package init(steps: Int = 100_000_000) { self.steps = steps }

  mutating func spend(_ count: Int) -> Bool {
    steps -= count
    return steps > 0
  }

  /// Whether nothing is left.
  var isSpent: Bool { steps <= 0 }
}
