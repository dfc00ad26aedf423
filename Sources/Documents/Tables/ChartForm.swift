/// 图: how a kind has a table drawn, beside the table itself.
package struct ChartForm: Sendable, Hashable {
  package let shape: Shape
  /// What the chart shows, for readers; nil: the caption of its table.
  package let title: String?
  /// Key of the column that names what is drawn; nil: the header column.
  package let label: String?
  /// Keys of the columns with the numbers; never empty.
  package let values: [String]
  /// Keys of the rows that are drawn, in official forms; empty: all.
  package let lines: [String]
  /// Labels of rows that are left out: 合计.
  package let except: [String]
  /// Key of the number, a year, over which the documents of the kind are compared; nil: one document alone.
  package let over: String?

  /// The forms of charts.
  package enum Shape: String, Sendable, Hashable, CaseIterable {
    /// A bar for each number.
    case bar
    /// A line for each column, over rows or years in order.
    case line
    /// One bar divided among the rows.
    case share
  }

  /// Memberwise.
  package init(
    shape: Shape, title: String? = nil, label: String? = nil, values: [String], lines: [String] = [],
    except: [String] = [], over: String? = nil
  ) {
    self.shape = shape
    self.title = title
    self.label = label
    self.values = values
    self.lines = lines
    self.except = except
    self.over = over
  }
}
