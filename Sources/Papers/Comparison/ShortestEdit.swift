/// What differs between two lists of tokens: the tokens of both between the stretches that are equal.
struct Edit: Equatable {
  var old: Range<Int>
  var new: Range<Int>
}

/// The fewest tokens to delete and insert (Myers 1986), in ascending order; nil if that is beyond the budget.
///
/// - Complexity: O((n + m) d) steps and O(d²) numbers, d being the number of tokens deleted or inserted.
func shortestEdit(_ a: ArraySlice<UInt64>, _ b: ArraySlice<UInt64>, _ budget: inout ComparisonBudget) -> [Edit]? {
  let limit = min(a.count + b.count, ComparisonBudget.longestEdit)
  // The furthest position in `a` on each diagonal, for all numbers of changes so far.
  var history: [[Int32]] = []
  var furthest = [Int32](repeating: 0, count: 2 * limit + 3)
  let (start, other) = (a.startIndex, b.startIndex)
  for changes in 0...limit {
    var steps = changes + 1
    for diagonal in stride(from: -changes, through: changes, by: 2) {
      let index = limit + 1 + diagonal
      var x: Int
      if diagonal == -changes || diagonal != changes && furthest[index - 1] < furthest[index + 1] {
        x = Int(furthest[index + 1])
      } else {
        x = Int(furthest[index - 1]) + 1
      }
      let from = x
      while x < a.count, x - diagonal < b.count, a[start + x] == b[other + x - diagonal] { x += 1 }
      steps += x - from
      furthest[index] = Int32(x)
      if x >= a.count, x - diagonal >= b.count {
        history.append(Array(furthest[limit + 1 - changes...limit + 1 + changes]))
        return edits(history, a.count, b.count)
      }
    }
    guard budget.spend(steps) else { return nil }
    history.append(Array(furthest[limit + 1 - changes...limit + 1 + changes]))
  }
  return nil
}

/// Walks back from the end through the furthest positions.
private func edits(_ history: [[Int32]], _ oldCount: Int, _ newCount: Int) -> [Edit] {
  var edits: [Edit] = []
  var (x, y) = (oldCount, newCount)
  for changes in stride(from: history.count - 1, to: 0, by: -1) {
    // The diagonal d of step n stands at d + n.
    let before = history[changes - 1]
    func reached(_ diagonal: Int) -> Int {
      let index = diagonal + changes - 1
      return before.indices.contains(index) ? Int(before[index]) : -1
    }
    let diagonal = x - y
    let isInsertion = diagonal == -changes || diagonal != changes && reached(diagonal - 1) < reached(diagonal + 1)
    let fromX = isInsertion ? reached(diagonal + 1) : reached(diagonal - 1)
    let fromY = fromX - (isInsertion ? diagonal + 1 : diagonal - 1)
    let edit = Edit(
      old: isInsertion ? fromX..<fromX : fromX..<fromX + 1, new: isInsertion ? fromY..<fromY + 1 : fromY..<fromY)
    if let next = edits.last, next.old.lowerBound == edit.old.upperBound, next.new.lowerBound == edit.new.upperBound {
      edits[edits.count - 1] = Edit(
        old: edit.old.lowerBound..<next.old.upperBound, new: edit.new.lowerBound..<next.new.upperBound)
    } else {
      edits.append(edit)
    }
    (x, y) = (fromX, fromY)
  }
  return edits.reversed()
}
