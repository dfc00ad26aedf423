import Base

/// Writes a picture: lengths in tenths of a unit, colours by classes, so that every theme, forced colours and paper have
/// their own. A picture is 360 units wide, the width of a phone, where a unit is a pixel.
struct SVGWriter {
  /// In tenths, as all lengths here.
  static let width = 3600
  static let fontSize = 130
  static let lineHeight = 180

  private var body = OutputBuffer()

  /// A bar; `fill` is the id of its pattern.
  mutating func bar(x: Int, y: Int, width: Int, height: Int, class name: String, fill: String? = nil) {
    body.write("<rect class=\"\(name)\"\(Self.numbers([("x", x), ("y", y), ("width", width), ("height", height)]))")
    if let fill { body.write(" fill=\"url(#\(fill))\"") }
    body.write("/>")
  }

  /// A line from one point to another.
  mutating func line(_ from: (x: Int, y: Int), _ to: (x: Int, y: Int), class name: String) {
    body.write(
      "<line class=\"\(name)\"\(Self.numbers([("x1", from.x), ("y1", from.y), ("x2", to.x), ("y2", to.y)]))/>")
  }

  /// A line through points.
  mutating func path(_ points: [(x: Int, y: Int)], class name: String) {
    let places = points.map { "\(Self.decimal($0.x)),\(Self.decimal($0.y))" }.joined(separator: " ")
    body.write("<polyline class=\"\(name)\" points=\"\(places)\"/>")
  }

  /// A point of a line.
  mutating func dot(_ point: (x: Int, y: Int), class name: String) {
    body.write("<circle class=\"\(name)\"\(Self.numbers([("cx", point.x), ("cy", point.y)])) r=\"4\"/>")
  }

  /// A text on a base line.
  mutating func text(_ text: String, x: Int, y: Int, anchor: String = "start", class name: String? = nil) {
    body.write("<text\(name.map { " class=\"\($0)\"" } ?? "")\(Self.numbers([("x", x), ("y", y)]))")
    if anchor != "start" { body.write(" text-anchor=\"\(anchor)\"") }
    body.write(">")
    body.writeEscaped(text)
    body.write("</text>")
  }

  /// A pattern, which tells bars apart where colours do not.
  mutating func pattern(_ pattern: ChartPattern, id: String, class name: String) {
    body.write("<pattern id=\"\(id)\" class=\"\(name)\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">")
    body.write(pattern.content)
    body.write("</pattern>")
  }

  /// The whole picture.
  ///
  /// - Parameters:
  ///   - title: nil for one that repeats what stands beside it, and is hidden from screen readers.
  func picture(height: Int, title: String?, words: String) -> [UInt8] {
    var out = OutputBuffer(capacity: body.bytes.count + 512)
    out.write("<svg class=\"chart\" viewBox=\"0 0 \(Self.decimal(Self.width)) \(Self.decimal(height))\"")
    if let title {
      out.write(" role=\"img\"><title>")
      out.writeEscaped(title)
      out.write("</title><desc>")
      out.writeEscaped(words)
      out.write("</desc>")
    } else {
      out.write(" aria-hidden=\"true\">")
    }
    out.write(bytes: body.bytes)
    out.write("</svg>")
    return out.bytes
  }

  private static func numbers(_ pairs: [(name: String, value: Int)]) -> String {
    pairs.map { " \($0.name)=\"\(decimal($0.value))\"" }.joined()
  }

  /// 1205 → 120.5.
  static func decimal(_ tenths: Int) -> String {
    let (whole, rest) = (tenths.magnitude / 10, tenths.magnitude % 10)
    return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
  }
}

/// Patterns that stay apart in black and white.
enum ChartPattern: Int, CaseIterable {
  case solid, stripes, dots, bars, grid, backStripes, lines, empty

  /// What is inside the pattern, 8 units square.
  var content: String {
    let ground = "<rect width=\"8\" height=\"8\" class=\"ground\"/>"
    return switch self {
    case .solid: "<rect width=\"8\" height=\"8\" fill=\"currentColor\"/>"
    case .stripes: ground + "<path d=\"M-2 2l4-4M0 8l8-8M6 10l4-4\" stroke=\"currentColor\" stroke-width=\"2.5\"/>"
    case .dots: ground + "<circle cx=\"4\" cy=\"4\" r=\"2\" fill=\"currentColor\"/>"
    case .bars: ground + "<path d=\"M2 0v8\" stroke=\"currentColor\" stroke-width=\"2\"/>"
    case .grid: ground + "<path d=\"M0 4h8M4 0v8\" stroke=\"currentColor\" stroke-width=\"1.2\"/>"
    case .backStripes: ground + "<path d=\"M-2 6l4 4M0 0l8 8M6-2l4 4\" stroke=\"currentColor\" stroke-width=\"1.2\"/>"
    case .lines: ground + "<path d=\"M0 2h8M0 6h8\" stroke=\"currentColor\" stroke-width=\"1.5\"/>"
    case .empty: ground
    }
  }
}

/// The room that a text takes, and its lines.
enum ChartText {
  /// In tenths of a unit: Chinese characters are square, others about half as wide.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? SVGWriter.fontSize * 3 / 5 : SVGWriter.fontSize) }
  }

  /// Breaks a text into lines that fit.
  static func lines(_ text: String, within room: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for character in text {
      if !line.isEmpty, width(line + String(character)) > room {
        lines.append(line)
        line = ""
      }
      line.append(character)
    }
    return lines + (line.isEmpty && !lines.isEmpty ? [] : [line])
  }
}
