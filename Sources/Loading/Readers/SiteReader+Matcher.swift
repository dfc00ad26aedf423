import Documents

// The questions by which readers find policies.
extension SiteReader {
  private static let questionVocabulary = Vocabulary(.question)

  /// Reads a list of `{question, answers}`.
  mutating func matcher(_ value: YAMLValue?) -> [MatcherQuestion] {
    var taken: Set<String> = []
    return file.items(of: value, "matcher（找政策的问题）").compactMap { item in
      guard let entries = file.entries(of: item, what: "找政策的问题") else { return nil }
      let draft = Draft(entries, vocabulary: Self.questionVocabulary, file: &file)
      for word in ["question", "answers"] where draft[word] == nil {
        file.add(
          "missing-field", at: draft.place(of: word) ?? item.place, "找政策的问题没有写 \(word)",
          cures: ["写作 {question: 您是, answers: [{id: geren, name: 个人}, {id: qiye, name: 企业}]}"])
      }
      guard let label = file.text(draft["question"], "找政策的问题") else { return nil }
      let answers = named(draft["answers"], "答案", Self.termVocabulary).compactMap { answer -> Term? in
        guard taken.insert(answer.id).inserted, taken.insert(answer.name).inserted || answer.id == answer.name else {
          file.add("duplicate-term", at: answer.place, "答案“\(answer.name)”在几个问题里都有", cures: ["只保留一处"])
          return nil
        }
        return Term(id: answer.id, name: answer.name)
      }
      return answers.isEmpty ? nil : MatcherQuestion(label: label, answers: answers)
    }
  }
}
