import Synchronization

/// A value that is made when it is first asked for.
package final class Once<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)

  /// Nothing made yet.
  package init() {}

  /// The value; `make` must not ask for it itself.
  package func value(_ make: () -> Value) -> Value {
    made.withLock { made in
      let value = made ?? make()
      made = value
      return value
    }
  }
}
