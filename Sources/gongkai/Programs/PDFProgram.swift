import OfficeFiles

/// `pdftotext` of poppler, if it is installed, with what it needs for Chinese.
enum PDFProgram {
  /// The text of a file, page by page.
  static let read: PDFReader = { run($0, []) }

  /// The words of a file with their places.
  static let readWords: PDFReader = { run($0, ["-bbox"]) }

  private static func run(_ bytes: [UInt8], _ form: [String]) -> PDFReading? {
    let run = ProgramRun(program: "pdftotext", arguments: form + ["-enc", "UTF-8", "-", "-"])
    guard let outcome = run.outcome(of: bytes) else { return nil }
    // Fonts that the file leaves to its reader: their characters are in a package of its own, without which pages are blank.
    if String(decoding: outcome.errors, as: UTF8.self).contains("Missing language pack") { return nil }
    return switch outcome.status {
    case 0: .text(outcome.output)
    case 1: .refused
    case 3: .restricted
    default: .failed
    }
  }
}
