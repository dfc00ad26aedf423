import Foundation
import Testing

@testable import Base

@Suite("Calendar files")
struct CalendarFileTests {
  private static func file(_ summary: String, description: String? = nil) -> [UInt8] {
    let day = CalendarDate(daysSince1970: 20_818)
    return CalendarFile(
      name: "日历",
      events: [
        .init(
          uid: "held/a/@own.example", day: day, stamp: CalendarDate(daysSince1970: 20_759), summary: summary,
          url: "https://own.example/a/", description: description)
      ]
    ).bytes
  }

  /// The content lines, unfolded.
  private static func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
  }

  @Test("lines end in CRLF, have at most 75 octets and never break inside a character")
  func folding() {
    for shift in 0..<4 {
      let text = String(repeating: "a", count: shift) + String(repeating: "征求意见𠀀", count: 30)
      let bytes = Self.file(text)
      let raw = bytes.split(separator: 0x0A, omittingEmptySubsequences: true)
      #expect(raw.allSatisfy { $0.last == 0x0D && $0.count - 1 <= 75 })
      #expect(raw.allSatisfy { String(validating: Array($0), as: UTF8.self) != nil })
      #expect(Self.lines(bytes).contains("SUMMARY:" + text))
    }
  }

  @Test("separators and line breaks in a text are escaped; controls are dropped")
  func escaping() {
    let lines = Self.lines(Self.file("甲;乙,丙\\丁\u{7}", description: "一\n二"))
    #expect(lines.contains("SUMMARY:甲\\;乙\\,丙\\\\丁"))
    #expect(lines.contains("DESCRIPTION:一\\n二"))
  }

  @Test("a whole day ends on the next, whatever the month")
  func days() {
    let lines = Self.lines(Self.file("会"))
    #expect(lines.contains("DTSTART;VALUE=DATE:20261231") && lines.contains("DTEND;VALUE=DATE:20270101"))
    #expect(lines.contains("DTSTAMP:20261102T000000Z") && lines.contains("UID:held/a/@own.example"))
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
  }
}
