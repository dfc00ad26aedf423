import FileTree

#if canImport(Glibc)
  private import Glibc
#elseif canImport(Darwin)
  private import Darwin
#endif

extension FileError {
  /// A name that is no text: an author's mistake, not the environment's.
  var isNameProblem: Bool { code == EILSEQ }
}
