/// The year of a cited document number: 2023 of 国办发〔2023〕5号.
enum CitedYear {
  static func all(in line: TextLine) -> [Stated<Int>] {
    line.characters.indices.compactMap { index in
      guard line.characters[index] == "〔", index + 6 < line.characters.count, line.characters[index + 5] == "〕",
        let year = Int(String(line.characters[(index + 1)...(index + 4)])), (1900...2099).contains(year),
        line.characters[(index + 6)..<min(index + 14, line.characters.count)].contains("号")
      else { return nil }
      return Stated(year, at: line.place(of: index..<index + 6))
    }
  }
}
