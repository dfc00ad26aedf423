import Foundation
import TestSupport
import Testing

/// Two ways in which a file of an author once ended the program.
struct NumberTests {
  /// The targets that hold texts of authors as values, and convert nothing else to whole numbers.
  private static let targets = ["Auditing", "Documents", "Loading", "Resolution"]

  @Test func `what an author writes is read as a number in one way`() throws {
    for target in Self.targets {
      for file in try Repository.files(in: "Sources/" + target, ".swift") {
        let found = try Repository.text(file).matches(of: /\bInt\((?!written:|exactly:|[a-z]+ & 0x)[^)]*\)?/).map {
          String($0.0)
        }
        #expect(found == [], "\(file): use Int(written:), which has bounds")
      }
    }
  }

  @Test func `no dictionary relies on keys from a disk being different`() throws {
    for file in try Repository.files(in: "Sources", ".swift") {
      for found in try Repository.text(file).matches(of: /uniqueKeysWithValues:[^\n]*\n?[^\n]*/) {
        // Cases of an enumeration and figures are different for ever.
        #expect(found.0.contains("allCases") || found.0.contains("zip(\""), "\(file): \(found.0)")
      }
    }
  }
}
