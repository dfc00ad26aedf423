/// A member's name, with a fingerprint that tells most names apart without comparing their bytes.
package struct MemberName: Sendable, Hashable, ExpressibleByStringLiteral {
  let text: String
  /// Length and last byte.
  private let mark: Int

  init(_ text: String) {
    self.text = text
    mark = text.utf8.count << 8 | Int(text.utf8.last ?? 0)
  }

  /// A name written as a literal in the source.
  package init(stringLiteral text: String) { self.init(text) }

  /// Names are ordered by their bytes first.
  package static func == (a: MemberName, b: MemberName) -> Bool { a.mark == b.mark && a.text == b.text }
}

/// The members of an object: so few that a linear search is faster than hashing.
package struct Members: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  private(set) var items: [Item]

  /// A member.
  struct Item: Sendable, Hashable {
    let name: MemberName
    var view: View
  }

  /// Takes the members that are present; names must be unique.
  init(_ members: some Collection<(key: MemberName, value: View?)>) {
    items = members.compactMap { name, view in view.map { Item(name: name, view: $0) } }
  }

  /// Members from a literal; names must be unique.
  package init(dictionaryLiteral elements: (MemberName, View)...) {
    items = elements.map { Item(name: $0.0, view: $0.1) }
  }

  /// The member with this name.
  subscript(name: MemberName) -> View? {
    items.firstIndex { $0.name == name }.map { items[$0].view }
  }

  /// Adds a member, or replaces the one with that name.
  mutating func set(_ name: MemberName, _ view: View) {
    if let index = items.firstIndex(where: { $0.name == name }) {
      items[index].view = view
    } else {
      items.append(Item(name: name, view: view))
    }
  }
}
