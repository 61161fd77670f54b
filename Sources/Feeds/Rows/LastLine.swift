/// The line that was counted last, so that a row with several values counts once.
///
/// It is no part of what a tally says: it makes no difference between two, and no store keeps it.
struct LastLine: Hashable, Sendable {
    private var line: Int?

    /// Notes a line; `false` where it is the one that was noted last.
    mutating func isNew(_ next: Int) -> Bool {
        defer { line = next }
        return next != line
    }

    static func == (left: Self, right: Self) -> Bool { true }

    func hash(into hasher: inout Hasher) {}
}
