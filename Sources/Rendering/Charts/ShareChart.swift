import Documents

/// One bar divided among the labels, and below it each pattern with its label and digits.
struct ShareChart {
  let data: ChartData
  /// Begins the ids of its patterns, which must be unique on the page.
  let id: String
  /// Whether labels and digits stand beside it already.
  var isLegendBeside = false
  /// Classes of the parts' colours, by position; without them the position decides.
  var tones: [String] = []

  private static let height = 280
  /// Below the bar, for labels.
  private static let room = 170

  /// The parts of the bar, which are positive.
  private var parts: [(label: String, point: ChartData.Point)] {
    guard let series = data.series.first else { return [] }
    return zip(data.labels, series.points).compactMap { label, point in
      point.flatMap { $0.number.millionths > 0 ? (label, $0) : nil }
    }
  }

  /// Whether it is a whole and its parts: no number is missing or negative, there is something to divide, and a pattern
  /// for each part.
  var fits: Bool {
    guard data.series.count == 1, let points = data.series.first?.points else { return false }
    return points.allSatisfy { $0.map { $0.number.millionths >= 0 } ?? false }
      && (1...ChartPattern.allCases.count).contains(parts.count)
  }

  /// The picture.
  func svg() -> [UInt8] {
    var svg = SVGWriter()
    let parts = parts
    let total = parts.reduce(ExactNumber(0)) { $0 + $1.point.number }
    let scale = ChartScale([total], length: SVGWriter.width)
    var sum = ExactNumber(0)
    var y = Self.height
    for (index, (part, kind)) in zip(parts, ChartPattern.allCases).enumerated() {
      let tone = index < tones.count ? tones[index] : "tone-\(index % 4)"
      let pattern = "\(id)-\(index)"
      svg.pattern(kind, id: pattern, class: tone)
      let start = scale.position(sum)
      sum = sum + part.point.number
      let width = scale.position(sum) - start
      svg.bar(x: start, y: 0, width: width, height: Self.height, class: "part " + tone, fill: pattern)
      if isLegendBeside {
        // As much as there is room for: the badges beside the chart have the rest.
        let texts = ["\(part.label)\(part.point.text)", part.point.text]
        if let text = texts.first(where: { ChartText.width($0) + 40 <= width }) {
          svg.text(text, x: start, y: Self.height + 150)
        }
      } else {
        legend(part, pattern, tone, &y, &svg)
      }
    }
    return svg.picture(
      height: y + (isLegendBeside ? Self.room : 20), title: isLegendBeside ? nil : data.title, words: data.words)
  }

  private func legend(
    _ part: (label: String, point: ChartData.Point), _ pattern: String, _ tone: String, _ y: inout Int,
    _ svg: inout SVGWriter
  ) {
    let room = SVGWriter.width - 260 - ChartText.width(part.point.text) - SVGWriter.fontSize
    for (index, line) in ChartText.lines(part.label, within: room).enumerated() {
      y += SVGWriter.lineHeight + 40
      svg.text(line, x: 260, y: y - 40)
      guard index == 0 else { continue }
      svg.bar(x: 10, y: y - 160, width: 160, height: 140, class: "part " + tone, fill: pattern)
      svg.text(part.point.text, x: SVGWriter.width, y: y - 40, anchor: "end", class: "value")
    }
  }
}
