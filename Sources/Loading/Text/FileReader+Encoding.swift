import Base

// Checks that the file is UTF-8 text.
extension FileReader {
  /// Reports why the file is not UTF-8 text; returns whether reading can continue.
  mutating func checkText() -> Bool {
    let bytes = source.bytes
    guard bytes.contains(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) else {
      add("empty-file", at: nil, "空文件", cures: ["写入内容，或者删除此文件"])
      return false
    }
    guard let fault = TextFault.first(in: bytes, from: source.markLength) else { return true }
    switch fault {
    case .invalidByte, .nul:
      if let encoding = ForeignEncoding.guess(bytes) {
        add(
          "encoding", at: nil, "文件编码是 \(encoding.name)，应为 UTF-8",
          cures: ["转换编码：iconv -f \(encoding.rawValue) -t UTF-8 原文件 > 新文件"])
        return false
      }
    case .control: break
    }
    report(fault)
    guard case .control = fault else { return false }
    return reportFurtherControls(after: fault)
  }

  private mutating func report(_ fault: TextFault) {
    switch fault {
    case .nul(let offset):
      add("nul-byte", at: offset..<(offset + 1), "文件中有空字节（NUL），不是文本文件", cures: ["重新保存为纯文本"])
    case .invalidByte(let offset):
      let value = String(source.bytes[offset], radix: 16, uppercase: true)
      add(
        "encoding", at: offset..<(offset + 1), "字节 0x\(value) 不是有效的 UTF-8", cures: ["删除或重新输入此处的文字"])
    case .control(let offset):
      hasControlCharacters = true
      let value = String(source.bytes[offset], radix: 16, uppercase: true)
      let name = "U+" + String(repeating: "0", count: 4 - value.count) + value
      add("control-character", at: offset..<(offset + 1), "不可见的控制字符 \(name)", cures: ["删除此字符"])
    }
  }

  /// Reports further control characters, up to 50; returns whether the file is otherwise text.
  private mutating func reportFurtherControls(after first: TextFault) -> Bool {
    var fault = first
    for _ in 0..<50 {
      guard case .control(let offset) = fault else { break }
      guard let next = TextFault.first(in: source.bytes, from: offset + 1) else { return true }
      report(next)
      fault = next
    }
    if case .control = fault { return true }
    return false
  }
}
