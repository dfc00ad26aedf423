import Glibc

/// Which program this is, down to the build: another one may make something else of the same files.
enum ProgramIdentity {
  /// Version, size and time of the executable.
  static var current: String {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return programVersion }
    return "\(programVersion) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }
}
