import Disk

import Glibc

extension FileError {
  /// A name that is no text: an author's mistake, not the environment's.
  var isNameProblem: Bool { code == EILSEQ }
}
