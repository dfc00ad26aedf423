import Base
import Papers

/// The paragraphs of one side of a row as HTML, with the words that are gone or have come.
struct ComparedWords {
  let html: [UInt8]

  /// - Parameter mark: The element around such words: `del` or `ins`.
  init(_ parts: [TextComparison.Part], mark: String) {
    var out = OutputBuffer(capacity: parts.reduce(0) { $0 + $1.passage.text.count + 64 })
    for part in parts {
      let isHeading = part.passage.form == .heading
      out.write(isHeading ? "<p class=\"compared-heading\">" : "<p>")
      var offset = 0
      for range in part.marks {
        Self.write(part.passage.text[offset..<range.lowerBound], into: &out)
        out.write("<\(mark)>")
        Self.write(part.passage.text[range], into: &out)
        out.write("</\(mark)>")
        offset = range.upperBound
      }
      Self.write(part.passage.text[offset...], into: &out)
      out.write("</p>")
    }
    html = out.bytes
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
