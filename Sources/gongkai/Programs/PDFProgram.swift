import OfficeFiles

/// `pdftotext` of poppler, if it is installed.
enum PDFProgram {
  /// See ``PDFReader``.
  static let read: PDFReader = { bytes in
    let run = ProgramRun(program: "pdftotext", arguments: ["-q", "-enc", "UTF-8", "-", "-"])
    guard let outcome = run.outcome(of: bytes) else { return nil }
    return switch outcome.status {
    case 0: .text(outcome.output)
    case 1: .refused
    case 3: .restricted
    default: .failed
    }
  }
}
