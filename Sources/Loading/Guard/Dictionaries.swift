import Base
import Guard
import Synchronization

/// The dictionaries of a site, read.
struct Dictionaries: Sendable {
  /// What looks for their words; it allows nothing yet.
  let textGuard: TextGuard
  let findings: [Diagnostic]
  private let sources: [SourceText]

  /// Those read last: `fix` and `--keep-going` read a site several times in one run, and the words are the same each time.
  private static let memory = Mutex<[Dictionaries]>([])
  private static let kept = 4

  /// Reads files known to be text.
  static func reading(_ files: [FileReader]) -> Dictionaries {
    let sources = files.map(\.source)
    if let known = memory.withLock({ known in known.first { $0.sources == sources } }) { return known }
    let read = Dictionaries(files, sources)
    memory.withLock { $0 = [read] + $0.prefix(kept - 1) }
    return read
  }

  private init(_ files: [FileReader], _ sources: [SourceText]) {
    var lists: [WordList] = []
    var findings: [Diagnostic] = []
    for file in files {
      let (list, found) = WordingReader.read(file)
      findings += found
      list.map { lists.append($0) }
    }
    self.sources = sources
    self.findings = findings
    textGuard = TextGuard(words: lists)
  }
}
