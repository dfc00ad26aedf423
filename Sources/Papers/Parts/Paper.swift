package import Base

/// What the recogniser reads out of the blocks of a text.
package struct Paper: Sendable {
  /// One for each block.
  package private(set) var roles: [Role]

  /// Reads the blocks of a whole text.
  package init(reading blocks: [PaperBlock]) {
    var reader = PaperReader(blocks)
    reader.read()
    roles = reader.roles
  }
}
