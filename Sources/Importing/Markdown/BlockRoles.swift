import Manuscripts
import Papers

/// What the blocks of a manuscript are in the paper: of a paragraph with breaks, its first line.
struct BlockRoles {
  /// Of all lines.
  let all: [Role]
  private let roles: [Int: Role]

  /// - Parameter title: The document's title, if it is known.
  init(_ manuscript: Manuscript, title: String = "") {
    let text = PaperText(manuscript.blocks)
    all = text.paper(known: KnownFacts(title: title)).roles
    roles = Dictionary(zip(text.lines.map(\.block), all), uniquingKeysWith: { first, _ in first })
  }

  /// Nil for a blank block.
  subscript(block: Int) -> Role? { roles[block] }
}
