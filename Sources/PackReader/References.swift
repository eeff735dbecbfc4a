/// What is said of every reference to an intent that does not exist.
func dangling(in drafts: [IntentForm.Draft], ids: Set<String>) -> [Finding] {
  let known = ids.sorted()
  return drafts.flatMap { draft in
    draft.references.filter { !ids.contains($0.text) }.map { reference in
      Finding(
        file: draft.intent.file, line: reference.place.line, column: reference.place.column,
        message: "there is no intent `\(reference.text)`"
          + suggestion(for: reference.text, in: known))
    }
  }
}
