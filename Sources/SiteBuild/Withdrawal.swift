import Base
import Documents
import Loading
package import Publishing
import Resolution

/// A document of a release, as its open data names it.
package struct PublishedDocument: Sendable, Hashable {
  package let id: String
  package let url: String
  package let title: String
  /// Of what its author wrote; nil in releases of older versions of the program.
  package let fingerprint: String?
}

/// Texts that are no longer published, and the earlier releases that still have them.
package struct Withdrawal: Sendable {
  private let output: OutputFolder

  /// Of one output folder.
  package init(_ output: OutputFolder) { self.output = output }

  /// The documents that going back to a release would publish again although they were withdrawn: it has them, the newest release
  /// does not. Nothing was withdrawn since the newest one.
  package func comingBack(with number: Int?) throws(PublishingError) -> [PublishedDocument] {
    let chosen = try output.restorable(number)
    guard let newest = try output.releases().max(by: { $0.moment < $1.moment }), newest.number != chosen else {
      return []
    }
    let known = Set(try documents(in: newest.number).map(\.id))
    return try documents(in: chosen).filter { !known.contains($0.id) }
  }

  /// Those of some documents that earlier releases still hold, sorted; of a release that cannot be read, nothing is known.
  func kept(_ ids: [String]) -> [String] {
    if ids.isEmpty { return [] }
    let numbers = ((try? output.releases()) ?? []).compactMap(\.number)
    let rows = numbers.flatMap {
      (((try? output.file(SiteFile.documentsJSONL.path, in: $0)) ?? nil) ?? []).split(separator: 0x0A)
    }
    // Rows begin with it; to read them as a whole would cost more than the release.
    let known = Set(rows.map { $0.prefix { $0 != 0x2C } }.map { String(decoding: $0, as: UTF8.self) })
    return ids.filter { known.contains("{\"id\":\"\($0)\"") }.sorted()
  }

  /// The document of this id, path or address in a release; nil when it has none.
  package func document(_ name: String, in number: Int?) throws(PublishingError) -> PublishedDocument? {
    let wanted = Self.path(name)
    return try documents(in: number).first { document in
      document.url == name || document.id == wanted || Self.isWhole(wanted, in: Self.path(document.url))
    }
  }

  /// `zhengce/2023-3` of `Content/zhengce/2023-3.md`, `zhengce/2023-3/index.md` or `https://host/zhengce/2023-3/`.
  package static func path(_ name: String) -> String {
    var path = Substring(name)
    if let scheme = path.firstRange(of: "://") {
      path = path[scheme.upperBound...]
      path = path.firstIndex(of: "/").map { path[$0...] } ?? ""
    }
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    for prefix in ["/", "Content/"] where path.hasPrefix(prefix) { path = path.dropFirst(prefix.count) }
    for suffix in ["index.md", "index.html", ".md", "/"] where path.hasSuffix(suffix) {
      path = path.dropLast(suffix.count)
    }
    return String(path)
  }

  /// Whether an address ends with a path as a whole, below the path of the site.
  private static func isWhole(_ path: String, in address: String) -> Bool {
    path.contains("/") && (address == path || address.hasSuffix("/" + path))
  }

  private func documents(in number: Int?) throws(PublishingError) -> [PublishedDocument] {
    let rows = try output.file("data/documents.jsonl", in: number) ?? []
    return rows.split(separator: 0x0A).compactMap { line in
      guard let row = JSONValue(json: Array(line)), let id = row["id"]?.text else { return nil }
      return PublishedDocument(
        id: id, url: row["url"]?.text ?? "", title: row["title"]?.text ?? id,
        fingerprint: row["fingerprint"]?.text)
    }
  }
}

/// Why a text was not forgotten.
package enum ForgetError: Error, Sendable, Hashable {
  /// It is on the site.
  case published(PublishedDocument)
  /// The next build would publish it.
  case inContent(String)
  /// No kept release has it.
  case unknown(String)

  /// One sentence for people.
  package var message: String {
    switch self {
    case .published(let document):
      "《\(document.title)》还在网站上（\(document.url)），未作任何改动；请先从 Content 移走它、重新生成，再执行 gongkai forget；"
        + "只清除它改动以前的文本的，加上 --older"
    case .inContent(let path): "\(path) 还在，下一次生成会再公开，未作任何改动；请先写上 withdrawn（撤下），或者移走它"
    case .unknown(let name): "保留的历史版本里都没有“\(name)”，没有需要清除的；写法如 zhengce/2023-3，或者它的网址"
    }
  }
}

/// What was removed.
package struct Forgotten: Sendable {
  package let document: PublishedDocument
  /// Kept releases that had it and are gone.
  package let releases: [Int]
  /// Folders with what others had put into such a release.
  package let folders: [String]
}

/// Removes every kept release that has a withdrawn text, and what the last builds remembered of it. The text is on many pages of a
/// release (lists, feeds, search index), so the release goes as a whole.
///
/// - Parameters:
///   - name: Id, path below Content, or address.
///   - older: Of a document that is still on the site, only the releases that have another text of it.
/// - Throws: ``ForgetError``, ``PublishingError``, ``FileError``.
package func forget(_ name: String, older: Bool, _ request: BuildRequest) async throws -> Forgotten {
  let output = try OutputFolder(path: request.output)
  let lock = try OutputLock(output)
  try output.clearLeftovers(under: lock)
  let withdrawal = Withdrawal(output)
  let current = try withdrawal.document(name, in: nil)
  if let current, !older { throw ForgetError.published(current) }
  let kept = try output.releases().compactMap(\.number)
  var found: [(number: Int, document: PublishedDocument)] = []
  for number in kept {
    guard let document = try withdrawal.document(name, in: number) else { continue }
    if current == nil || document.fingerprint != current?.fingerprint { found.append((number, document)) }
  }
  guard let document = found.first?.document else {
    let id = Withdrawal.path(name)
    guard current == nil, PublishedAddresses(of: output).have(id) else { throw ForgetError.unknown(name) }
    let document = PublishedDocument(id: id, url: "", title: id, fingerprint: nil)
    let corpus = try await requireGone(document, request)
    // The reason stays at its address; nothing else is left.
    if corpus.tombstones.contains(where: { $0.id.path == id }) { throw ForgetError.unknown(name) }
    PublishedAddresses.forget(id, in: output)
    return Forgotten(document: document, releases: [], folders: [])
  }
  if current == nil { try await requireGone(document, request) }
  let numbers = found.map(\.number).sorted()
  if current == nil {
    try output.forgetText(of: document.id)
    PublishedAddresses.forget(document.id, in: output)
  }
  // They are found again by what is in the files, not by whose they are.
  try output.keepReadings(only: [])
  let folders = try output.forget(numbers, under: lock)
  Recorder(output, at: lock.takenAt / 1_000_000_000).forgetFailure()
  return Forgotten(document: document, releases: numbers, folders: folders)
}

/// Throws when the next build would publish a document, or may, because its file has errors.
///
/// - Returns: What the next build would publish.
@discardableResult
private func requireGone(_ document: PublishedDocument, _ request: BuildRequest) async throws -> Corpus {
  let preparation = try await Preparation(request)
  let id = DocumentID(document.id)
  let failed = preparation.library.failedDocuments.first {
    $0.hasPrefix("Content/") && DocumentID(sourcePath: String($0.dropFirst("Content/".count))) == id
  }
  if let failed { throw ForgetError.inContent(failed) }
  if let entry = preparation.corpus[id] { throw ForgetError.inContent(entry.document.frontMatter.path) }
  return preparation.corpus
}
