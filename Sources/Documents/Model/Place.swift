/// A place that notices are for: a town, a street, and below it a village or a community. Its name is the same nowhere else on the
/// site: of two villages with one name, each is called with the name of its town before it.
package struct Place: Sendable, Hashable {
  /// ASCII or percent-encodable, in URLs.
  package let id: String
  package let name: String
  /// As site.yml writes it, without that of its town.
  package let shortName: String
  /// The names of those that it lies in, the nearest first.
  package let above: [String]

  /// Memberwise.
  package init(id: String, name: String, shortName: String? = nil, above: [String] = []) {
    self.id = id
    self.name = name
    self.shortName = shortName ?? name
    self.above = above
  }
}

extension [Place] {
  /// Those that lie directly in one, in their order.
  package func directlyBelow(_ name: String) -> [Place] { filter { $0.above.first == name } }

  /// The one with a name.
  package func named(_ name: String) -> Place? { first { $0.name == name } }
}
