import Base
import Manuscripts
import OfficeFiles

/// What somebody has copied, in the forms in which the program that it comes from offers it.
package struct Clipboard: Sendable {
  private let html: String?
  private let rtf: String?
  private let text: String?

  /// Memberwise; an empty form is none.
  package init(html: String? = nil, rtf: String? = nil, text: String? = nil) {
    func offered(_ form: String?) -> String? { form?.isEmpty == true ? nil : form }
    (self.html, self.rtf, self.text) = (offered(html), offered(rtf), offered(text))
  }

  /// The form that says most of the text, read; nil if there is only text that is Markdown already, or one line.
  func read(_ reading: FileReading) throws(ImportFault) -> ReadFile? {
    if let html {
      do throws(OfficeFault) {
        return ReadFile(try WebManuscript.read(pasted: html), letters: PageLetters.pieces(in: html))
      } catch {
        // A picture, with a tag around it.
        if error != .noText { throw ImportFault(error, ending: "html") }
      }
    }
    if let rtf {
      do throws(ImportFault) { return try reading.read(Array(rtf.utf8), name: "clipboard.rtf") } catch {
        // Where no program reads it, there is still the text.
        guard case .noConverter = error, text != nil else { throw error }
      }
    }
    guard let text, !text.trimmed.isEmpty else { throw .empty }
    if Self.isMarkdown(text) { return nil }
    if let manuscript = TextManuscript.table(text) { return ReadFile(manuscript, letters: []) }
    do throws(OfficeFault) { return ReadFile(try TextManuscript.read(Array(text.utf8)), letters: []) } catch {
      throw ImportFault(error, ending: "txt")
    }
  }

  /// The text as it is.
  var plain: String { text ?? "" }

  /// Whether a text stands as it is: a line, or what somebody has copied from a document that is written here.
  private static func isMarkdown(_ text: String) -> Bool {
    let lines = text.split(whereSeparator: \.isNewline)
    if lines.count < 2 { return true }
    return lines.contains { line in
      let line = line.trimmed
      return line.hasPrefix("|") && line.hasSuffix("|") && line.utf8.count > 1 || line == "---"
        || line.hasPrefix("#") && line.drop { $0 == "#" }.first == " " || line.contains("](")
        || line.hasPrefix("**") || line.hasPrefix("\\")
    }
  }
}
