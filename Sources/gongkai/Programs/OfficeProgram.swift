import Disk
import Glibc
import Importing

/// LibreOffice, if it is installed, with a profile of its own in a temporary folder, so that no open window of somebody and no other
/// import is in its way.
enum OfficeProgram {
  /// See ``FileReading``.
  static let convert: FileReading.Converter = { bytes, ending in
    let disk = Disk()
    guard let folder = temporaryFolder() else { return .failed }
    defer { try? disk.removeTree(folder) }
    let form = ["xls", "xlt", "et", "ett", "ods"].contains(ending) ? "xlsx" : "docx"
    do { try disk.writeNew("\(folder)/source.\(ending)", bytes) } catch { return .failed }
    let run = ProgramRun(
      program: "soffice",
      arguments: [
        "-env:UserInstallation=file://\(folder)/profile", "--headless", "--norestore", "--convert-to", form, "--outdir",
        "\(folder)/converted", "\(folder)/source.\(ending)",
      ], limit: .seconds(120), hasChildren: true)
    guard run.outcome(of: []) != nil else { return nil }
    guard let converted = try? disk.read("\(folder)/converted/source.\(form)"), !converted.isEmpty else {
      return .failed
    }
    return .converted(converted)
  }

  /// Reads files of every form, with this program and the others.
  ///
  /// - Parameter selector: See ``FileReading``.
  static func reading(selector: String? = nil) -> FileReading {
    FileReading(pdfReader: PDFProgram.readWords, converter: convert, selector: selector)
  }

  private static func temporaryFolder() -> String? {
    var name = Array("/tmp/gongkai-import-XXXXXX".utf8CString)
    return name.withUnsafeMutableBufferPointer { name in
      guard let base = name.baseAddress, mkdtemp(base) != nil else { return nil }
      return String(cString: base)
    }
  }
}
