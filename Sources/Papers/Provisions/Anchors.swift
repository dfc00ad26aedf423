package import Base

/// Assigns the `id`s of a fragment; each is unique.
///
/// `tiao-3` 第三条, `tiao-12-1` 第十二条之一, `zhang-1` 第一章, `jie-2` 第二节, `bian-1` 第一编, `bufen-1` 第一部分,
/// `s1` 一、, `s1-2` （二） under it, `n1-2` 1.2 of a plan, `fujian-2` 附件2, `h-…` other headings. A duplicate gets `_2`, `_3` …: an underscore, because a hyphen
/// is part of numbers (`tiao-12-1`, `s1-2`).
package struct Anchors {
  /// No anchor used yet.
  package init() {}

  private var uses: [String: Int] = [:]
  /// Occurrences of each article number, by number; a law has hundreds of articles.
  private var articleUses: [Int] = []
  private var headings = 0
  /// The anchor of the last 一、, which a （一） belongs to.
  private var first: String?

  /// The anchor of a numbered line; nil for a （一） that is not under a 一、.
  package mutating func anchor(for clause: Clause) -> String? {
    switch clause.unit {
    case .first:
      let anchor = unique(clause.anchorName)
      first = anchor
      return anchor
    case .second:
      guard let first else { return nil }
      return unique("\(first)-\(clause.number)")
    case .article:
      first = nil
      if clause.inserted > 0 || clause.number >= 4096 { return unique(clause.anchorName) }
      return article(clause)
    case .chapter, .section, .book, .part, .decimal: return structural(clause.anchorName)
    }
  }

  /// The anchor of a heading without a number: its ASCII words, or else its index among such headings.
  package mutating func anchor(forHeading text: Bytes) -> String {
    headings += 1
    first = nil
    let slug = Self.slug(text)
    return unique(slug.isEmpty ? "h-\(headings)" : "h-" + slug)
  }

  /// The anchor of the mark above an annexed text: 附件2.
  package mutating func anchor(forAnnex number: Int?) -> String {
    unique(number.map { "fujian-\($0)" } ?? "fujian")
  }

  /// Like `unique`, but without hashing the name.
  private mutating func article(_ clause: Clause) -> String {
    while articleUses.count <= clause.number { articleUses.append(0) }
    articleUses[clause.number] += 1
    let count = articleUses[clause.number]
    return count == 1 ? clause.anchorName : "\(clause.anchorName)_\(count)"
  }

  private mutating func structural(_ name: String) -> String {
    first = nil
    return unique(name)
  }

  private mutating func unique(_ name: String) -> String {
    let count = (uses[name] ?? 0) + 1
    uses[name] = count
    return count == 1 ? name : "\(name)_\(count)"
  }

  /// The words of ASCII letters and digits in lower case, joined by hyphens; empty if there is no letter.
  private static func slug(_ text: Bytes) -> String {
    var slug: [UInt8] = []
    var hasLetter = false
    var startsWord = false
    for byte in text where slug.count < 60 {
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      let isLetter = lower >= 0x61 && lower <= 0x7A
      guard isLetter || lower >= 0x30 && lower <= 0x39 else {
        startsWord = !slug.isEmpty
        continue
      }
      if startsWord { slug.append(0x2D) }
      startsWord = false
      hasLetter = hasLetter || isLetter
      slug.append(lower)
    }
    return hasLetter ? String(decoding: slug, as: UTF8.self) : ""
  }
}

extension Clause {
  /// The anchor of its first occurrence; for a （一） only the number, to append to the anchor of its 一、.
  package var anchorName: String {
    switch unit {
    case .book: "bian-\(number)"
    case .part: "bufen-\(number)"
    case .chapter: "zhang-\(number)"
    case .section: "jie-\(number)"
    case .article: inserted == 0 ? "tiao-\(number)" : "tiao-\(number)-\(inserted)"
    case .first: "s\(number)"
    case .second: "\(number)"
    case .decimal: "n" + path.map(String.init).joined(separator: "-")
    }
  }
}
