internal import Indicators

/// What the status cell of a row says.
struct WrittenStatus {
    let status: ObservationStatus
    /// Whether somebody says that a value that looks like a mistake is right.
    var isConfirmed = false
}
