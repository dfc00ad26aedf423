import Base

@testable import Papers

/// The paper in lines of text, each a paragraph; `# ` makes a heading, `| ` a table, `- ` a list.
func paper(_ text: String, known: KnownFacts = KnownFacts()) -> Paper {
  let lines = text.split(separator: "\n").map(String.init)
  let texts = lines.map {
    Array(($0.hasPrefix("# ") || $0.hasPrefix("| ") || $0.hasPrefix("- ") ? $0.dropFirst(2) : $0[...]).utf8)
  }
  var buffers: [UnsafeMutableBufferPointer<UInt8>] = []
  defer { buffers.forEach { $0.deallocate() } }
  for text in texts {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
    _ = buffer.initialize(from: text)
    buffers.append(buffer)
  }
  let blocks = zip(lines, buffers).map { line, buffer in
    let form: PaperBlock.Form =
      line.hasPrefix("# ") ? .heading(2) : line.hasPrefix("| ") ? .table : line.hasPrefix("- ") ? .list : .paragraph
    return PaperBlock(form: form, text: Bytes(buffer))
  }
  return Paper(reading: blocks, known: known)
}

/// A role as one word, clauses with their number.
func words(_ roles: [Role]) -> [String] {
  roles.map { role in
    if case .clause(let clause, let isTitle) = role {
      let number = clause.path.isEmpty ? "\(clause.number)" : clause.path.map(String.init).joined(separator: ".")
      return "\(clause.unit) \(number)\(isTitle ? " title" : "")"
    }
    return "\(role)"
  }
}
