package import Base
package import Documents

extension ReviewRecord {
  /// The record in the front matter of a text, as far as it can be read: what is wrong with it, the check of the document says.
  package init(in source: SourceText) {
    var file = FileReader(source: source)
    self.init(Dictionary(file.reviewPasses(), uniquingKeysWith: { first, _ in first }))
  }

  /// What a review looks at: facts and text, but not the record of the review itself, nor whether it is a draft, nor how the front
  /// matter is laid out.
  package static func fingerprint(of source: SourceText) -> Fingerprint {
    var file = FileReader(source: source)
    var all = Fingerprint()
    guard let entries = file.frontMatterEntries(), let head = FrontMatter.find(in: source) else {
      all.add(lines: source.bytes[...])
      return all
    }
    let own = [CommonField.review, .draft].flatMap { [$0.rawValue, $0.label] }
    for entry in entries.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    where !own.contains(entry.key) {
      all.add(entry)
    }
    all.add(lines: source.bytes[head.bodyStart...])
    return all
  }
}

extension FileReader {
  fileprivate mutating func frontMatterEntries() -> [YAMLEntry]? {
    FrontMatter.find(in: source).flatMap { readYAML($0.yaml)?.entries }
  }

  fileprivate mutating func reviewPasses() -> [(ReviewStep, ReviewRecord.Pass)] {
    let names = [CommonField.review.rawValue, CommonField.review.label]
    let steps = frontMatterEntries()?.first { names.contains($0.key) }?.value.entries ?? []
    return steps.compactMap { entry in
      guard let step = ReviewStep(word: entry.key), let values = entry.value.entries else { return nil }
      let draft = Draft(values, vocabulary: DocumentReader.stepVocabulary, file: &self)
      guard let by = text(draft["by"], step.rawValue), let on = date(draft["on"], step.rawValue) else { return nil }
      return (step, ReviewRecord.Pass(by: by, on: on))
    }
  }
}

extension Fingerprint {
  fileprivate mutating func add(_ entry: YAMLEntry) {
    add(entry.key)
    add(entry.value)
  }

  private mutating func add(_ value: YAMLValue) {
    add(value.form)
    switch value.content {
    case .empty: break
    case .text(let text): add(text)
    case .list(let values): for value in values { add(value) }
    case .mapping(let entries): for entry in entries { add(entry) }
    }
    add("end")
  }
}
