/// The ids of all rules. A test compares them with the table in the handbook, which explains each.
package enum RuleNames {
  /// Rules with findings that are warnings: an editor may mark those as looked at.
  package static let warnings: Set<String> = [
    "act-undated", "act-without-effect", "agency-code", "annual-report-library", "annual-report-years",
    "attachment-author", "attachment-comments", "attachment-damaged", "attachment-empty", "attachment-encrypted",
    "attachment-hidden", "attachment-links", "attachment-position", "attachment-revisions", "attachment-scan",
    "attachment-unread", "broken-sentence", "catalogue-column", "catalogue-empty", "catalogue-late", "cited-year",
    "contact-differs", "date-range", "declared-validity", "disclosure-note", "document-number", "duplicate-number",
    "effect-before-publication", "emphasis-mark", "empty-collection", "empty-column", "empty-value",
    "evidence-missing", "excel-value", "extension-without-term", "few-interpretation-forms", "file-content",
    "fixed-field",
    "file-name", "footnote",
    "heading-mark", "html-comment", "html-entity", "idle-field", "image-form", "invisible-character", "known-field",
    "late-extension", "link-host", "link-syntax", "list-form", "list-mark", "listed-attachment", "listed-state",
    "lookalike-character", "macro-file", "missing-date", "missing-part", "missing-reasons", "more-findings",
    "not-applicable",
    "number-issuer",
    "number-year", "overdue-outcome", "outdated-term", "package-member-ended", "paper-number", "personal-address",
    "personal-contact",
    "personal-document", "personal-identity", "personal-phone", "personal-plate", "confused-word",
    "discriminating-word",
    "fixed-formula", "office-title", "official-term", "repeated-word", "secrecy-word", "territory-word", "vulgar-word",
    "wrong-name", "scope-word", "half-width-mark", "figure-blank", "mark-between-quotations", "leading-zero",
    "traditional-character", "heading-sequence", "title-blank", "attachment-note-mark", "copies-mark", "copies-name",
    "office-differs", "deadline-past", "repeated-sentence", "table-differs", "paper-title", "printed-date",
    "private-character", "question-basis-ended", "series-gap", "signature-date", "signature-issuer",
    "staged-text", "start-text", "table-blank", "table-line", "table-short-row", "table-text", "template-omits",
    "term-text",
    "title-quotes", "unknown-article", "unknown-issuer", "unpublished-link", "unrecorded-amendment",
    "unrecorded-extension", "unrecorded-repeal", "unused-file", "update-overdue",
  ]

  /// Rules whose errors rest on the reading of a sentence: an editor who knows better may mark those, too.
  package static let readings: Set<String> = ["unrecorded-repeal"]

  /// Rules whose findings are always errors.
  package static let errors: Set<String> = [
    "act-order", "ambiguous-reference", "attachment-missing", "attachment-name", "attachment-path", "attachment-type",
    "checked-rule",
    "commences-order", "control-character", "dangling-reference", "date-form", "date-order", "dead-link",
    "duplicate-field", "duplicate-key", "duplicate-kind", "duplicate-term", "empty-file", "empty-item", "encoding",
    "extension-shortens", "file-extension", "file-name-clash", "file-size", "foreign-image",
    "front-matter-dashes",
    "front-matter-missing", "front-matter-open", "garbled-text", "hidden-attachment", "image-alt",
    "key-in-two-languages", "latin-word", "line-separator",
    "link-scheme", "local-path", "lost-text", "merge-target", "missing-column", "missing-content", "missing-field",
    "missing-kind", "missing-kinds", "missing-site", "missing-title", "missing-transcript", "mutual-repeal",
    "no-such-day", "nul-byte", "opinion-counts", "package-too-large", "personal-card", "personal-number",
    "program-file", "raw-html",
    "reference-form",
    "relation-cycle", "reserved-name", "root-document", "secrecy-mark", "self-reference", "series-double",
    "short-consultation", "site-id-code", "special-file", "stray-markdown", "symlink-outside", "table-cells",
    "table-duplicate", "table-empty", "table-findings", "table-format", "table-heading", "table-merge", "table-quote",
    "table-remark", "table-rows", "table-separator", "table-sum", "table-title", "table-total", "template-missing",
    "template-name", "template-partial", "template-recursion", "template-syntax", "term-form", "term-order",
    "term-start", "text-direction", "time-zone", "unknown-audience", "unknown-key", "unknown-kind", "unknown-theme",
    "unknown-topic", "unknown-word", "unmasked-name", "unreadable-file", "url-collision", "web-address",
    "withheld-ground",
    "wrong-choice", "wrong-type", "yaml-blank", "yaml-comment", "yaml-syntax", "yaml-tab",
  ]
}

extension Diagnostic {
  /// Whether an editor may mark it as looked at.
  package var isMarkable: Bool { severity == .warning || RuleNames.readings.contains(rule) }
}
