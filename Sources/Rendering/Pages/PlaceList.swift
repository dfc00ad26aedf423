import Documents
import Resolution

/// What the list of a place says beside its documents: what it lies in, what lies in it, and which documents are for a larger place.
struct PlaceList {
  let shelves: Shelves
  let term: TermIndex.Shelf
  private let place: Place

  /// Nil for a name that the site does not list.
  init?(shelves: Shelves, term: TermIndex.Shelf) {
    guard let place = shelves.corpus.site.places.named(term.name) else { return nil }
    (self.shelves, self.term, self.place) = (shelves, term, place)
  }

  private var places: [Place] { shelves.corpus.site.places }

  /// The sheet for its board.
  var poster: SiteFile { .poster(term.id) }

  /// The pages of what it lies in, the largest first.
  var above: [(title: String, url: String)] {
    place.above.reversed().compactMap { name in shelves.terms.url(.places, name: name).map { (name, $0) } }
  }

  /// A sentence for readers.
  var explanation: String {
    place.above.first.map { "面向\(place.name)的公开内容，也包括面向\($0)的。" } ?? "面向\(place.name)的公开内容。"
  }

  /// For each document that is not for this place alone, the larger place that it is for, by position.
  var notes: [Int: String] {
    let notes = term.documents.compactMap { position -> (Int, String)? in
      let names = shelves.corpus.entries[position].document.localities
      guard !names.contains(place.name) else { return nil }
      return place.above.first(where: names.contains).map { (position, "面向\($0)") }
    }
    return Dictionary(notes, uniquingKeysWith: { first, _ in first })
  }

  /// The places that lie in it; nil without any.
  func below(from address: PageAddress) -> View? {
    let names = Set(places.directlyBelow(place.name).map(\.name))
    return View.items(
      shelves.terms[.places].filter { names.contains($0.name) }.map { shelf in
        .make([
          "title": .text(places.named(shelf.name)?.shortName ?? shelf.name), "href": .text(address.href(shelf.url)),
          "total": .text(String(shelf.documents.count)),
        ])
      }
    ).map { .make(["items": $0]) }
  }
}
