/// A package as read.
struct PackageDraft {
    let id: Located<String>
    let title: String
    let goals: [GoalDraft]
    let indicators: [IndicatorDraft]
}
