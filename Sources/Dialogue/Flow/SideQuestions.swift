import Casework

/// Short questions in mid-flow: 贵吗 is asked about what the flow is about.
extension FlowTurn {
  /// The id of the open flow, as what a short question is about; nil while nothing is asked.
  private var subject: String? {
    open.flatMap { $0.step == nil ? nil : "flow." + $0.kind.rawValue }
  }

  /// Whether `text` is word for word a short question about the open flow; never a value of a field.
  func isSideQuestion(_ text: String) -> Bool {
    guard let subject else { return false }
    return isShortForm(text, after: subject)
  }

  /// The state in which `text` is listened to: a short question is about the open flow, unless it is
  /// one about what was just answered. What does not ask leans on nothing.
  func stateToListen(to text: String) -> ConversationState {
    guard let subject else { return state }
    let topic = state.topic ?? ""
    if isShortForm(text, after: subject), !isShortForm(text, after: topic) {
      return state.about(subject)
    }
    return topic.isEmpty && asksEnough(text) ? state.about(subject) : state
  }

  /// Whether `text` asks and says what for, as 可以吗 does not.
  private func asksEnough(_ text: String) -> Bool {
    let folded = FoldedText(text)
    return folded.length >= (folded.isLatin ? 3 : 4) && asks(text)
  }

  /// Whether `text` is word for word a short question about `topic`.
  private func isShortForm(_ text: String, after topic: String) -> Bool {
    guard text.utf8.count <= Listener.short,
      let form = decider.listener.followUp.meaning(of: FoldedText(text), after: topic)
    else { return false }
    return form.likeness > Listener.identity
  }
}
