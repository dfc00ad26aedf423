/// What regulations require for the documents of a kind; declared in the kind's file.
package enum Duty: String, Sendable, Hashable, CaseIterable {
  /// Must be interpreted (国办发〔2016〕80号; local rules).
  case interpretation
  /// Must be printed in the gazette (国办发〔2018〕22号).
  case gazette
  /// Counted in the first table of the annual report (国办公开办函〔2021〕30号).
  case annualReport
  /// Is a guide to a service, whose elements inspectors count (国办秘函〔2019〕19号).
  case serviceGuide
}

/// Consecutive numbers of the documents of a kind, such as the issues of a gazette.
package struct Series: Sendable, Hashable {
  /// Key of a field of type number.
  package let key: String
  /// Key of the number field for each value of which the series restarts at 1 (`year`); nil: it never restarts.
  package let within: String?

  /// Memberwise.
  package init(key: String, within: String? = nil) {
    self.key = key
    self.within = within
  }
}
