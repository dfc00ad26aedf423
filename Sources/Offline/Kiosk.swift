/// How a copy behaves on a public machine.
package struct Kiosk: Sendable, Hashable {
  /// After how many minutes without a touch it returns to the home page, at least 1.
  package let idleMinutes: Int
  package let allowsPrinting: Bool

  /// Memberwise.
  package init(idleMinutes: Int, allowsPrinting: Bool) {
    self.idleMinutes = idleMinutes
    self.allowsPrinting = allowsPrinting
  }
}
