import Base

/// Takes the names of people and of their organization from the properties of an office file.
struct OfficeProperties: XMLHandler {
  private(set) var people: [String] = []
  private(set) var company: String?
  private var text: [UInt8] = []

  mutating func start(_ name: String, _ attributes: XMLAttributes) { text = [] }

  mutating func text(_ text: Bytes) { self.text += text }

  mutating func end(_ name: String) {
    let value = text.withUnsafeBufferPointer(\.string).trimmed
    text = []
    if value.isEmpty { return }
    if Self.people.contains(name) { people.append(value) } else if name == "ep:Company" { company = value }
  }

  /// The parts of a package that have them.
  static let parts = ["docProps/core.xml", "docProps/app.xml"]
  /// The elements that name a person.
  static let people: Set<String> = ["dc:creator", "cp:lastModifiedBy", "ep:Manager", "ofd:Author"]
}

extension OfficePackage {
  /// Notes who made the file.
  mutating func readProperties() throws(OfficeFault) {
    var properties = OfficeProperties()
    for name in OfficeProperties.parts { try readIfAny(name, into: &properties) }
    for name in properties.people { content.note(.author, name: name) }
    if let company = properties.company { content.note(.company, name: company) }
  }
}
