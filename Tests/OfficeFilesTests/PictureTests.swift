import Base
@testable import OfficeFiles
import TestSupport
import Testing

struct PictureTests {
  @Test(arguments: [(Pictures.jpeg, "jpg"), (Pictures.png, "png"), (Pictures.webp, "webp")])
  func `a photograph says where and by whom it was taken`(_ bytes: [UInt8], _ ending: String) throws {
    let content = try OfficeReader().read(bytes, ending: ending)
    #expect(content.trace(.author)?.names == ["Zhang San"] && content.trace(.position) != nil)
  }

  @Test func `a picture without properties says nothing, and neither does one cut off in them`() throws {
    let clean = try #require(OfficeCleaning.cleaned(Pictures.jpeg))
    #expect(try OfficeReader().read(clean, ending: "jpg").traces.isEmpty)
    for count in 0..<Pictures.jpeg.count {
      _ = try? OfficeReader().read(Array(Pictures.jpeg.prefix(count)), ending: "jpg")
    }
  }

  @Test func `EXIF whose directories lead to themselves or away from it is read to an end`() throws {
    // One directory: the one of EXIF is itself, a name is far away.
    let head = Array("II*\0".utf8) + Hex.little(8)
    let loop: [UInt8] = [0x69, 0x87, 4, 0, 1, 0, 0, 0] + Hex.little(8)
    let away: [UInt8] = [0x3B, 0x01, 2, 0, 0xFF, 0xFF, 0xFF, 0xFF] + Hex.little(0xFFFF_FFF0)
    let exif = try #require(EXIF((head + [2, 0] + loop + away + Hex.little(0))[...]))
    #expect(exif.people.isEmpty && !exif.hasPosition)
  }
}
