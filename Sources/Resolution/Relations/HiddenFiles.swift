import Base
import Documents

/// The files of documents that are not public. A file belongs to the document in whose folder it is; one that lies in no
/// document's folder, to those that list it. What belongs to a document that is not public by its own words stays hidden
/// whoever else lists it; what belongs to one that is only left out for its errors, unless a public one lists it.
struct HiddenFiles: Sendable {
  private enum State {
    case open
    /// Left out because of errors.
    case leftOut(DocumentID)
    case secret(Document)
  }

  /// By the path of each document, which is that of its folder.
  private var folders: [String: State] = [:]
  private var secretLists: [String: [Document]] = [:]
  private var leftOutLists: [String: DocumentID] = [:]
  private var publicLists: Set<String> = []
  /// Secret documents of which nothing but the bytes is known, by the folder of their file.
  private var unread: [String: [Document]] = [:]
  /// Documents of which nothing is known, by the folder of their file.
  private var unknown: [String: DocumentID] = [:]
  private let hidesNothing: Bool

  /// - Parameters:
  ///   - hidden: Whatever has no page on this day, by path.
  init(documents: [Document], faulty: [Document], hidden: [String: DocumentID], asOf: CalendarDate) {
    hidesNothing = hidden.isEmpty
    if hidden.isEmpty { return }
    for (path, id) in hidden { folders[path] = .leftOut(id) }
    let read = Set(documents.map(\.id)).union(faulty.map(\.id))
    for id in hidden.values where !read.contains(id) { unknown[id.path.parentPath] = id }
    for document in documents + faulty {
      let path = document.id.path
      if document.mayBeHidden || !document.isPublic(on: asOf) {
        folders[path] = .secret(document)
        for file in document.listedFiles { secretLists[file, default: []].append(document) }
        if document.mayBeHidden { unread[path.parentPath, default: []].append(document) }
      } else if hidden[path] != nil {
        for file in document.listedFiles { leftOutLists[file] = document.id }
      } else {
        folders[path] = .open
        publicLists.formUnion(document.listedFiles)
      }
    }
  }

  /// The document that a link to `path` must not expose.
  func owner(of path: String) -> DocumentID? {
    if hidesNothing { return nil }
    if let owner = secretOwners(of: path).first { return owner.id }
    if publicLists.contains(path) { return nil }
    if let owner = leftOutLists[path] { return owner }
    switch state(ofFolderAbove: path) {
    case .open: return nil
    case .leftOut(let id): return id
    case .secret(let document): return document.id
    case nil: return unknown[path.parentPath]
    }
  }

  /// The documents that are not public by their own words, to which `path` belongs.
  func secretOwners(of path: String) -> [Document] {
    if hidesNothing { return [] }
    switch state(ofFolderAbove: path) {
    case .secret(let document): return [document]
    case .open, .leftOut: return []
    case nil: break
    }
    let unread = unread[path.parentPath]?.filter { $0.frontMatter.bytes.contains(bytes: path.lastSegment.utf8) }
    return (secretLists[path] ?? []) + (unread ?? [])
  }

  private func state(ofFolderAbove path: String) -> State? {
    var folder = Substring(path)
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if let state = folders[String(folder)] { return state }
    }
    return nil
  }
}

extension [UInt8] {
  fileprivate func contains(bytes word: some Collection<UInt8>) -> Bool {
    guard let first = word.first, count >= word.count else { return false }
    return indices.dropLast(word.count - 1).contains { self[$0] == first && self[$0...].starts(with: word) }
  }
}
