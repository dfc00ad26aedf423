import Publishing
import Testing

@Suite("The manifest")
struct ManifestTests {
  private static let odd = Manifest(
    ReleaseInformation(asOf: "2026-11-21", generator: "a \"b\" \\ <c>", documents: 3, pages: 4),
    files: ["z", "引号\".html", "a\\b", "<x>.txt", "tab\t", "😀.png", "\u{1}"].map {
      FileRecord(path: $0, byteCount: $0.utf8.count, sha256: checksum(of: Array($0.utf8)))
    })

  @Test("reads back what it wrote, odd names included")
  func roundTrip() {
    #expect(Manifest(json: Self.odd.json) == Self.odd)
    let region = Manifest(
      ReleaseInformation(asOf: "2026-11-21", generator: "g", documents: 0, regional: 7, pages: 9),
      files: Self.odd.files)
    #expect(Manifest(json: region.json) == region)
    #expect(!String(decoding: Self.odd.json, as: UTF8.self).contains("regional"))
  }

  @Test("cut off anywhere is no manifest")
  func truncated() {
    let bytes = Self.odd.json
    for end in 0..<(bytes.count - 1) where Manifest(json: Array(bytes[..<end])) != nil {
      Issue.record("accepted with \(end) bytes of \(bytes.count)")
    }
  }

  @Test("with one digit changed is no manifest")
  func changed() throws {
    let text = String(decoding: Self.odd.json, as: UTF8.self)
    #expect(Manifest(json: Array(text.replacing("\"bytes\": 1,", with: "\"bytes\": 2,").utf8)) == nil)
    #expect(Manifest(json: Array(text.replacing("\"path\": \"z\"", with: "\"path\": \"../z\"").utf8)) == nil)
    #expect(Manifest(json: Array(text.replacing("manifest/1", with: "manifest/2").utf8)) == nil)
  }

  @Test("the tree hash depends on path, size and content, not on the order given")
  func treeHash() {
    func hash(_ files: [FileRecord]) -> String {
      Manifest(ReleaseInformation(asOf: "", generator: "", documents: 0, pages: 0), files: files).treeHash
    }
    let (a, b) = (FileRecord(path: "a", byteCount: 1, sha256: "00"), FileRecord(path: "b", byteCount: 1, sha256: "00"))
    #expect(hash([a, b]) == hash([b, a]))
    let others = [
      [a], [b], [a, FileRecord(path: "b", byteCount: 2, sha256: "00")],
      [a, FileRecord(path: "b", byteCount: 1, sha256: "01")],
    ]
    #expect(Set(others.map(hash) + [hash([a, b])]).count == 5)
  }

  @Test("checksums are SHA-256 (FIPS 180-2 examples)")
  func checksums() {
    #expect(checksum(of: []) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      checksum(of: Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8))
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }
}
