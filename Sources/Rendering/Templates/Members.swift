/// The name of a member, with what tells most names apart without a look at their letters.
package struct MemberName: Sendable, Hashable, ExpressibleByStringLiteral {
  let text: String
  /// Length and last byte.
  private let mark: Int

  init(_ text: String) {
    self.text = text
    mark = text.utf8.count << 8 | Int(text.utf8.last ?? 0)
  }

  /// A name that stands in the source.
  package init(stringLiteral text: String) { self.init(text) }

  /// Names are compared by their bytes first.
  package static func == (a: MemberName, b: MemberName) -> Bool { a.mark == b.mark && a.text == b.text }
}

/// The members of an object: so few that looking through them is cheaper than hashing.
package struct Members: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  private(set) var items: [Item]

  /// A member.
  struct Item: Sendable, Hashable {
    let name: MemberName
    var view: View
  }

  /// Those that are there, each once.
  init(_ members: some Collection<(key: MemberName, value: View?)>) {
    items = members.compactMap { name, view in view.map { Item(name: name, view: $0) } }
  }

  /// Members that stand in the source, each once.
  package init(dictionaryLiteral elements: (MemberName, View)...) {
    items = elements.map { Item(name: $0.0, view: $0.1) }
  }

  /// The member of that name.
  subscript(name: MemberName) -> View? {
    items.firstIndex { $0.name == name }.map { items[$0].view }
  }

  /// Adds a member, or replaces the one of that name.
  mutating func set(_ name: MemberName, _ view: View) {
    if let index = items.firstIndex(where: { $0.name == name }) {
      items[index].view = view
    } else {
      items.append(Item(name: name, view: view))
    }
  }
}
