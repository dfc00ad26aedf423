import Base
import Documents
import Papers

/// The name of a document's folder, which is the last part of its address: ASCII letters, figures, `-`, `_` and `.`.
package enum DocumentName {
  /// The best name there is: year and number of the paper, the name of the file, the day of the paper, and what always fits.
  package static func proposal(for facts: ImportedFacts, of source: ImportSource) -> String {
    number(facts) ?? plain(source.name) ?? day(facts) ?? "d-" + source.checksum.prefix(8)
  }

  /// `2023-12` for 〔2023〕12号.
  private static func number(_ facts: ImportedFacts) -> String? {
    guard case .scalar(let text)? = facts["documentNumber"] else { return nil }
    let number = DocumentNumber(text)
    guard let year = number.year, (1900...2199).contains(year), let serial = number.serial else { return nil }
    return "\(year)-\(serial)" + (number.part.map { "-\($0)" } ?? "")
  }

  /// The name of the file as far as it can be part of an address; nil if too little is left of it.
  package static func plain(_ name: String) -> String? {
    let signs = name.fileStem.lowercased().utf8.map { byte -> UInt8 in
      switch byte {
      case 0x30...0x39, 0x61...0x7A, 0x2E, 0x5F: byte
      case 0x80...: 0
      default: 0x2D
      }
    }
    guard !signs.contains(0) else { return nil }
    let words = String(decoding: signs, as: UTF8.self).split { $0 == "-" }.joined(separator: "-")
      .drop { !$0.isLetter && !$0.isNumber }
    return (3...80).contains(words.count) && words.contains(where: \.isLetter) || words.count >= 4
      ? String(words.prefix(80)) : nil
  }

  private static func day(_ facts: ImportedFacts) -> String? {
    for key in ["documentDate", "publishedOn"] {
      guard case .scalar(let text)? = facts[key], let day = try? CalendarDate.parse(text).get() else { continue }
      return day.iso
    }
    return nil
  }

  /// The path of the document below Content, with a number behind its name if somebody has it.
  ///
  /// - Parameter taken: Paths below Content in lower case, without `.md`.
  package static func path(_ name: String, in column: String, taken: Set<String>) -> String {
    let start = (column.isEmpty ? "" : column + "/") + name
    var (path, number) = (start, 1)
    while taken.contains(path.lowercased()) || ReservedNames.contain(path) {
      number += 1
      path = "\(start)-\(number)"
    }
    return path
  }
}
