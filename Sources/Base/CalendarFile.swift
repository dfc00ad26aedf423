/// An iCalendar file of whole days (RFC 5545). A whole day needs no time zone, and nothing in the file depends on when it
/// was made.
package struct CalendarFile: Sendable {
  /// A whole day on which something happens.
  package struct Event: Sendable {
    /// The same in every build.
    let uid: String
    let day: CalendarDate
    /// The day on which the announcement was last changed.
    let stamp: CalendarDate
    let summary: String
    let url: String?
    package var location: String?
    package var description: String?
    package var category: String?
    /// How many days before it a program should remind of it; nil: never.
    package var reminder: Int?

    /// Memberwise.
    package init(
      uid: String, day: CalendarDate, stamp: CalendarDate, summary: String, url: String?, location: String? = nil,
      description: String? = nil, category: String? = nil, reminder: Int? = nil
    ) {
      self.uid = uid
      self.day = day
      self.stamp = stamp
      self.summary = summary
      self.url = url
      self.location = location
      self.description = description
      self.category = category
      self.reminder = reminder
    }
  }

  private let name: String
  private let events: [Event]

  /// Memberwise.
  package init(name: String, events: [Event]) {
    self.name = name
    self.events = events
  }

  /// The file's bytes.
  package var bytes: [UInt8] {
    var lines = ContentLines()
    lines.write("BEGIN", "VCALENDAR")
    lines.write("VERSION", "2.0")
    lines.write("PRODID", "-//Gongkai//Government Information Column//ZH")
    lines.write("CALSCALE", "GREGORIAN")
    lines.write("METHOD", "PUBLISH")
    lines.writeText("NAME", name)
    lines.writeText("X-WR-CALNAME", name)
    lines.write("REFRESH-INTERVAL;VALUE=DURATION", "P1D")
    for event in events { Self.write(event, into: &lines) }
    lines.write("END", "VCALENDAR")
    return lines.bytes
  }

  private static func write(_ event: Event, into lines: inout ContentLines) {
    lines.write("BEGIN", "VEVENT")
    lines.writeText("UID", event.uid)
    lines.write("DTSTAMP", basic(event.stamp) + "T000000Z")
    lines.write("DTSTART;VALUE=DATE", basic(event.day))
    // The end is not part of the event.
    lines.write("DTEND;VALUE=DATE", basic(event.day.adding(days: 1)))
    lines.writeText("SUMMARY", event.summary)
    if let location = event.location { lines.writeText("LOCATION", location) }
    if let description = event.description { lines.writeText("DESCRIPTION", description) }
    if let category = event.category { lines.writeText("CATEGORIES", category) }
    if let url = event.url { lines.write("URL", url) }
    lines.write("TRANSP", "TRANSPARENT")
    if let days = event.reminder {
      lines.write("BEGIN", "VALARM")
      lines.write("ACTION", "DISPLAY")
      lines.writeText("DESCRIPTION", event.summary)
      lines.write("TRIGGER", "-P\(days)D")
      lines.write("END", "VALARM")
    }
    lines.write("END", "VEVENT")
  }

  /// `20261218`.
  private static func basic(_ day: CalendarDate) -> String { day.iso.filter { $0 != "-" } }
}

/// Lines of a calendar file: ended by CRLF, folded at 75 octets and never inside a character.
struct ContentLines {
  private(set) var bytes: [UInt8] = []
  private static let width = 75

  /// A property whose value has a syntax of its own.
  mutating func write(_ name: String, _ value: String) { fold(Array((name + ":" + value).utf8)) }

  /// A property whose value is a text.
  mutating func writeText(_ name: String, _ text: String) { write(name, Self.escaped(text)) }

  private mutating func fold(_ line: [UInt8]) {
    var room = Self.width
    for (index, byte) in line.enumerated() {
      let isStart = byte & 0xC0 != 0x80
      // A character moves to the next line as a whole.
      if isStart, room < Self.length(byte) {
        bytes += [0x0D, 0x0A, 0x20]
        room = Self.width - 1
      }
      bytes.append(line[index])
      room -= 1
    }
    bytes += [0x0D, 0x0A]
  }

  /// The number of octets of the character that begins with a byte.
  private static func length(_ first: UInt8) -> Int { first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out += "\\\\"
      case ";": out += "\\;"
      case ",": out += "\\,"
      case "\n": out += "\\n"
      case "\t": out += " "
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
