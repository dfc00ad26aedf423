import Base
import Papers

/// A title as it is cited, out of lines as they are set: without the blanks that spread it (通　知) or break it.
enum HeadTitle {
  static func joined(_ lines: [String]) -> String {
    lines.map(tidied).reduce(into: "") { title, line in
      if let last = title.last, let first = line.first, isLatin(last), isLatin(first) { title += " " }
      title += line
    }
  }

  /// Blanks stay between Latin words, and between the bodies of a joint paper: 财政部 税务总局关于….
  private static func tidied(_ line: String) -> String {
    let pieces = line.split(whereSeparator: \.isWhitespace).map(String.init)
    return pieces.reduce(into: "") { title, piece in
      if let last = title.last, let first = piece.first {
        let body = title.split(separator: " ").last.map(String.init) ?? title
        if isLatin(last) && isLatin(first) || Paper.separatesBodies(body, piece) { title += " " }
      }
      title += piece
    }
  }

  private static func isLatin(_ sign: Character) -> Bool { sign.isASCII && (sign.isLetter || sign.isNumber) }
}
