package import Disk

/// The texts of the documents on the site, as they were when they were last published: beside Output, in `texts/`.
extension OutputFolder {
  /// The text of a file of Content/ as it was last published; nil when it was not.
  ///
  /// - Parameter path: Below the site's root: `Content/zhengce/2023-3.md`.
  package func text(_ path: String) throws(FileError) -> [UInt8]? { try disk.read(place(of: path)) }

  /// Keeps a text, in one step.
  package func keep(_ text: [UInt8], of path: String) throws(FileError) {
    let place = place(of: path)
    if disk.holds(place, text) { return }
    try replace(place, with: text)
  }

  /// Removes the texts of all files but these: what was taken from the site is not kept.
  package func keepTexts(only paths: Set<String>) throws(FileError) {
    for path in try disk.files(below: state + Self.texts) where !paths.contains(path) {
      try disk.removeFile(place(of: path))
    }
  }

  /// Removes the text of a document and of the files in its folder.
  ///
  /// - Parameter id: Its path below Content/, without `.md`.
  package func forgetText(of id: String) throws(FileError) {
    try disk.removeFile(place(of: "Content/" + id + ".md"))
    try disk.removeTree(place(of: "Content/" + id))
  }

  private static var texts: String { "/texts" }

  private func place(of path: String) -> String { state + Self.texts + "/" + path }
}
