import Base
import Documents

// What a kind has of the one that it extends, and what it says itself.
extension KindReader {
  /// Reports a field whose name another field of the parent has.
  mutating func checkNames(of fields: [Field], against inherited: [Field], places: [String: Range<Int>]) {
    for field in fields {
      guard let other = inherited.first(where: { $0.label == field.label && $0.key != field.key }),
        !fields.contains(where: { $0.key == other.key })
      else { continue }
      file.add(
        "duplicate-field", at: places[field.key], "名称“\(field.label)”已由继承来的字段 \(other.key) 使用",
        cures: ["要改那个字段的，key 写 \(other.key)；另外的字段，换一个名称"])
    }
  }
}

extension Array {
  /// These in place of the inherited ones with the same key, the others after them.
  func added<Key: Hashable>(to inherited: [Element]?, by key: (Element) -> Key) -> [Element] {
    guard let inherited else { return self }
    let own = Dictionary(map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    let known = Set(inherited.map(key))
    return inherited.map { own[key($0)] ?? $0 } + filter { !known.contains(key($0)) }
  }
}

/// The kind files of the program and of a site, and which extends which (`extends`).
struct KindFamily {
  /// Files that could not be read as kinds, by id.
  private(set) var unreadable: Set<String> = []
  private(set) var findings: [Diagnostic] = []
  private let files: [Key: KindReader]
  /// What has been read; nil: it could not be.
  private var read: [Key: LoadedKind?] = [:]

  /// The site's file may have the id of one of the program's: it replaces it, and may extend it.
  private struct Key: Hashable {
    let id: String
    let isOwn: Bool
  }

  /// Takes the files of the program and the site's own.
  init(shared: [KindReader], own: [KindReader]) {
    let all =
      shared.map { (Key(id: $0.id, isOwn: false), $0) } + own.map { (Key(id: $0.id, isOwn: true), $0) }
    files = Dictionary(all, uniquingKeysWith: { first, _ in first })
  }

  /// The kinds by id; the site's own replace those of the program with the same id.
  mutating func kinds() -> [String: LoadedKind] {
    var kinds: [String: LoadedKind] = [:]
    // The program's first.
    for key in files.keys.sorted(by: { ($0.isOwn ? 1 : 0, $0.id) < ($1.isOwn ? 1 : 0, $1.id) }) {
      kinds[key.id] = kind(key, below: [])
      if kinds[key.id] == nil { unreadable.insert(key.id) }
    }
    return kinds
  }

  /// Reads a kind after those that it extends.
  private mutating func kind(_ key: Key, below children: [Key]) -> LoadedKind? {
    if let known = read[key] { return known }
    guard let file = files[key] else { return nil }
    var kind: LoadedKind?
    if let above = parent(of: key, file, children + [key]) {
      if let parent = self.kind(above, below: children + [key]) {
        kind = finish(file, extending: parent.kind)
      } else {
        findings += file.file.findings
      }
    } else if file.parent == nil {
      kind = finish(file, extending: nil)
    }
    read[key] = .some(kind)
    return kind
  }

  private mutating func finish(_ file: KindReader, extending parent: Kind?) -> LoadedKind? {
    let (kind, findings) = file.finished(extending: parent)
    self.findings += findings
    return kind
  }

  /// The file that one extends; nil if it extends none, or one that it cannot, which is reported.
  private mutating func parent(of key: Key, _ file: KindReader, _ path: [Key]) -> Key? {
    guard let word = file.parent else { return nil }
    let own = Key(id: word.text, isOwn: true)
    let above = files[own] != nil && own != key ? own : Key(id: word.text, isOwn: false)
    guard files[above] != nil else {
      let place = file.file.source.location(of: word.place)
      findings +=
        file.file.findings + [
          own == key
            ? Diagnostic("kind-loop", at: place, "类型 \(key.id) 继承自己", cures: ["extends 写另一个类型的 id，或者删去"])
            : Diagnostic(
              "unknown-kind", at: place, "类型“\(word.text)”没有定义，不能继承",
              cures: NearMiss.cure(for: word.text, among: Set(files.keys.map(\.id)).sorted()) + ["写类型文件的名称，不带 .yml"])
        ]
      return nil
    }
    guard let first = path.firstIndex(of: above) else { return above }
    let loop = (path[first...] + [above]).map(\.id).joined(separator: " → ")
    findings +=
      file.file.findings + [
        Diagnostic(
          "kind-loop", at: file.file.source.location(of: word.place), "类型互相继承：\(loop)", cures: ["删去其中一个的 extends"])
      ]
    return nil
  }
}
