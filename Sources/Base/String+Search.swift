extension String {
  /// Whether some words stand in it. By bytes, because `contains` looks for the borders of characters first, at many times the cost.
  package func has(_ words: String) -> Bool {
    var (text, words) = (self, words)
    return text.withUTF8 { text in
      words.withUTF8 { words in
        text.count >= words.count
          && (0...text.count - words.count).contains { offset in
            words.indices.allSatisfy { text[offset + $0] == words[$0] }
          }
      }
    }
  }
}
