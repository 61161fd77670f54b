package import Feeds
package import Indicators

/// A delivered file, as pages tell of it.
///
/// Of one that was put aside for personal data nothing is told but that, and when: its name may name somebody.
package struct ToldDelivery: Hashable, Sendable {
    /// How many rows had which outcome.
    package struct Counts: Hashable, Sendable {
        package let rows: Int
        package let taken: Int
        package let revised: Int
        package let unchanged: Int
        package let skipped: Int
        package let faults: Int

        package init(rows: Int, taken: Int, revised: Int, unchanged: Int, skipped: Int, faults: Int) {
            self.rows = rows
            self.taken = taken
            self.revised = revised
            self.unchanged = unchanged
            self.skipped = skipped
            self.faults = faults
        }
    }

    package let id: Int
    package let at: Instant
    /// `nil` where it may not be told.
    package let fileName: String?
    /// `nil` where it may not be told.
    package let hash: String?
    package let byteCount: Int
    /// Who supplies it, else the feed; `nil` for a file in one of Peilwacht's own forms.
    package let supplier: String?
    package let refusal: IntakeReason?
    package let counts: Counts
    package let isRepeat: Bool
    package let isUndone: Bool

    package init(
        id: Int,
        at: Instant,
        fileName: String,
        hash: String,
        byteCount: Int,
        supplier: String?,
        refusal: IntakeReason?,
        counts: Counts,
        isRepeat: Bool,
        isUndone: Bool
    ) {
        let isAboutPersons = refusal == .personalData
        self.id = id
        self.at = at
        self.fileName = isAboutPersons ? nil : fileName
        self.hash = isAboutPersons ? nil : hash
        self.byteCount = byteCount
        self.supplier = supplier
        self.refusal = refusal
        self.counts = counts
        self.isRepeat = isRepeat
        self.isUndone = isUndone
    }
}
