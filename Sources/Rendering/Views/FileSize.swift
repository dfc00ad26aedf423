import Documents

/// Type and size of a file as shown to readers.
enum FileSize {
  /// `812 字节`, `24 KB`, `1.3 MB`.
  static func text(_ bytes: Int) -> String {
    if bytes < 1024 { return "\(bytes) 字节" }
    // What would round to 1024 KB is shown as 1.0 MB.
    if bytes < 1_048_576 - 512 { return "\((bytes + 512) / 1024) KB" }
    let tenths = (bytes * 10 + 524_288) / 1_048_576
    return "\(tenths / 10).\(tenths % 10) MB"
  }

  /// `PDF`, `DOCX`; 文件 when the name has no extension.
  static func type(of fileName: String) -> String {
    guard let dot = fileName.lastIndex(of: "."), dot != fileName.startIndex else { return "文件" }
    return fileName[fileName.index(after: dot)...].uppercased()
  }
}

extension Attachment {
  /// `公报全文（PDF，1.3 MB）`.
  var described: String { "\(title)（\(FileSize.type(of: fileName))，\(FileSize.text(byteCount))）" }
}
