import Glibc

/// A failed file operation, with the path and the system's reason: the environment's fault, never an author's mistake.
package struct FileError: Error, Sendable, Hashable {
  /// The operation as a Chinese verb: 读取, 写入, 改名.
  package let operation: String
  package let path: String
  /// The system's error number.
  package let code: Int32

  /// Memberwise; `code` is `errno` unless given.
  package init(_ operation: String, _ path: String, code: Int32 = errno) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// `无法读取 Content/a.md：没有权限`.
  package var message: String {
    let reason: String =
      switch code {
      case ENOENT: "没有这个文件或文件夹"
      case EACCES, EPERM: "没有权限"
      case ENOSPC: "磁盘已满"
      case EDQUOT: "磁盘配额已用完"
      case EROFS: "磁盘是只读的"
      case ENOTDIR: "它或它的上级不是文件夹"
      case EISDIR: "它是文件夹"
      case EEXIST: "已经存在"
      case EIO: "磁盘读写出错"
      case EMFILE, ENFILE: "打开的文件太多"
      case EFBIG: "文件过大"
      case ELOOP: "它或它的上级是符号链接"
      case ENAMETOOLONG: "名称过长"
      case EINVAL: "名称不合要求"
      case EBUSY: "正在被使用或改动"
      case EXDEV: "不在同一个磁盘上"
      case ENOTEMPTY: "文件夹不是空的"
      case EILSEQ: "名称不是 UTF-8 编码"
      case ENOLCK: "文件系统不支持加锁"
      case ECANCELED: "已中断"
      default: String(cString: strerror(code))
      }
    return "无法\(operation) \(RawName.shown(path))：\(reason)"
  }
}

/// One entry of a source tree.
package struct TreeEntry: Sendable, Hashable {
  /// Relative to the tree's root, with `/`; names in Unicode's composed form, whatever the disk's.
  package let path: String
  package let kind: Kind

  /// What an entry is.
  package enum Kind: Sendable, Hashable {
    case file(byteCount: Int)
    case folder
    /// A symbolic link, never followed: where it leads is not what the listing has seen.
    case link
    /// A device, a socket …
    case other
    /// A name that equals an earlier one in its folder but for the way in which its characters are composed.
    case duplicate
    /// A folder that cannot be listed or a name that is not UTF-8.
    case unreadable(code: Int32)
    /// A file that this user may not read.
    case forbidden
  }

  /// Memberwise.
  package init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }
}

/// Read-only access to a site's files: on disk, or in a dictionary in tests.
package protocol SourceTree: Sendable {
  /// Everything below `folder` (`""`: the root), at any depth, sorted by the bytes of the path; empty when there is no
  /// such folder.
  func entries(under folder: String) throws(FileError) -> [TreeEntry]
  /// The bytes of a file, by the path of its entry; throws ENOENT when it does not exist.
  func read(_ path: String) throws(FileError) -> [UInt8]
  /// At most `count` bytes of a file, from `offset` on.
  func read(_ path: String, from offset: Int, count: Int) throws(FileError) -> [UInt8]
}

extension SourceTree {
  /// Reads the whole file.
  package func read(_ path: String, from offset: Int, count: Int) throws(FileError) -> [UInt8] {
    Array(try read(path).dropFirst(offset).prefix(count))
  }
}

extension TreeEntry {
  /// By the bytes of the path.
  package static func byPath(_ a: TreeEntry, _ b: TreeEntry) -> Bool {
    a.path.utf8.lexicographicallyPrecedes(b.path.utf8)
  }
}
