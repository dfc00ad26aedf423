import Base

// The lines between the two `---`.
extension FileReader {
  /// Finds the front matter and reports what is wrong with the lines around it; nil if there is none.
  mutating func frontMatter(example: String) -> FrontMatter? {
    guard let found = FrontMatter.find(in: source) else {
      add(
        "front-matter-missing", at: nil, "文件开头缺少“---”：第一行应为“---”，其后写 \(example) 等项，再以“---”结束",
        cures: ["在文件开头加上这几行"])
      return nil
    }
    for fault in found.faults { report(fault) }
    let dashes = found.faults.compactMap { if case .dashes(let line) = $0 { line } else { nil } }
    if let first = dashes.first {
      let written = String(decoding: source.bytes[first], as: UTF8.self)
      add(
        "front-matter-dashes", at: first, "“\(written)”应为三个半角减号“---”，顶格书写", cures: ["切换到英文输入法，改为：---"],
        related: dashes.dropFirst().map { ($0, "另一处") })
    }
    return found
  }

  private mutating func report(_ fault: FrontMatter.Fault) {
    switch fault {
    case .linesBefore(let place):
      add(
        "front-matter-dashes", at: place.lowerBound..<place.lowerBound + 1, "第一行应为“---”，它前面有空行", cures: ["删去“---”前面的空行"]
      )
    case .dashes: break
    case .notOpened:
      add("front-matter-missing", at: nil, "文件开头缺少“---”：第一行应为“---”", cures: ["在这一行前面加一行“---”"])
    case .notClosed(let opening):
      add("front-matter-open", at: opening, "文件开头的“---”没有结束", cures: ["在各项之后、正文之前加一行“---”，顶格书写"])
    }
  }
}
