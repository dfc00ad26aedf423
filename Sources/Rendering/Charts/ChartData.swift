import Documents

/// The numbers of a chart, as their table has them.
struct ChartData: Sendable, Hashable {
  /// What the chart shows, for readers.
  let title: String
  /// What the numbers belong to: years, items.
  let labels: [String]
  let series: [Series]
  /// Whether lengths of different series can be compared: parts of the same whole.
  var hasOneScale = false

  /// Numbers of one meaning, one for each label.
  struct Series: Sendable, Hashable {
    /// Empty where there is only one series and the title says what it is.
    let name: String
    /// Nil: the table has no number there.
    let points: [Point?]
  }

  /// A number and its digits in the table, which are never rounded.
  struct Point: Sendable, Hashable {
    let number: ExactNumber
    let text: String

    /// Nil for a text that is no number.
    init?(_ text: String) {
      guard let number = ExactNumber(text) else { return nil }
      self.number = number
      self.text = text
    }

    /// A count.
    init(_ count: Int) {
      number = ExactNumber(count)
      text = String(count)
    }
  }

  var numbers: [ExactNumber] { series.flatMap { $0.points.compactMap { $0?.number } } }

  /// All numbers in words, for those who do not see the chart.
  var words: String {
    labels.indices.map { index in
      let values = series.map { series in
        let value = series.points[index]?.text ?? "无数据"
        return series.name.isEmpty ? value : "\(series.name)\(value)"
      }
      return "\(labels[index])：\(values.joined(separator: "，"))"
    }.joined(separator: "；") + "。"
  }
}

/// From numbers to positions. Every scale has a zero, so that lengths can be compared.
struct ChartScale: Sendable {
  private let low: Int128
  private let high: Int128
  private let length: Int

  /// - Parameter length: The room for all numbers, in tenths of a unit.
  init(_ numbers: [ExactNumber], length: Int) {
    low = min(numbers.map(\.millionths).min() ?? 0, 0)
    high = max(numbers.map(\.millionths).max() ?? 0, 0)
    self.length = length
  }

  /// The position of zero, in tenths of a unit.
  var zero: Int { position(0) }

  /// The position of a number, in tenths of a unit from the lowest.
  func position(_ number: ExactNumber) -> Int { position(number.millionths) }

  private func position(_ millionths: Int128) -> Int {
    guard high > low else { return 0 }
    // Doubles divide huge numbers without overflow; a tenth of a unit is far above their error.
    return Int((Double(millionths - low) / Double(high - low) * Double(length)).rounded())
  }
}
