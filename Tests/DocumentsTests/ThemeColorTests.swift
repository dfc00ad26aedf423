import Base
import Documents
import Foundation
import Testing

@Suite("The main colour of a site")
struct ThemeColorTests {
  private static let sheet = try? String(
    contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Templates/assets/site.css"),
    encoding: .utf8)

  @Test(
    "is written with six or three digits",
    arguments: [("#b3261e", "#b3261e"), ("B3261E", "#b3261e"), ("#a0f", "#aa00ff")])
  func written(_ text: String, _ hex: String) { #expect(RGBColor(text)?.hex == hex) }

  @Test("is nothing else", arguments: ["", "#", "#b3261", "#b3261e0", "red", "##b3261e", "#b3261g", "＃b3261e", "#１２３"])
  func wrong(_ text: String) { #expect(RGBColor(text) == nil) }

  @Test("has the contrast that WCAG computes") func contrast() throws {
    #expect(RGBColor.white.contrast(with: .black) == 21)
    // The borderline that everybody knows: #767676 passes on white, #777777 does not.
    #expect(try #require(RGBColor("#767676")).contrast(with: .white) >= 4.5)
    #expect(try #require(RGBColor("#777777")).contrast(with: .white) < 4.5)
  }

  @Test("is checked against the colours of the stylesheet") func sheet() throws {
    let sheet = try #require(Self.sheet)
    #expect(sheet.contains("  --ground: \(ThemeColor.ground.hex);\n"))
    #expect(sheet.contains("  --paper: #fff;\n") && ThemeColor.paper == .white)
    let main = try #require(sheet.firstMatch(of: /\n {2}--main: (#[0-9a-f]{6});/)?.1)
    #expect(ThemeColor(try #require(RGBColor(String(main)))).isReadable)
  }

  @Test("that is too bright leads to the brightest that is not; the tint lets it be read") func readable() throws {
    for step in 0..<512 {
      let parts = (0..<3).map { UInt8((step >> (3 * $0) & 7) * 36) }
      let color = ThemeColor(RGBColor(red: parts[0], green: parts[1], blue: parts[2]))
      let readable = color.readable
      #expect(readable.isReadable && (readable == color) == color.isReadable, "\(color.main.hex)")
      #expect(readable.tint.contrast(with: readable.main) >= 4.5, "\(color.main.hex)")
      #expect(readable.deep.contrast(with: .white) >= readable.contrastOfText, "\(color.main.hex)")
    }
    #expect(ThemeColor(try #require(RGBColor("#e60012"))).readable.main.hex == "#e10012")
  }
}
