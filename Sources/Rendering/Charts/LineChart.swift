import Documents

/// A line for each series, one below the other and each with its zero: nothing to tell apart by colour, no digits on
/// top of each other. A number that is missing leaves a gap.
struct LineChart {
  let data: ChartData

  private static let height = 600
  /// Stands in the gap of a missing number.
  private static let missing = "缺"

  /// Whether the digits and the labels fit beside each other.
  var fits: Bool {
    guard data.labels.count > 1 else { return false }
    let texts = data.series.flatMap { $0.points.map { $0?.text ?? Self.missing } }
    return (texts.map(ChartText.width).max() ?? 0) + 40 <= step
  }

  private var step: Int { SVGWriter.width / max(data.labels.count, 1) }

  /// The picture.
  func svg() -> [UInt8] {
    var svg = SVGWriter()
    var y = 0
    for series in data.series { panel(series, &y, &svg) }
    // Where years are close, only every second or third is named; the last one always.
    let every = ((data.labels.map(ChartText.width).max() ?? 0) + 40 + step - 1) / step
    for (index, label) in data.labels.enumerated() where (data.labels.count - 1 - index) % max(every, 1) == 0 {
      svg.text(label, x: Self.inside(x(index), ChartText.width(label)), y: y + 130, anchor: "middle")
    }
    return svg.picture(height: y + SVGWriter.lineHeight, title: data.title, words: data.words)
  }

  /// A text at the edge of the picture is moved inside.
  private static func inside(_ x: Int, _ width: Int) -> Int { min(max(x, width / 2), SVGWriter.width - width / 2) }

  private func x(_ index: Int) -> Int { step / 2 + index * step }

  private func panel(_ series: ChartData.Series, _ y: inout Int, _ svg: inout SVGWriter) {
    if !series.name.isEmpty {
      for line in ChartText.lines(series.name, within: SVGWriter.width) {
        y += SVGWriter.lineHeight
        svg.text(line, x: 0, y: y - 50, class: "group")
      }
    }
    // The digits stand above their points.
    y += SVGWriter.lineHeight
    let scale = ChartScale(
      data.hasOneScale ? data.numbers : series.points.compactMap { $0?.number }, length: Self.height)
    let bottom = y + Self.height
    let points = series.points.enumerated().map { index, point in
      point.map { (x: x(index), y: bottom - scale.position($0.number), text: $0.text) }
    }
    svg.line((0, bottom - scale.zero), (SVGWriter.width, bottom - scale.zero), class: "axis")
    for run in points.split(whereSeparator: { $0 == nil }) where run.count > 1 {
      svg.path(run.compactMap(\.self).map { ($0.x, $0.y) }, class: "trend")
    }
    for (index, point) in points.enumerated() {
      guard let point else {
        svg.text(Self.missing, x: x(index), y: bottom - scale.zero - 50, anchor: "middle")
        continue
      }
      svg.dot((point.x, point.y), class: "bar")
      svg.text(point.text, x: point.x, y: point.y - 80, anchor: "middle", class: "value")
    }
    y = bottom + 140
  }
}
