/// A goal as read.
struct GoalDraft {
    let id: Located<String>
    let text: String
    let heading: String?
    let targets: [GoalTargetDraft]
    let unmeasured: String?
}
