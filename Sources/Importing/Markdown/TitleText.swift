import Base

/// Titles as they are written in one line.
package enum TitleText {
  /// Without the blanks that spread a few letters over a line: 通　知, 总　则 of one title.
  package static func closedUp(_ line: String) -> String {
    let pieces = line.split(whereSeparator: \.isWhitespace)
    return pieces.count > 1 && pieces.allSatisfy { $0.count == 1 } ? pieces.joined() : line
  }
}
