extension Kind {
  /// The common fields that its lifecycle does not know, unless the kind itself names them: 截止日期 of a policy.
  package var idleFields: Set<CommonField> {
    let idle: Set<CommonField> =
      switch lifecycle {
      case .validity: [.opensOn, .closesOn, .doneOn]
      case .consultation, .publicNotice, .event: [.expiresOn, .term, .validity, .doneOn]
      case .task: [.expiresOn, .term, .validity]
      case .none: [.expiresOn, .term, .validity, .opensOn, .closesOn, .doneOn]
      }
    return idle.subtracting(fields.compactMap { CommonField(rawValue: $0.key) })
  }
}
