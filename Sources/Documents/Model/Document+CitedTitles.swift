import Base

extension Document {
  /// The shortest form in which texts cite it: what it issues, or its title without the issuer.
  package var shortTitle: String {
    citedTitles.min { ($0.utf8.count, $0) < ($1.utf8.count, $1) } ?? title
  }

  /// The forms in which texts cite its title: in full, without the issuer before 关于, and what it issues (关于印发《甲》的通知).
  package var citedTitles: Set<String> {
    var names: Set<String> = [title]
    var bytes = title
    bytes.withUTF8 { text in
      // On bytes, because searching strings for words costs more than all the rest of the index.
      func offset(of word: StaticString) -> Int? { text.indices.first { text.has(word, at: $0) } }
      if let about = offset(of: "关于") { names.insert(text.part(about..<text.count).string) }
      if let begin = offset(of: "印发"), let end = offset(of: "的通知"), begin + 6 < end {
        names.insert(text.part(begin + 6..<end).string.filter { $0 != "《" && $0 != "》" })
      }
    }
    return names
  }
}
