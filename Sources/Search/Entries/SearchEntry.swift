/// One public document, as the search index sees it.
package struct SearchEntry: Sendable, Equatable {
  /// Site-relative address without a leading slash, with a slash at the end: `zhengce/2023-3/`.
  package var url: String
  /// Title as shown.
  package var title: String
  /// 发文字号 as shown.
  package var documentNumber: String?
  /// 索引号 as shown.
  package var indexNumber: String?
  /// Issuers as shown, the leading one first.
  package var issuer: String
  /// Label of the kind; empty where it tells a reader nothing.
  package var kind: String
  /// 关键词, and other words that lead to it.
  package var keywords: [String]
  /// Summary written by the author; empty when there is none. The index holds its first 80 characters.
  package var summary: String
  /// Code of the state on the day of the build (`inForce`); empty when the kind has no lifecycle.
  package var state: String
  /// The state's label (有效).
  package var stateLabel: String
  /// Whether the state ranks below those in force: repealed, expired, annulled.
  package var isEnded: Bool
  /// The upcoming states, soonest first: until the next build, results show the one for the reader's day.
  package var changes: [Change]
  /// `YYYY-MM-DD`, the date to sort by.
  package var date: String
  /// For each facet of the index, in order, the positions of this document's values in `SearchFacet.values`.
  package var facets: [[Int]]
  /// Approximate number of characters in the body.
  package var length: Int
  /// Title of its column; a code that is published in parts is called so.
  package var column: String
  /// The articles of its text, from the first to the last; nil when it has none.
  package var articles: ClosedRange<Int>?
  /// The files beside it.
  package var attachments: [SearchAttachment]

  /// Characters of a summary that results show.
  static let summaryLength = 80

  /// A document's card.
  package init(
    url: String, title: String, documentNumber: String? = nil, indexNumber: String? = nil, issuer: String = "",
    kind: String = "", keywords: [String] = [], summary: String = "", state: String = "", stateLabel: String = "",
    isEnded: Bool = false,
    changes: [Change] = [], date: String, facets: [[Int]] = [],
    length: Int = 0, column: String = "", articles: ClosedRange<Int>? = nil, attachments: [SearchAttachment] = []
  ) {
    self.url = url
    self.title = title
    self.documentNumber = documentNumber
    self.indexNumber = indexNumber
    self.issuer = issuer
    self.kind = kind
    self.keywords = keywords
    self.summary = String(summary.prefix(Self.summaryLength))
    self.state = state
    self.stateLabel = stateLabel
    self.isEnded = isEnded
    self.changes = changes
    self.date = date
    self.facets = facets
    self.length = length
    self.column = column
    self.articles = articles
    self.attachments = attachments
  }

  /// Folded year and serial of each number: `2023-3`.
  var numberKeys: [String] { [documentNumber, indexNumber].compactMap(\.self).compactMap(NumberKey.init).map(\.text) }

  /// A state that begins on a later day.
  package struct Change: Sendable, Equatable {
    /// Its first day, `YYYY-MM-DD`.
    package var day: String
    /// Code of the state.
    package var state: String
    /// The state's label.
    package var label: String
    /// As ``SearchEntry/isEnded``.
    package var isEnded: Bool

    /// A state with its first day.
    package init(day: String, state: String, label: String, isEnded: Bool) {
      self.day = day
      self.state = state
      self.label = label
      self.isEnded = isEnded
    }
  }
}

/// A page besides the documents that a reader may name: a column, a topic, an issuer.
package struct SearchPlace: Sendable, Equatable {
  /// As readers call it.
  package var title: String
  /// What it is: 栏目.
  package var kind: String
  /// Address below the site's root.
  package var url: String

  /// Memberwise.
  package init(title: String, kind: String, url: String) {
    self.title = title
    self.kind = kind
    self.url = url
  }
}

/// A facet that results can be filtered by: 主题分类, 发文机关, 年份.
package struct SearchFacet: Sendable, Equatable {
  /// Its parameter in the search page's address: `topic`.
  package var id: String
  /// Heading shown.
  package var label: String
  /// All values, in the order in which the page shows values of equal count.
  package var values: [Value]

  /// One value of a facet.
  package struct Value: Sendable, Equatable {
    /// Its name in the search page's address.
    package var id: String
    /// Label shown.
    package var label: String

    /// Memberwise.
    package init(id: String, label: String) {
      self.id = id
      self.label = label
    }
  }

  /// Memberwise.
  package init(id: String, label: String, values: [Value]) {
    self.id = id
    self.label = label
    self.values = values
  }
}

/// A section of a document's body: its heading and the text below it, in the order of the page.
package struct SearchSection: Sendable {
  /// The `id` on the page at which it begins; nil before the first numbered place, and for tables below the text.
  package var anchor: String?
  /// Heading as on the page; empty when the section has none.
  package var heading: String
  /// Plain text, UTF-8, without the heading.
  package var text: ArraySlice<UInt8>

  /// Memberwise.
  package init(anchor: String? = nil, heading: String = "", text: ArraySlice<UInt8>) {
    self.anchor = anchor
    self.heading = heading
    self.text = text
  }
}
