/// A list of documents that readers can follow: with a feed of what is new in it and, where it has days, a calendar of them. All
/// lists are followed in the same way; this says where the files are.
package enum FollowedList: Sendable, Hashable {
  /// The whole site.
  case site
  /// A column and those below it, by its path.
  case column(String)
  /// The documents under one term.
  case term(Facet, id: String)

  static let (feedName, calendarName) = ("feed.atom", "calendar.ics")

  /// Its folder: empty, or ends with `/`.
  var folder: String {
    switch self {
    case .site: ""
    case .column(let path): path + "/"
    case .term(let facet, let id): "\(facet.rawValue)/\(id)/"
    }
  }
}
