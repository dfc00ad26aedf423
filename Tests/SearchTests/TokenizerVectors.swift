import Foundation
import Testing

@testable import Search

/// The test vectors that both Swift and the browser's modules must pass.
struct TokenizerVectors: Decodable {
  struct List: Decodable {
    var postings: [[Int]]
    var list: String
  }

  var tableChecksum: UInt32
  var folded: [[String]]
  var numbers: [[String?]]
  var lists: [List]
  var shardPrefixes: [[String]]

  static func load() throws -> TokenizerVectors {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/tokenizer-vectors.json")
    return try JSONDecoder().decode(TokenizerVectors.self, from: Data(contentsOf: file))
  }
}

@Suite struct TokenizerVectorTests {
  @Test func everyUnitFoldsAsTheVectorFileSays() throws {
    var checksum: UInt32 = 0x811C_9DC5
    for unit in CharacterFolding.table + CharacterFolding.spellings.flatMap(\.self) {
      checksum = (checksum ^ UInt32(unit & 255)) &* 0x0100_0193
      checksum = (checksum ^ UInt32(unit >> 8)) &* 0x0100_0193
    }
    #expect(checksum == (try TokenizerVectors.load().tableChecksum))
  }

  @Test func textsFoldAsTheVectorFileSays() throws {
    for pair in try TokenizerVectors.load().folded {
      #expect(String(decoding: CharacterFolding.fold(pair[0]), as: UTF16.self) == pair[1], "\(pair[0])")
    }
  }

  @Test func numbersAreReadAsTheVectorFileSays() throws {
    for pair in try TokenizerVectors.load().numbers {
      #expect(NumberKey(pair[0] ?? "")?.text == pair[1], "\(pair[0] ?? "")")
    }
  }

  @Test func listsAreWrittenAsTheVectorFileSays() throws {
    for vector in try TokenizerVectors.load().lists {
      let postings = vector.postings.map { UInt32($0[0]) << 3 | UInt32($0[1]) }.sorted()
      var writer = ListWriter()
      for posting in postings { writer.add(document: posting >> 3, level: posting & 7) }
      let bytes = Array(writer.finish())
      #expect(String(decoding: bytes, as: UTF8.self) == vector.list, "\(vector.postings)")
      #expect(PostingCode.documents(bytes).sorted() == vector.postings.map { $0[0] }.sorted())
    }
  }

  @Test func shardsAreNamedAsTheVectorFileSays() throws {
    for pair in try TokenizerVectors.load().shardPrefixes {
      #expect(ShardName.prefix(of: pair[0].utf16) == pair[1], "\(pair[0])")
    }
  }

  @Test func malformedUTF8NeitherTrapsNorInventsText() {
    var units: [UInt16] = []
    CharacterFolding.append([0xE9, 0xAB], to: &units)
    CharacterFolding.append([0x80, 0xBF, 0x61, 0xF8, 0x88, 0x80, 0x80], to: &units)
    #expect(units.allSatisfy { $0 == 0x61 || $0 > 0x2FF })
  }
}

extension CharacterFolding {
  /// The folded units of a short text.
  static func fold(_ text: String) -> [UInt16] {
    var units: [UInt16] = []
    append(text.utf8, to: &units)
    return units
  }
}
