import Documents
package import Base

/// What an indicator came to.
package struct Reading: Sendable, Hashable {
  package let indicator: Indicator
  package let state: State
  /// What was found, in words.
  package let measured: String
  /// What is counted or how many days, where it is a number.
  package var value: Int?
  /// Whole days until it is broken if nothing is done: 0 on the last day; nil where no day is known.
  package var daysLeft: Int?
  /// Where, the worst first.
  package var places: [Place] = []
  /// Whether it is broken, but what says so is not certain or local, so that it only counts as near.
  package private(set) var isReminder = false

  /// How an indicator stands.
  package enum State: String, Sendable, Hashable, CaseIterable {
    case failed = "不合格"
    case near = "临近"
    case passed = "合格"
    case unmeasured = "无法测量"
  }

  /// Something to look at.
  package struct Place: Sendable, Hashable {
    /// What about it.
    package let text: String
    /// `Content/a/b.md:3`; nil where there is no file.
    package var file: String?
    /// Address of a page below the site's root, or of another site.
    package var url: String?

    /// Memberwise.
    package init(_ text: String, file: String? = nil, url: String? = nil) {
      self.text = text
      self.file = file
      self.url = url
    }
  }

  /// Memberwise.
  package init(
    _ indicator: Indicator, _ state: State, _ measured: String, value: Int? = nil, daysLeft: Int? = nil,
    places: [Place] = []
  ) {
    self.indicator = indicator
    self.state = state
    self.measured = measured
    self.value = value
    self.daysLeft = daysLeft
    self.places = places
  }
}

extension Reading {
  /// As a reminder, if it is broken.
  var asReminder: Reading {
    guard state == .failed else { return self }
    var reminder = Reading(
      indicator, .near, measured, value: value, daysLeft: daysLeft, places: places)
    reminder.isReminder = true
    return reminder
  }
}

extension Reading.Place {
  /// A document, with its file.
  init(_ document: Document, _ text: String? = nil, at key: String? = nil) {
    let location = key.map { document.location(of: $0) } ?? document.frontMatter.whole
    self.init(text ?? document.title, file: location.shown, url: document.url)
  }

  /// A column, with its file.
  init(_ column: Column, _ text: String) {
    self.init(text, file: column.frontMatter.path, url: column.url)
  }
}

extension Diagnostic.Location {
  /// `Content/a/b.md:3`.
  package var shown: String { "\(path):\(start.line)" }
}
