/// Applies `transform` to every element in at most `jobs` concurrent tasks; results keep the order of the elements.
///
/// Each task takes a run of `chunk` elements, so that the cost of starting a task is negligible.
///
/// - Parameters:
///   - jobs: Maximum number of concurrent tasks; less than 1 counts as 1.
///   - chunk: Elements per task, at least 1.
///   - progress: Called after each run with the number of elements done so far, never concurrently.
package func boundedMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], jobs: Int, chunk: Int = 16, progress: ((Int) -> Void)? = nil,
  transform: @escaping @Sendable (Element) -> Result
) async -> [Result] {
  let starts = Array(stride(from: 0, to: elements.count, by: max(chunk, 1)))
  var runs = [[Result]](repeating: [], count: starts.count)
  await withTaskGroup(of: (Int, [Result]).self) { group in
    var next = 0
    var done = 0
    func addTask() {
      guard next < starts.count else { return }
      let run = next
      let slice = elements[starts[run]..<min(starts[run] + max(chunk, 1), elements.count)]
      group.addTask { (run, slice.map(transform)) }
      next += 1
    }
    for _ in 0..<max(jobs, 1) { addTask() }
    for await (run, results) in group {
      runs[run] = results
      done += results.count
      progress?(done)
      addTask()
    }
  }
  return runs.flatMap { $0 }
}
