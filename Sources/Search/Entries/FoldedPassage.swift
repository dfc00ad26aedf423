import Documents
import Markdown
import Resolution

/// A piece of a document's searchable text, folded: for other engines, which then find what our index finds.
package struct FoldedPassage: Sendable, Equatable {
  /// The part of the document that it is; a later case outweighs an earlier one.
  package enum Part: String, Sendable, CaseIterable {
    case body, heading, label, title
  }

  package let part: Part
  /// The `id` on the page at which it begins; nil outside the body and before its first numbered place.
  package let anchor: String?
  /// Folded characters. Those outside the basic plane are two (FORMAT.md).
  package let units: [UInt16]
}

extension SearchAssembly {
  /// The searchable text of a document, by its position in the corpus. A phrase is in the document exactly if its folded
  /// characters stand in one passage that is not of the body, or in all passages of the body put together.
  @Sendable
  package func passages(_ place: Int) -> [FoldedPassage] {
    let document = entries[place].document
    let others = tokens(place).fields
    let body = sections(of: document).map { section in
      var units: [UInt16] = []
      // The number of an article stands in its text, too.
      let isRepeated = section.heading.hasPrefix("第") && section.text.starts(with: section.heading.utf8)
      if !isRepeated { CharacterFolding.append(section.heading.utf8, to: &units) }
      CharacterFolding.append(section.text, to: &units)
      return FoldedPassage(part: .body, anchor: section.anchor, units: units)
    }
    return others + body
  }
}

extension DocumentTokens {
  /// Everything that the page says but the body.
  fileprivate var fields: [FoldedPassage] {
    var start = 0
    return runs.dropLast().compactMap { run in
      defer { start = Int(run.end) }
      return run.field.part.map {
        FoldedPassage(part: $0, anchor: nil, units: Array(units[start..<Int(run.end) - 1]))
      }
    }
  }
}

extension DocumentTokens.Field {
  fileprivate var part: FoldedPassage.Part? {
    switch self {
    case .attachment: nil
    case .body: .body
    case .heading: .heading
    case .label: .label
    case .title: .title
    }
  }
}

/// What characters are folded to, for engines that fold queries themselves.
package enum FoldingTable {
  /// Every character that is searchable with its folded spelling, in the order of their code points: those of the basic
  /// plane, and those beyond it that stand for others. All other characters beyond it are their two units, or are dropped.
  package static var rows: [(character: Unicode.Scalar, folded: [UInt16])] {
    let supplementary = (UInt32(0x2F800)...0x2FA1F).compactMap(Unicode.Scalar.init)
    let basic = (UInt32(0)...0xFFFF).compactMap(Unicode.Scalar.init)
    return (basic + supplementary).compactMap { scalar in
      var units: [UInt16] = []
      CharacterFolding.append(String(scalar).utf8, to: &units)
      return units.isEmpty ? nil : (scalar, units)
    }
  }

  /// Folded characters as text: one beyond the basic plane is two units of the private use area, half for half.
  package static func plain(_ folded: [UInt16]) -> String {
    String(decoding: folded.map { (0xE000...0xE7FF).contains($0) ? $0 - 0x800 : $0 }, as: UTF16.self)
  }

  /// The folded characters of a text.
  package static func folded(_ text: String) -> [UInt16] {
    var units: [UInt16] = []
    CharacterFolding.append(text.utf8, to: &units)
    return units
  }
}
