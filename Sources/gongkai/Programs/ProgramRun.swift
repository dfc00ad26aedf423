import Glibc

/// A run of another program, without a shell: bytes in, bytes out, and an end in any case.
struct ProgramRun {
  /// Looked for in `PATH`.
  let program: String
  let arguments: [String]
  /// After which it is ended.
  var limit = Duration.seconds(30)
  /// Bytes of its output, after which it is ended.
  var mostOutput = 64 << 20

  /// What came of it.
  struct Outcome {
    /// Nil if it was ended, or crashed.
    let status: Int32?
    let output: [UInt8]
  }

  /// Runs the program on these bytes; nil if there is no such program.
  func outcome(of input: [UInt8]) -> Outcome? {
    var (given, taken): ((Int32, Int32), (Int32, Int32)) = ((-1, -1), (-1, -1))
    // A socket and no pipe, because writing to it raises no signal when the program has gone.
    guard withUnsafeMutablePointer(to: &given, { Self.sockets($0) }) else { return nil }
    guard withUnsafeMutablePointer(to: &taken, { Self.sockets($0) }) else {
      Self.closeAll([given.0, given.1])
      return nil
    }
    let process = start(input: given.1, output: taken.1)
    Self.closeAll([given.1, taken.1])
    guard let process else {
      Self.closeAll([given.0, taken.0])
      return nil
    }
    let deadline = ContinuousClock.now + limit
    let output = exchange(input, to: given.0, from: taken.0, until: deadline)
    close(taken.0)
    let status = Self.end(of: process, isOver: output != nil, until: deadline)
    return Outcome(status: status, output: output ?? [])
  }

  private func start(input: Int32, output: Int32) -> pid_t? {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_adddup2(&files, input, 0)
    posix_spawn_file_actions_adddup2(&files, output, 1)
    posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A build ignores the signals of Ctrl-C and takes them by other means; this program shall end by them.
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var environment: [UnsafeMutablePointer<CChar>?] = [nil]
    var process: pid_t = 0
    return posix_spawnp(&process, program, &files, &attributes, &words, &environment) == 0 ? process : nil
  }

  /// Writes the input and takes the output until it ends; nil when time or room are used up. Closes `writing`.
  private func exchange(
    _ input: [UInt8], to writing: Int32, from reading: Int32, until deadline: ContinuousClock.Instant
  ) -> [UInt8]? {
    var (done, isOpen, output) = (0, true, [UInt8]())
    defer { if isOpen { close(writing) } }
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { room.deallocate() }
    while true {
      if isOpen, done == input.count {
        close(writing)
        isOpen = false
      }
      var waiting = [pollfd(fd: reading, events: Int16(POLLIN), revents: 0)]
      if isOpen { waiting.append(pollfd(fd: writing, events: Int16(POLLOUT), revents: 0)) }
      let rest = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
      guard rest > 0, poll(&waiting, nfds_t(waiting.count), Int32(rest) + 1) >= 0 || errno == EINTR else { return nil }
      if isOpen, waiting[1].revents != 0 {
        let count = input[done...].withUnsafeBytes { send(writing, $0.baseAddress, $0.count, Self.quietly) }
        if count >= 0 {
          done += count
        } else if errno != EAGAIN, errno != EINTR {
          // It wants no more; what it says counts.
          done = input.count
        }
      }
      if waiting[0].revents != 0 {
        let count = recv(reading, room.baseAddress, room.count, Int32(MSG_DONTWAIT))
        if count == 0 || count < 0 && errno == ECONNRESET { return output }
        if count > 0 { output += room[..<count] }
        if output.count > mostOutput { return nil }
      }
    }
  }

  private static let quietly = Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)

  /// Waits for the end of the process, which is brought about if it does not come.
  private static func end(of process: pid_t, isOver: Bool, until deadline: ContinuousClock.Instant) -> Int32? {
    var status: Int32 = 0
    while isOver, ContinuousClock.now < deadline {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return status & 0x7F == 0 ? status >> 8 & 0xFF : nil }
      if ended < 0, errno != EINTR { return nil }
      // It has closed its output and is about to end.
      poll(nil, 0, 1)
    }
    kill(process, SIGKILL)
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return nil
  }

  private static func sockets(_ pair: UnsafeMutablePointer<(Int32, Int32)>) -> Bool {
    pair.withMemoryRebound(to: Int32.self, capacity: 2) {
      socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, $0) == 0
    }
  }

  private static func closeAll(_ files: [Int32]) {
    for file in files { close(file) }
  }
}
