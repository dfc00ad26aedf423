import Base
import Papers

/// The paragraphs of one side of a row as HTML, with the words that are gone or have come. The number of an article is a
/// link to it.
struct ComparedWords {
  private(set) var html: [UInt8] = []

  /// - Parameters:
  ///   - mark: The element around such words: `del` or `ins`.
  ///   - page: The page of the text.
  init(_ parts: [TextComparison.Part], mark: String, page: String) {
    var out = OutputBuffer(capacity: parts.reduce(0) { $0 + $1.passage.text.count + 128 })
    for part in parts {
      let passage = part.passage
      let link = passage.anchor.map { "<a href=\"\(page)#\($0.encodedForURLPath)\">" }
      out.write(passage.form == .heading ? "<p class=\"compared-heading\">" : "<p>")
      var offset = 0
      for range in part.marks {
        Self.write(offset..<range.lowerBound, of: passage, link, into: &out)
        out.write("<\(mark)>")
        Self.write(range, of: passage, link, into: &out)
        out.write("</\(mark)>")
        offset = range.upperBound
      }
      Self.write(offset..<passage.text.count, of: passage, link, into: &out)
      out.write("</p>")
    }
    html = out.bytes
  }

  private static func write(_ range: Range<Int>, of passage: Passage, _ link: String?, into out: inout OutputBuffer) {
    let number = range.clamped(to: 0..<passage.numberCount)
    if let link, !number.isEmpty {
      out.write(link)
      write(passage.text[number], into: &out)
      out.write("</a>")
      write(passage.text[number.upperBound..<range.upperBound], into: &out)
    } else {
      write(passage.text[range], into: &out)
    }
  }

  private static func write(_ text: ArraySlice<UInt8>, into out: inout OutputBuffer) {
    var start = text.startIndex
    for index in text.indices where text[index] == 0x09 || text[index] == 0x0A {
      out.writeEscaped(String(decoding: text[start..<index], as: UTF8.self))
      out.write(text[index] == 0x09 ? "<span class=\"cell\"> │ </span>" : "<br>")
      start = index + 1
    }
    out.writeEscaped(String(decoding: text[start...], as: UTF8.self))
  }
}
