import Glibc

/// Identifies this build of the program: another one may produce different output from the same files.
enum ProgramIdentity {
  /// Version, size and time of the executable.
  static var current: String {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return programVersion }
    return "\(programVersion) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }
}
