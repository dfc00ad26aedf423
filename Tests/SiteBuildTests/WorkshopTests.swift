import Dispatch
import SiteBuild
import Testing

@Suite struct WorkshopTests {
  @Test(.timeLimit(.minutes(1))) func `what takes long in the workshop leaves the other threads to others`() async {
    let gate = DispatchSemaphore(value: 0)
    // More than there are threads for tasks.
    let waiting = (0..<16).map { _ in
      Task(executorPreference: Workshop.shared) { Self.wait(gate) }
    }
    await Task { for _ in waiting { gate.signal() } }.value
    for task in waiting { await task.value }
  }

  private static func wait(_ gate: DispatchSemaphore) { gate.wait() }
}
