import Foundation
import Rendering
import Testing

@Suite("QR codes")
struct QRSymbolTests {
  /// Texts with their codes, each identical to that of Python's qrcode with the same mask, and readable by zxing-cpp.
  private static let vectors: [(text: String, rows: [String])] = {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/vectors.txt")
    guard let file = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    return file.components(separatedBy: "\n\n").map { part in
      let lines = part.split(separator: "\n").map(String.init)
      return (lines[0], Array(lines[1...]))
    }
  }()

  @Test("are those that other programs make") func vectors() throws {
    #expect(Self.vectors.count == 6)
    for (text, rows) in Self.vectors {
      let code = try #require(QRSymbol(Array(text.utf8)))
      let made = (0..<code.size).map { y in String((0..<code.size).map { code[$0, y] ? "#" : "." }) }
      #expect(made == rows, "\(text)")
    }
  }

  @Test("hold 14 bytes in the smallest version, 2331 in the largest, and no more") func capacity() {
    let sizes = [14, 15, 2331, 2332].map { QRSymbol(Array(repeating: 0x61, count: $0))?.size }
    #expect(sizes == [21, 25, 177, nil])
  }

  @Test("are one picture without a style or a script, as the content security policy wants it") func svg() throws {
    let svg = try #require(QRSymbol(Array("A".utf8))).svg(label: "本页网址")
    #expect(svg.hasPrefix("<svg viewBox=\"0 0 29 29\" role=\"img\" aria-label=\"本页网址\""))
    #expect(!svg.contains("style") && !svg.contains("script"))
    #expect(svg.contains("M4 4h7v1h-7z"))
  }
}
