import Documents
import Testing

@testable import Rendering

@Suite("Charts")
struct ChartTests {
  private static func data(_ labels: [String], _ columns: [(String, [String])]) -> ChartData {
    ChartData(
      title: "各年件数", labels: labels,
      series: columns.map { .init(name: $0.0, points: $0.1.map { ChartData.Point($0) }) })
  }

  /// The attributes of every element of a name, in order.
  private static func elements(_ name: String, _ svg: [UInt8]) -> [[String: String]] {
    String(decoding: svg, as: UTF8.self).split(separator: "<").filter { $0.hasPrefix(name + " ") }.map { element in
      Dictionary(
        element.matches(of: /([a-z0-9-]+)="([^"]*)"/).map { (String($0.1), String($0.2)) },
        uniquingKeysWith: { first, _ in first })
    }
  }

  private static func number(_ element: [String: String], _ name: String) -> Double {
    Double(element[name] ?? "") ?? -1
  }

  @Test("bars are as long as their numbers, from a common zero")
  func bars() {
    let svg = BarChart(data: Self.data(["甲", "乙", "丙"], [("", ["100", "50", "0"])])).svg()
    let bars = Self.elements("rect", svg)
    #expect(bars.map { Self.number($0, "width") } == [360, 180, 0])
    #expect(bars.allSatisfy { Self.number($0, "x") == 0 })
    #expect(Set(bars.map { $0["height"] }).count == 1)
  }

  @Test("numbers that hardly differ have bars that hardly differ: zero is always there")
  func zero() {
    let bars = Self.elements("rect", BarChart(data: Self.data(["甲", "乙"], [("", ["99", "100"])])).svg())
    #expect(Self.number(bars[0], "width") > 356)
    #expect(ChartScale([ExactNumber(99), ExactNumber(100)], length: 1000).zero == 0)
  }

  @Test("a negative number goes to the other side of zero, and looks different")
  func negative() {
    let svg = BarChart(data: Self.data(["甲", "乙"], [("", ["30", "-10"])])).svg()
    let bars = Self.elements("rect", svg)
    #expect(bars.map { Self.number($0, "x") } == [90, 0])
    #expect(bars.map { Self.number($0, "width") } == [270, 90])
    #expect(bars.map { $0["class"] } == ["bar", "bar below"])
    #expect(Self.elements("line", svg).allSatisfy { $0["x1"] == "90" && $0["x2"] == "90" })
  }

  @Test("digits are those of the table, and a missing number is said")
  func digits() {
    let svg = BarChart(data: Self.data(["甲", "乙", "丙"], [("", ["629.650", "", "1000000.01"])])).svg()
    let text = String(decoding: svg, as: UTF8.self)
    #expect(text.contains(">629.650</text>") && text.contains(">1000000.01</text>") && text.contains(">无数据</text>"))
    #expect(Self.elements("rect", svg).count == 2)
    #expect(text.contains("<desc>甲：629.650；乙：无数据；丙：1000000.01。</desc>"))
  }

  @Test("a line has a gap where a number is missing, and each series its own zero")
  func line() {
    let data = Self.data(
      ["2022", "2023", "2024", "2025"], [("制发", ["4", "", "3", "4"]), ("有效", ["20", "22", "23", "25"])])
    let chart = LineChart(data: data)
    #expect(chart.fits)
    let svg = chart.svg()
    let trends = Self.elements("polyline", svg).map { $0["points"]?.split(separator: " ").count }
    #expect(trends == [2, 4])
    #expect(String(decoding: svg, as: UTF8.self).contains(">缺</text>"))
    // 25 of 25 is 60 units above the line of zero, 20 is 48.
    let axis = Self.elements("line", svg).map { Self.number($0, "y1") }
    let dots = Self.elements("circle", svg).map { Self.number($0, "cy") }
    #expect(dots.count == 7 && axis[1] - dots[6] == 60 && axis[1] - dots[3] == 48)
  }

  @Test("digits that have no room beside each other are drawn as bars")
  func crowded() {
    let years = (2000..<2030).map(String.init)
    let data = Self.data(years, [("", years)])
    #expect(!LineChart(data: data).fits)
    let html = String(decoding: ChartFigure(data: data, shape: .line, id: "a").html, as: UTF8.self)
    #expect(!html.contains("<polyline") && html.contains("<rect class=\"bar\""))
  }

  @Test("shares fill one bar, and each has a pattern of its own and its digits")
  func share() {
    let svg = ShareChart(data: Self.data(["甲", "乙", "丙"], [("", ["50", "30", "20"])]), id: "t").svg()
    let parts = Self.elements("rect", svg).filter { $0["height"] == "28" }
    #expect(parts.map { Self.number($0, "width") } == [180, 108, 72])
    #expect(parts.map { Self.number($0, "x") } == [0, 180, 288])
    #expect(Set(parts.compactMap { $0["fill"] }).count == 3)
    #expect(Self.elements("pattern", svg).map { $0["id"] } == ["t-0", "t-1", "t-2"])
    #expect(String(decoding: svg, as: UTF8.self).contains(">乙</text>"))
  }

  @Test("what is no whole is not divided", arguments: [["50", "-10"], ["50", ""], ["0", "0"]])
  func noShare(_ numbers: [String]) {
    let data = Self.data(["甲", "乙"], [("", numbers)])
    #expect(!ShareChart(data: data, id: "t").fits)
    let html = String(decoding: ChartFigure(data: data, shape: .share, id: "a").html, as: UTF8.self)
    #expect(!html.contains("<pattern"))
  }

  @Test("a long label is broken, never cut, and leaves room for the digits")
  func longLabel() {
    let label = String(repeating: "行政事业性收费", count: 10)
    let svg = BarChart(data: Self.data([label], [("", ["18642"])])).svg()
    let texts = String(decoding: svg, as: UTF8.self).matches(of: />([^<]+)<\/text>/).map { String($0.1) }
    #expect(texts.filter { $0 != "18642" }.joined() == label)
    #expect(texts.allSatisfy { ChartText.width($0) <= SVGWriter.width })
  }

  @Test("a picture has a name and its numbers in words, and no styles of its own")
  func access() {
    let data = Self.data(["甲<"], [("", ["1"])])
    for svg in [BarChart(data: data).svg(), LineChart(data: data).svg(), ShareChart(data: data, id: "i").svg()] {
      let text = String(decoding: svg, as: UTF8.self)
      #expect(text.contains(" role=\"img\"><title>各年件数</title><desc>甲&lt;：1。</desc>"))
      #expect(!text.contains("style"))
      #expect(text.hasPrefix("<svg ") && text.hasSuffix("</svg>"))
    }
  }
}
