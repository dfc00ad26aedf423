import Base
import Resolution

/// The references of documents that are left out because of an error must resolve too (`dangling-reference`, error), so
/// that every mistake is found in one run.
struct FaultyDocuments: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    context.faulty.flatMap(context.corpus.danglingReferences)
  }
}
