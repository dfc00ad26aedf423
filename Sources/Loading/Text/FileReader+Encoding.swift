import Base

// Checks that the file is UTF-8 text, and each of its characters, before any other rule.
extension FileReader {
  /// Reports why the file is not UTF-8 text, and characters that are not what they look like; returns whether reading
  /// can continue.
  mutating func checkText() -> Bool {
    let bytes = source.bytes
    guard bytes.contains(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) else {
      add("empty-file", at: nil, "空文件", cures: ["写入内容，或者删除此文件"])
      return false
    }
    let scan = TextScan(bytes, from: source.markLength)
    if let fault = scan.fault {
      report(fault)
      return false
    }
    report(scan.sightings)
    if source.path.fileExtension != "csv", bytes.contains(0x0D), !bytes.contains(0x0A) {
      add(
        "line-separator", at: nil, "文件用的是旧式换行（只有回车符），多数程序读成一行", cures: ["用记事本或 WPS 打开，另存为，编码选 UTF-8"],
        isRecoded: ForeignEncoding.recoded(source.bytes) != nil)
      return false
    }
    return true
  }

  private mutating func report(_ fault: TextScan.Fault) {
    if let encoding = ForeignEncoding.guess(source.bytes) {
      add(
        "encoding", at: nil, "文件编码是 \(encoding.name)，应为 UTF-8",
        cures: [
          "记事本：另存为，“编码”选 UTF-8；Excel、WPS 表格：另存为“CSV UTF-8”；Linux：iconv -f \(encoding.rawValue) -t UTF-8 原文件 > 新文件"
        ], isRecoded: ForeignEncoding.recoded(source.bytes) != nil)
      return
    }
    switch fault {
    case .nul(let offset):
      add("nul-byte", at: offset..<(offset + 1), "文件中有空字节（NUL），不是文本文件", cures: ["重新保存为纯文本"])
    case .invalidByte(let offset):
      let value = String(source.bytes[offset], radix: 16, uppercase: true)
      add(
        "encoding", at: offset..<(offset + 1), "字节 0x\(value) 不是有效的 UTF-8", cures: ["删除或重新输入此处的文字"])
    }
  }
}
