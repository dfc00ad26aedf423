import Base
import Documents
import Resolution

/// An interpretation explains; it does not copy the document (`copied-interpretation`, warning): most of its text stands in the
/// documents that it interprets, letter for letter. 各地政务公开工作要点：杜绝简单摘抄文字、罗列文件小标题等形式化解读.
struct CopiedInterpretations: Rule {
  /// Runs of so many letters are compared.
  private static let length = 8
  /// Shorter interpretations are captions of pictures and films.
  private static let shortest = 100
  /// More than this share in percent is copied.
  private static let share = 60

  func findings(in context: AuditContext) -> [Diagnostic] {
    let pairs = context.pairs.filter { $0.relation.kind == .interprets }
    let interpreted = Dictionary(grouping: pairs, by: \.source.id)
    return interpreted.values.compactMap { pairs in
      guard let source = pairs.first?.source, case let own = Self.runs(source), own.count >= Self.shortest else {
        return nil
      }
      let original = Set(pairs.flatMap { Self.runs($0.target) })
      let percent = own.count { original.contains($0) } * 100 / own.count
      guard percent > Self.share else { return nil }
      let place = source.location(of: .interprets)
      return Diagnostic(
        "copied-interpretation", .warning, at: place, "解读的文字有百分之\(percent)与所解读的文件逐字相同",
        cures: ["用自己的话讲清背景、谁受益、怎样办、和以前有什么不同，不摘抄原文"],
        related: pairs.prefix(1).map { $0.target.related(.title) })
    }
  }

  /// The hashes of all runs of letters and figures in a text.
  private static func runs(_ document: Document) -> [UInt64] {
    let letters = String(decoding: document.body.plainText, as: UTF8.self).unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }.map(\.value)
    guard letters.count >= length else { return [] }
    return (0...letters.count - length).map { start in
      letters[start..<start + length].reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
  }
}
