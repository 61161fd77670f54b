internal import Indicators

/// The series that a target holds for, as read.
struct ScopeDraft {
    /// The area by code or name; `nil` for every area.
    let area: Located<String>?
    let breakdown: Breakdown?
}
