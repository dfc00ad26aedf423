package import Base
package import Disk
package import Documents
import Glibc
import Loading

/// The ledger on the disk. Whoever allots numbers holds its lock from reading to writing, so that two programs never give the
/// same number; lines are only added, and are on the disk before a document shows them.
package struct IndexLedgerFile: Sendable {
  private let disk: Disk
  private let path: String

  /// - Parameter root: The site's root folder.
  package init(root: String, disk: Disk = Disk()) {
    self.disk = disk
    path = root + "/" + IndexLedger.path
  }

  /// A document that is to have a number.
  package struct Request: Sendable {
    package let document: DocumentID
    /// 生成日期: the day that the number names.
    package let day: CalendarDate

    /// Memberwise.
    package init(_ document: DocumentID, on day: CalendarDate) { (self.document, self.day) = (document, day) }
  }

  /// Why no number was allotted.
  package enum Fault: Error {
    /// Another program has had the ledger for two seconds.
    case busy
    /// A line cannot be read, so that nobody knows which numbers are taken.
    case damaged(Diagnostic)
    case file(FileError)

    static func onFiles<Value>(_ work: () throws(FileError) -> Value) throws(Fault) -> Value {
      do { return try work() } catch { throw .file(error) }
    }
  }

  /// Allots a number to each document, in order; one that the ledger has already keeps its number.
  ///
  /// - Parameters:
  ///   - taken: Numbers that documents have without the ledger.
  ///   - isDry: Whether only to say what would be allotted.
  /// - Returns: The numbers in the order of the requests.
  package func allot(
    _ requests: [Request], _ numbering: IndexNumbering, taken: Set<String>, isDry: Bool = false
  ) throws(Fault) -> [String] {
    if requests.isEmpty { return [] }
    let ledger = try Fault.onFiles { () throws(FileError) in try disk.read(path) ?? [] }
    if isDry { return try numbers(requests, numbering, taken, in: ledger).numbers }
    let descriptor = disk.calls.open(path, O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW, Disk.fileMode)
    try Fault.onFiles { () throws(FileError) in try disk.check(descriptor, "打开", path) }
    // Closing it ends the lock.
    defer { _ = disk.calls.close(descriptor) }
    try lock(descriptor)
    let bytes = try Fault.onFiles { () throws(FileError) in try disk.read(path) ?? [] }
    let (numbers, lines) = try numbers(requests, numbering, taken, in: bytes)
    if lines.isEmpty { return numbers }
    // A program that was ended in the middle of a line leaves it behind; the next begins on its own.
    let start = bytes.isEmpty ? IndexLedger.heading : bytes.last == 0x0A ? "" : "\n"
    try Fault.onFiles { () throws(FileError) in
      try disk.write(Array((start + lines.joined()).utf8).span.bytes, to: descriptor, path)
      try disk.check(disk.calls.syncFile(descriptor), "写入", path)
    }
    return numbers
  }

  private func numbers(
    _ requests: [Request], _ numbering: IndexNumbering, _ taken: Set<String>, in bytes: [UInt8]
  ) throws(Fault) -> (numbers: [String], lines: [String]) {
    let (ledger, findings) = IndexLedgerReader.read(bytes)
    if let finding = findings.first { throw .damaged(finding) }
    var allotment = IndexAllotment(numbering, after: ledger, taken: taken)
    let numbers = requests.map { allotment.number(of: $0.document, on: $0.day) }
    return (numbers, allotment.lines)
  }

  /// Waits for whoever has the ledger, which is a matter of milliseconds.
  private func lock(_ descriptor: Int32) throws(Fault) {
    for _ in 0..<400 {
      let result = disk.calls.lock(descriptor)
      if result == 0 { return }
      guard result == -EWOULDBLOCK else { throw .file(FileError("锁定", path, code: -result)) }
      usleep(5000)
    }
    throw .busy
  }
}
