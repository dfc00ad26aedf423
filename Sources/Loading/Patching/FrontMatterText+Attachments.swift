package import Documents

extension FrontMatterText {
  private var listed: [FrontMatterValue] {
    switch entries.first(where: { $0.key == CommonField.attachments.rawValue })?.value {
    case .list(let items)?: items
    case let item?: [item]
    case nil: []
    }
  }

  /// The list of attachments with one more file at its end; the same if the file is in it.
  package func attachments(adding name: String, title: String?) -> FrontMatterValue {
    if listed.contains(where: { $0.isFile(name) }) { return .list(listed) }
    let file = FrontMatterValue.scalar(name)
    return .list(listed + [title.map { .map([.init("title", .scalar($0)), .init("file", file)]) } ?? file])
  }

  /// The list of attachments without a file; nil if there is no other.
  package func attachments(without name: String) -> FrontMatterValue? {
    let rest = listed.filter { !$0.isFile(name) }
    return rest.isEmpty ? nil : .list(rest)
  }
}

extension FrontMatterValue {
  /// Whether an item of the list is this file: its name, or a mapping with a title.
  fileprivate func isFile(_ name: String) -> Bool {
    switch self {
    case .scalar(let text): text == name || text == "./" + name
    case .map(let members): members.contains { ["file", "文件"].contains($0.key) && $0.value.isFile(name) }
    case .list: false
    }
  }
}
