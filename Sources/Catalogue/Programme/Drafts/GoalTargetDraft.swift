internal import Indicators

/// A target that a goal names, as read.
struct GoalTargetDraft {
    let indicator: Located<String>
    let cell: TargetCell
    let planned: Located<Bool>?
}
