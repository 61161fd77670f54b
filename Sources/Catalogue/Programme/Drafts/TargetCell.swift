internal import Indicators

/// A target with its period, as read.
struct TargetCell {
    let period: Located<Period>
    let notation: Located<TargetNotation>
    var scope: ScopeDraft?
}
