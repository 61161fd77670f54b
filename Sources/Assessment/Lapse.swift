/// Why an alert ended, where its rule did not find the series in order.
package enum Lapse: String, Hashable, Sendable, CaseIterable, Codable {
    /// A later delivery changed the value that the alert was about.
    case revised
    /// The value that the alert was about was taken back.
    case valueWithdrawn = "value-withdrawn"
    /// The configuration no longer watches the indicator.
    case withdrawn
    /// An edit of the configuration: by what holds now nothing deviates, whatever was measured.
    case edited = "target-changed"
    /// An edit of the configuration: by what holds now it cannot be said whether anything deviates.
    case undecidable
    /// A clock that ran ahead had opened it; by the right one there was nothing to tell.
    case clockWasWrong = "clock-was-wrong"
}
