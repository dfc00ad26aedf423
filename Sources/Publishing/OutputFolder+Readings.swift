package import Disk

/// What was read of the attachments on the site: beside Output, in `readings/`, one file for each, named by its content.
extension OutputFolder {
  /// What was kept; nil when there is nothing.
  ///
  /// - Parameter key: Letters, figures and `-`.
  package func reading(_ key: String) throws(FileError) -> [UInt8]? { try disk.read(place(ofReading: key)) }

  /// Keeps what was read, in one step.
  package func keep(reading bytes: [UInt8], _ key: String) throws(FileError) {
    try replace(place(ofReading: key), with: bytes)
  }

  /// Removes all but these: what was taken from the site is not kept.
  package func keepReadings(only keys: Set<String>) throws(FileError) {
    for name in try disk.files(below: state + Self.readings) where !keys.contains(name) {
      try disk.removeFile(place(ofReading: name))
    }
  }

  private static var readings: String { "/readings" }

  private func place(ofReading key: String) -> String { state + Self.readings + "/" + key }
}
