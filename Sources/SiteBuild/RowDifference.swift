import Resolution
import Base

/// The rows that differ between two versions of `data/documents.jsonl`; equal rows are not even parsed.
struct RowDifference {
  /// The members of a row that matter here.
  struct Row {
    let id: String
    let url: String
    let kind: String
    let title: String
    let documentNumber: String?
    let state: State?
    let fingerprint: String?
    /// Every member, by name.
    fileprivate let members: [String: JSONValue]

    /// Nil when the line is not a valid row.
    init?(_ line: ArraySlice<UInt8>) {
      guard case .object(let members)? = JSONValue(json: Array(line)) else { return nil }
      let row = Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
      guard let id = row["id"]?.text else { return nil }
      self.members = row
      self.id = id
      url = row["url"]?.text ?? ""
      kind = row["kind"]?.text ?? ""
      title = row["title"]?.text ?? id
      documentNumber = row["documentNumber"]?.text
      state = row["validity"]?["state"]?.text.flatMap(State.init(rawValue:))
      fingerprint = row["fingerprint"]?.text
    }

    /// Whether a member differs that the older row has: what an older version of the program did not write is no news.
    fileprivate func differs(from old: Row) -> Bool { old.members.contains { members[$0.key] != $0.value } }
  }

  /// By id.
  private(set) var added: [Row] = []
  private(set) var removed: [Row] = []
  private(set) var changed: [(old: Row, new: Row)] = []

  /// - Complexity: O(n) in bytes; only lines that differ are parsed.
  init(old: [UInt8], new: [UInt8]) {
    if old == new { return }
    let (before, after) = (old.split(separator: 0x0A), new.split(separator: 0x0A))
    let (known, kept) = (Set(before), Set(after))
    let outdated = before.filter { !kept.contains($0) }.compactMap(Row.init)
    var rest = Dictionary(outdated.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for row in after.filter({ !known.contains($0) }).compactMap(Row.init) {
      guard let old = rest.removeValue(forKey: row.id) else {
        added.append(row)
        continue
      }
      if row.differs(from: old) { changed.append((old, row)) }
    }
    removed = rest.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }
}
