import Documents
import Base

/// The points where a title may break, so that no name is cut in two (GB/T 9704-2012, 7.3.1: 回行时要做到词意完整): after an
/// office, before and after 关于, before 《, after 》, and before the document form (的通知).
struct TitleBreaks: Sendable {
  private let names: [[UInt8]]

  init(_ site: Site) { names = site.organizations.map { Array($0.name.utf8) } }

  private static let openings = ["关于", "《", "的通知", "的意见", "的决定", "的公告", "的通告", "的批复", "的函", "的解读"]
    .map { Array($0.utf8) }
  private static let closings = ["关于印发", "关于公布", "关于修改", "关于废止", "关于", "》", "、"].map { Array($0.utf8) }

  /// The title as HTML, with `<wbr>` at each point.
  func html(_ title: String, issuers: [String]) -> [UInt8] {
    let bytes = Array(title.utf8)
    var out = OutputBuffer(capacity: bytes.count + 64)
    var start = 0
    for place in places(in: bytes, issuers: issuers.map { Array($0.utf8) }) {
      out.writeEscaped(String(decoding: bytes[start..<place], as: UTF8.self))
      out.write("<wbr>")
      start = place
    }
    out.writeEscaped(String(decoding: bytes[start...], as: UTF8.self))
    return out.bytes
  }

  /// Ascending, never at either end.
  private func places(in title: [UInt8], issuers: [[UInt8]]) -> [Int] {
    var places: [Int] = []
    func add(_ place: Int) {
      if place > 0, place < title.count, places.last ?? 0 < place { places.append(place) }
    }
    var offset = 0
    while offset < title.count {
      if Self.longest(of: Self.openings, in: title, at: offset) != nil { add(offset) }
      let name = [issuers, names, Self.closings].compactMap { Self.longest(of: $0, in: title, at: offset) }.max()
      // Skip what was recognised as a whole.
      offset += name ?? 1
      if name != nil { add(offset) }
    }
    return places
  }

  private static func longest(of words: [[UInt8]], in title: [UInt8], at offset: Int) -> Int? {
    var longest: Int?
    for word in words where word.count > longest ?? 0 && offset + word.count <= title.count {
      var length = 0
      while length < word.count, title[offset + length] == word[length] { length += 1 }
      if length == word.count { longest = length }
    }
    return longest
  }
}
