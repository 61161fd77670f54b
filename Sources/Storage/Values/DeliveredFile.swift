package import Feeds
package import Indicators

/// A file that was dropped or imported, and what became of it.
package struct DeliveredFile: Hashable, Sendable {
    /// Grows with each delivery.
    package let id: Int
    /// SHA-256 in hexadecimal.
    package let hash: String
    package let fileName: String
    package let byteCount: Int
    package let at: Instant
    /// The feed whose profile fitted; `nil` for a file in one of Peilwacht's own forms.
    package let profile: String?
    /// Why it was refused; `nil` where it was taken in.
    package let refusal: IntakeReason?
    package let rows: Int
    package let taken: Int
    package let revised: Int
    package let unchanged: Int
    package let skipped: Int
    package let faults: Int
    /// Whether its content had been taken in before.
    package let isRepeat: Bool
    /// Whether it was undone.
    package let isUndone: Bool

    package init(
        id: Int,
        hash: String,
        fileName: String,
        byteCount: Int,
        at: Instant,
        profile: String?,
        refusal: IntakeReason?,
        rows: Int,
        taken: Int,
        revised: Int,
        unchanged: Int,
        skipped: Int,
        faults: Int,
        isRepeat: Bool,
        isUndone: Bool
    ) {
        self.id = id
        self.hash = hash
        self.fileName = fileName
        self.byteCount = byteCount
        self.at = at
        self.profile = profile
        self.refusal = refusal
        self.rows = rows
        self.taken = taken
        self.revised = revised
        self.unchanged = unchanged
        self.skipped = skipped
        self.faults = faults
        self.isRepeat = isRepeat
        self.isUndone = isUndone
    }
}
