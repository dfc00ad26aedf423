import Base
import Documents
import Papers
import Resolution

/// The document that did something to another: one of this library, or one outside it.
struct Actor {
  let title: String
  let documentNumber: String?
  /// Where to read it; nil for one outside the library whose address is not known.
  let href: String?
  /// Nil for one outside the library.
  let entry: CorpusEntry?

  /// Nil when it is not public.
  ///
  /// - Parameter address: The page that links to it.
  init?(of act: Relation, in corpus: Corpus, from address: PageAddress) {
    if let outside = act.outside {
      self.init(
        title: outside.title, documentNumber: outside.documentNumber, href: outside.url.map(\.encodedForURL),
        entry: nil)
    } else if let entry = corpus[act.source] {
      self.init(entry, from: address)
    } else {
      return nil
    }
  }

  /// One of this library.
  init(_ entry: CorpusEntry, from address: PageAddress) {
    self.init(
      title: entry.document.title, documentNumber: entry.document.documentNumber?.text,
      href: address.href(entry.document.url), entry: entry)
  }

  private init(title: String, documentNumber: String?, href: String?, entry: CorpusEntry?) {
    self.title = title
    self.documentNumber = documentNumber
    self.href = href
    self.entry = entry
  }

  /// `《标题》（文号）`.
  var citation: String { Self.citation(title, documentNumber) }

  /// `《标题》（文号）`; a title already wrapped in 《》 is not wrapped again, and 本站已撤下的文件 is none.
  static func citation(_ title: String, _ documentNumber: String?) -> String {
    if OutsideAct.substitutes.contains(title) { return title }
    return (title.hasPrefix("《") && title.hasSuffix("》") ? title : "《\(title)》")
      + (documentNumber.map { "（\($0)）" } ?? "")
  }

  /// Those of several acts, each once.
  static func all(of acts: [Relation], in corpus: Corpus, from address: PageAddress) -> [Actor] {
    var seen: Set<String> = []
    return acts.sorted { $0.source < $1.source }.compactMap { Actor(of: $0, in: corpus, from: address) }
      .filter { seen.insert($0.href ?? $0.citation).inserted }
  }
}
