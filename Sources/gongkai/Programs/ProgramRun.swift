import Glibc

/// A run of another program, without a shell: bytes in, bytes out, and an end in any case.
struct ProgramRun {
  /// Looked for in `PATH`.
  let program: String
  let arguments: [String]
  /// After which it is ended.
  var limit = Duration.seconds(30)
  /// Whether it starts others, which are ended with it.
  var hasChildren = false
  /// Bytes of its output, after which it is ended.
  var mostOutput = 64 << 20

  /// What came of it.
  struct Outcome {
    /// Nil if it was ended, or crashed.
    let status: Int32?
    let output: [UInt8]
    /// The beginning of what it says beside its output.
    let errors: [UInt8]
  }

  /// Runs the program on these bytes; nil if there is no such program.
  func outcome(of input: [UInt8]) -> Outcome? {
    // Sockets and no pipes, because writing to one raises no signal when the program has gone.
    guard let pairs = Self.sockets(3) else { return nil }
    let (ours, theirs) = (pairs.map(\.0), pairs.map(\.1))
    let process = start(theirs)
    for file in theirs { close(file) }
    guard let process else {
      for file in ours { close(file) }
      return nil
    }
    let deadline = ContinuousClock.now + limit
    let said = exchange(input, ours, until: deadline)
    let status = end(of: process, isOver: said != nil, until: deadline)
    return Outcome(status: status, output: said?.output ?? [], errors: said?.errors ?? [])
  }

  /// - Parameter channels: Its input, its output, and what it says beside it.
  private func start(_ channels: [Int32]) -> pid_t? {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    for (number, channel) in channels.enumerated() {
      posix_spawn_file_actions_adddup2(&files, channel, Int32(number))
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A build ignores the signals of Ctrl-C and takes them by other means; this program shall end by them.
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let group = hasChildren ? POSIX_SPAWN_SETPGROUP : 0
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | group))
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var environment: [UnsafeMutablePointer<CChar>?] = [nil]
    var process: pid_t = 0
    return posix_spawnp(&process, program, &files, &attributes, &words, &environment) == 0 ? process : nil
  }

  /// Writes the input and takes what is said until both channels end; nil when time or room are used up. Closes all channels.
  private func exchange(
    _ input: [UInt8], _ channels: [Int32], until deadline: ContinuousClock.Instant
  ) -> (output: [UInt8], errors: [UInt8])? {
    var open = Set(channels)
    defer { for file in open { close(file) } }
    func end(_ file: Int32) {
      close(file)
      open.remove(file)
    }
    let (writing, reading, complaining) = (channels[0], channels[1], channels[2])
    var (done, output, errors) = (0, [UInt8](), [UInt8]())
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { room.deallocate() }
    while open.contains(reading) || open.contains(complaining) {
      if done == input.count, open.contains(writing) { end(writing) }
      var waiting = open.map { pollfd(fd: $0, events: Int16($0 == writing ? POLLOUT : POLLIN), revents: 0) }
      let rest = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
      guard rest > 0, poll(&waiting, nfds_t(waiting.count), Int32(rest) + 1) >= 0 || errno == EINTR else { return nil }
      for file in waiting.filter({ $0.revents != 0 }).map(\.fd) {
        if file == writing {
          let count = input[done...].withUnsafeBytes { send(writing, $0.baseAddress, $0.count, Self.quietly) }
          // What wants no more may say something all the same.
          if count < 0, errno != EAGAIN, errno != EINTR { done = input.count } else { done += max(count, 0) }
          continue
        }
        let count = recv(file, room.baseAddress, room.count, Int32(MSG_DONTWAIT))
        if count == 0 || count < 0 && errno == ECONNRESET { end(file) }
        guard count > 0 else { continue }
        if file == reading {
          output += room[..<count]
        } else {
          errors += room[..<min(count, Self.mostErrors - errors.count)]
        }
        if output.count > mostOutput { return nil }
      }
    }
    return (output, errors)
  }

  private static let mostErrors = 1 << 14
  private static let quietly = Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)

  /// Waits for the end of the process, which is brought about if it does not come.
  private func end(of process: pid_t, isOver: Bool, until deadline: ContinuousClock.Instant) -> Int32? {
    var status: Int32 = 0
    while isOver, ContinuousClock.now < deadline {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return status & 0x7F == 0 ? status >> 8 & 0xFF : nil }
      if ended < 0, errno != EINTR { return nil }
      // It has closed its output and is about to end.
      poll(nil, 0, 1)
    }
    kill(hasChildren ? -process : process, SIGKILL)
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return nil
  }

  /// Pairs of sockets that no other program inherits; nil if the system has none left.
  private static func sockets(_ count: Int) -> [(Int32, Int32)]? {
    var pairs: [(Int32, Int32)] = []
    for _ in 0..<count {
      var pair: [Int32] = [-1, -1]
      guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &pair) == 0 else {
        for (one, other) in pairs {
          close(one)
          close(other)
        }
        return nil
      }
      pairs.append((pair[0], pair[1]))
    }
    return pairs
  }
}
