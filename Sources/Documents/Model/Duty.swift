/// What the rules of the field ask for the documents of a kind; said in the kind's file.
package enum Duty: String, Sendable, Hashable, CaseIterable {
  /// To be interpreted (国办发〔2016〕80号; local rules).
  case interpretation
  /// To be printed in the gazette (国办发〔2018〕22号).
  case gazette
  /// Counted in the first table of the annual report (国办公开办函〔2021〕30号).
  case annualReport
}

/// Numbers that documents of a kind carry one after the other, as the issues of a gazette do.
package struct Series: Sendable, Hashable {
  /// Key of a field of type number.
  package let key: String
  /// Key of the number field in whose every value the series begins anew at 1 (`year`); nil: it runs on.
  package let within: String?

  /// Makes a series.
  package init(key: String, within: String? = nil) {
    self.key = key
    self.within = within
  }
}
