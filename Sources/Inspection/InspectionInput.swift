package import Base
package import Documents
package import Resolution

/// What is inspected: the library on a day, and what earlier stages said of it.
package struct InspectionInput: Sendable {
  package let corpus: Corpus
  /// All valid documents, public or not.
  package let documents: [Document]
  package let due: DueList
  /// The findings of the check.
  package let findings: [Diagnostic]

  /// Memberwise.
  package init(corpus: Corpus, documents: [Document], due: DueList, findings: [Diagnostic]) {
    self.corpus = corpus
    self.documents = documents
    self.due = due
    self.findings = findings
  }

  var site: Site { corpus.site }
  var settings: InspectionSettings { corpus.site.inspection }
  var today: CalendarDate { corpus.asOf }

  /// Days from today to a day; negative when it is over.
  func days(to day: CalendarDate) -> Int { day.daysSince1970 - today.daysSince1970 }
}

/// How the search did with some titles.
package struct SearchSample: Sendable, Hashable {
  /// How many were looked up.
  package let count: Int
  /// Titles that the index does not find, with the addresses of their documents.
  package let lost: [Found]
  /// Titles that so many documents contain that theirs may not be on the first page.
  package let crowded: [Found]

  /// A title and the address of its document.
  package struct Found: Sendable, Hashable {
    package let title: String
    package let url: String

    /// Memberwise.
    package init(title: String, url: String) {
      self.title = title
      self.url = url
    }
  }

  /// Memberwise.
  package init(count: Int, lost: [Found], crowded: [Found]) {
    self.count = count
    self.lost = lost
    self.crowded = crowded
  }
}

/// Whether the links to other sites could be opened.
package enum LinkAnswers: Sendable, Hashable {
  /// Nobody asked.
  case notAsked
  /// Nothing could be asked, and why.
  case impossible(String)
  /// Addresses that did not answer, with what came instead: `404`, `找不到主机`.
  case asked(Int, dead: [String: String])
}
