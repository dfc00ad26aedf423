import Base

/// What the beginning of a line says. The rest is not read: a line may have megabytes.
struct LineHead {
  let id: String
  let isTombstone: Bool

  private static let document = Array("{\"type\":\"document\",\"id\":\"".utf8)
  private static let tombstone = Array("{\"type\":\"withdrawn\",\"id\":\"".utf8)

  /// Nil if it is no line of ours.
  init?(_ line: ArraySlice<UInt8>) {
    isTombstone = line.starts(with: Self.tombstone)
    guard isTombstone || line.starts(with: Self.document) else { return nil }
    let start = line.startIndex + (isTombstone ? Self.tombstone : Self.document).count - 1
    guard let end = Self.end(of: start, in: line), let text = JSONValue(json: Array(line[start..<end]))?.text else {
      return nil
    }
    id = text
  }

  /// Type, id and addresses of a line.
  static func remains(of line: ArraySlice<UInt8>) -> [UInt8] {
    let members = ["type", "id", "path", "url"]
    guard let json = JSONValue(json: Array(line)) else { return Array("{}".utf8) }
    return JSONValue.object(members.compactMap { name in json[name].map { .init(name, $0) } }).compact
  }

  /// The end of the string that begins at an offset.
  private static func end(of start: Int, in line: ArraySlice<UInt8>) -> Int? {
    var offset = start + 1
    while offset < line.endIndex {
      switch line[offset] {
      case UInt8(ascii: "\\"): offset += 2
      case UInt8(ascii: "\""): return offset + 1
      default: offset += 1
      }
    }
    return nil
  }
}
