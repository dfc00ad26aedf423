import Base

/// What was done to a line.
package enum LineChange: String, Sendable, Hashable, CaseIterable {
  /// There was no document.
  case added
  case changed
  /// It was taken down; the line says since when and why.
  case withdrawn
  /// It is not in the library any more, and nothing says why.
  case removed
}

/// Lines that lead from an earlier `documents.jsonl` to a later one, in the order of their ids.
///
/// A line is the later one with `"change"` before its first member, so that to apply it is to cut that out again.
package struct Changes: Sendable {
  package static let fileName = "changes.jsonl"

  /// A line that differs.
  package struct Item: Sendable, Hashable {
    package let change: LineChange
    package let id: String
    /// The later line; of one that is gone, type, id and address of the earlier one.
    package let line: [UInt8]
  }

  package let items: [Item]

  /// Compares two sets of lines.
  ///
  /// - Parameters:
  ///   - before: The earlier file.
  ///   - later: The later lines, each without its line feed.
  /// - Returns: Nil if the earlier file is none of ours.
  package init?(since before: [UInt8], later: [[UInt8]]) {
    var earlier: [String: ArraySlice<UInt8>] = [:]
    for line in before.split(separator: 0x0A) {
      guard let id = LineHead(line)?.id else { return nil }
      earlier[id] = line
    }
    var items: [Item] = []
    for line in later {
      guard let head = LineHead(line[...]) else { return nil }
      let old = earlier.removeValue(forKey: head.id)
      if let old, old.elementsEqual(line) { continue }
      let change: LineChange =
        head.isTombstone ? .withdrawn : old.flatMap { LineHead($0) }.map { !$0.isTombstone } == true ? .changed : .added
      items.append(Item(change: change, id: head.id, line: line))
    }
    for (id, line) in earlier {
      items.append(Item(change: .removed, id: id, line: LineHead.remains(of: line)))
    }
    self.items = items.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// The line of an item as it stands in the file, without its line feed.
  static func written(_ item: Item) -> [UInt8] {
    Array("{\"change\":\"\(item.change.rawValue)\",".utf8) + item.line.dropFirst()
  }

  /// The number of items of each sort.
  package func count(_ change: LineChange) -> Int { items.count { $0.change == change } }
}
