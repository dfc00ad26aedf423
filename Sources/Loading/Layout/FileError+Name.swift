import Disk

import Glibc

extension FileError {
  /// Whether a file name is not valid text: the author's mistake, not the environment's.
  var isNameProblem: Bool { code == EILSEQ }
}
