internal import Files
internal import Indicators

/// Says what to do about folders that no longer stand under their paths.
struct FolderWatch: Sendable {
    enum Verdict: Hashable, Sendable {
        case inPlace
        /// One is missing since a moment ago: whoever moved it away may be about to put another one in its place.
        case wait
        /// These have to be opened again.
        case reopen([FolderStanding])
    }

    private var missingSince: Instant?
    /// Whether a folder that is missing is waited for.
    var isWaiting: Bool { missingSince != nil }
    /// In seconds: longer than `mv inbox old; mkdir inbox` takes by hand, shorter than a file may have to wait.
    static let patience = 5

    /// Decides.
    ///
    /// - Parameters:
    ///   - standings: every folder in use.
    ///   - isPatient: whether what is missing is waited for.
    ///   - now: the moment, by a clock that does not leap.
    /// - Returns: what to do.
    mutating func verdict(_ standings: [FolderStanding], isPatient: Bool = true, at now: Instant) -> Verdict {
        let lost = standings.filter { $0.standing != .inPlace }
        guard lost.contains(where: { $0.standing == .missing }) else {
            missingSince = nil
            return lost.isEmpty ? .inPlace : .reopen(lost)
        }
        let since = missingSince ?? now
        guard !isPatient || now >= since.adding(seconds: Self.patience) else {
            missingSince = since
            return .wait
        }
        missingSince = nil
        return .reopen(lost)
    }
}
