import Documents

/// A bar for each number, its label and its digits above it: readable on a phone, whatever the length of the labels.
struct BarChart {
  let data: ChartData

  private static let thickness = 120
  private static let gap = 90

  /// The picture.
  func svg() -> [UInt8] {
    var svg = SVGWriter()
    let scale = ChartScale(data.numbers, length: SVGWriter.width)
    var y = 0
    for (index, label) in data.labels.enumerated() {
      let isGroup = data.series.count > 1
      if isGroup {
        if index > 0 { y += Self.gap }
        heading(label, nil, &y, &svg)
      }
      for series in data.series {
        let point = series.points[index]
        heading(isGroup ? series.name : label, point?.text ?? "无数据", &y, &svg)
        if let point { bar(point.number, scale, y: y, &svg) }
        svg.line(
          (scale.zero, y - 10), (scale.zero, y + Self.thickness + 10), class: "axis")
        y += Self.thickness + Self.gap
      }
    }
    return svg.picture(height: max(y, 10), title: data.title, words: data.words)
  }

  /// A label on the left and the digits on the right; the label gets as many lines as it needs.
  private func heading(_ label: String, _ value: String?, _ y: inout Int, _ svg: inout SVGWriter) {
    let taken = value.map { ChartText.width($0) + SVGWriter.fontSize } ?? 0
    for (index, line) in ChartText.lines(label, within: SVGWriter.width - taken).enumerated() {
      y += SVGWriter.lineHeight
      svg.text(line, x: 0, y: y - 50, class: value == nil ? "group" : nil)
      if index == 0, let value { svg.text(value, x: SVGWriter.width, y: y - 50, anchor: "end", class: "value") }
    }
  }

  private func bar(_ number: ExactNumber, _ scale: ChartScale, y: Int, _ svg: inout SVGWriter) {
    let (end, zero) = (scale.position(number), scale.zero)
    svg.bar(
      x: min(end, zero), y: y, width: abs(end - zero), height: Self.thickness,
      class: number.millionths < 0 ? "bar below" : "bar")
  }
}
