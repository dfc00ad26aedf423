import Base

// The lines between the two `---`.
extension FileReader {
  /// Finds the front matter, or reports what is wrong with it.
  mutating func frontMatter(example: String) -> FrontMatter? {
    switch FrontMatter.find(in: source) {
    case .success(let found): return found
    case .failure(.missing):
      add(
        "front-matter-missing", at: nil, "文件开头缺少“---”：第一行应为“---”，其后写 \(example) 等项，再以“---”结束",
        cures: ["在文件开头加上这几行"])
    case .failure(.notClosed):
      let start = source.markLength
      add(
        "front-matter-open", at: start..<(start + 3), "文件开头的“---”没有结束", cures: ["在各项之后、正文之前加一行“---”，顶格书写"])
    }
    return nil
  }
}
