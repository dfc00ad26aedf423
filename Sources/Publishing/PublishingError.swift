package import Disk

/// Why a release was not published, verified or rolled back to. Output is still the old release whenever one is thrown.
package enum PublishingError: Error, Sendable, Hashable {
  /// A disk or permission error.
  case file(FileError)
  /// Another build is running.
  case locked(LockHolder)
  /// Output contains files that this program did not write: the path, and some of the files.
  case unknownFiles(output: String, files: [String])
  /// Output is a mount point, so it cannot be swapped with another folder.
  case mountPoint(String)
  /// There is no release in Output.
  case noRelease(String)
  /// No release is kept under this number; nil: none is kept at all.
  case noSuchRelease(Int?, known: [Int])
  /// A kept release no longer matches its manifest.
  case damaged(release: Int, differences: [Difference])
  /// The task was cancelled.
  case cancelled

  /// One sentence for people, without the final full stop.
  package var message: String {
    switch self {
    case .file(let error): error.message
    case .locked(let holder):
      holder.process.map { "另一个生成任务正在运行（进程号 \($0)），请等它结束后再试" }
        ?? "锁文件 \(holder.path) 被另一个程序占用，用 fuser -v \(holder.path) 查看是哪个，请等它结束后再试"
    case .unknownFiles(let output, let files):
      "输出文件夹 \(output) 里有不是本程序生成的文件（\(Self.some(files))），为免误删，未作任何改动；请移走这些文件，或用 --output 指定另一个文件夹"
    case .mountPoint(let path):
      "输出文件夹 \(path) 是磁盘挂载点，无法整体切换；请用 --output 指定它下面的一个文件夹"
    case .noRelease(let path): "\(path) 里没有本程序生成的网站（缺少 manifest.json，或它已损坏）；gongkai build 重新生成，gongkai rollback 恢复上一个版本"
    case .noSuchRelease(nil, _): "没有保留任何历史版本，无法恢复"
    case .noSuchRelease(let number?, let known):
      "没有编号为 \(number) 的历史版本"
        + (known.isEmpty ? "（没有保留任何历史版本）" : "（现有：\(known.map(String.init).joined(separator: "、"))）")
    case .damaged(let release, let differences):
      "历史版本 \(release) 已不完整（\(Self.some(differences.map(\.path)))），未作任何改动"
    case .cancelled: "已中断"
    }
  }

  private static func some(_ files: [String]) -> String {
    files.prefix(3).map(RawName.shown).joined(separator: "、") + (files.count > 3 ? " 等 \(files.count) 个" : "")
  }

  /// Runs file operations; their errors become ``file(_:)``, an interruption ``cancelled``.
  static func onFiles<Value>(_ work: () throws(FileError) -> Value) throws(PublishingError) -> Value {
    do { return try work() } catch {
      if error.isCancellation { throw .cancelled }
      throw .file(error)
    }
  }
}
