import Foundation
import Testing

/// The executable, built beside the tests.
enum Program {
  static let path = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "gongkai").path

  /// Starts the program with its output going to `output`.
  static func start(_ arguments: [String], output: Pipe) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = output
    try process.run()
    return process
  }

  /// Runs the program until it ends.
  static func run(_ arguments: [String]) throws -> (status: Int32, said: String) {
    let output = Pipe()
    let process = try start(arguments, output: output)
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, said)
  }

  /// Starts the program, waits for a certain moment in its work, sends it a signal, and waits until it ends.
  ///
  /// - Returns: Nil if it ended before that moment.
  static func interrupt(
    _ arguments: [String], with signal: Int32 = SIGTERM, when moment: () -> Bool
  ) throws -> Interrupted? {
    let output = Pipe()
    let process = try start(arguments, output: output)
    while process.isRunning, !moment() { usleep(500) }
    let isRunning = process.isRunning
    let start = ContinuousClock.now
    if isRunning { kill(process.processIdentifier, signal) }
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard isRunning, process.terminationReason == .uncaughtSignal || process.terminationStatus > 1 else { return nil }
    return Interrupted(
      signal: process.terminationReason == .uncaughtSignal ? process.terminationStatus : 0, said: said,
      seconds: (ContinuousClock.now - start) / .seconds(1))
  }

  struct Interrupted {
    /// The signal that killed the process; a shell reports it plus 128.
    let signal: Int32
    let said: String
    let seconds: Double
  }
}
