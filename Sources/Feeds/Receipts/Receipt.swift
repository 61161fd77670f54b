package import Indicators

/// What was taken in from one file, and what was not, and why (ontvangstbewijs).
package struct Receipt: Hashable, Sendable {
    /// What became of the file.
    package enum Outcome: String, Hashable, Sendable, CaseIterable {
        /// Its values are in the store, but for the rows that the profile lets be set aside.
        case taken
        /// It was processed, and held nothing that was not known: no value at all, or none that is new.
        case nothingTaken = "nothing-taken"
        /// Nothing of it is in the store.
        case refused
        /// The same content was taken in before; nothing was done.
        case duplicate
        /// It would have been taken in; nothing was done.
        case dryRun = "dry-run"
    }

    /// When, and under which name, the same content was taken in before.
    package struct Earlier: Hashable, Sendable {
        package let at: Instant
        package let fileName: FileName

        package init(at: Instant, fileName: FileName) {
            self.at = at
            self.fileName = fileName
        }
    }

    package let fileName: FileName
    /// In hexadecimal; `nil` where the content could not be read.
    package let sha256: String?
    /// In bytes; `nil` where it is not known.
    package let size: Int?
    package let at: Instant
    /// The name of the feed profile; `nil` where none is about this file.
    package let feed: String?
    package let outcome: Outcome
    /// The feed profile; `nil` where none is about this file.
    package let profile: FeedProfile?
    /// How the file was read; `nil` where that was not settled.
    package let dialect: FileDialect?
    /// What the file was taken for; `nil` where that was not seen.
    package let recognition: Recognition?
    /// The first lines of a refused file, as they are written.
    package internal(set) var firstLines: [String]
    package internal(set) var tally: IntakeTally
    /// Of content that was taken in before.
    package let earlier: Earlier?
    /// The delivery after which somebody went on writing in the same file; `nil` where nobody did.
    package let continues: Earlier?
    /// The name of the claim that the file was held by, by which its own receipt is known again; `nil` without one.
    package let claim: String?
    /// Whether it only says what would become of the file.
    package let isDryRun: Bool
    /// Whether somebody handed the file over by hand, and has it still.
    private var isByHand = false

    /// Makes a receipt; of a refused or repeated file nothing counts as taken, and a file that brought nothing new is never
    /// called taken.
    package init(
        fileName: FileName,
        sha256: String?,
        size: Int?,
        at: Instant,
        feed: String? = nil,
        profile: FeedProfile? = nil,
        outcome: Outcome,
        dialect: FileDialect? = nil,
        recognition: Recognition? = nil,
        firstLines: [String] = [],
        tally: IntakeTally = IntakeTally(),
        earlier: Earlier? = nil,
        continues: Earlier? = nil,
        claim: String? = nil,
        isDryRun: Bool = false
    ) {
        self.fileName = fileName
        self.sha256 = sha256
        self.size = size
        self.at = at
        self.feed = feed ?? profile?.name
        let isIdle = outcome == .taken && tally.changeCount == 0
        self.outcome = isIdle ? .nothingTaken : outcome
        self.dialect = dialect
        self.profile = profile
        self.recognition = recognition ?? dialect.map { Recognition($0.form) }
        self.firstLines = outcome == .refused ? firstLines : []
        self.tally =
            switch outcome {
            case .taken, .nothingTaken, .dryRun: tally
            case .refused: tally.withNothingTaken
            case .duplicate: tally.withNothingChanged
            }
        self.earlier = earlier
        self.continues = continues
        self.claim = claim
        self.isDryRun = isDryRun || outcome == .dryRun
    }

    /// The receipt of a file that somebody handed over by hand.
    package var byHand: Receipt {
        var receipt = self
        receipt.isByHand = true
        return receipt
    }

    /// Whether the file itself lies where it lay.
    var staysInPlace: Bool { isByHand || isDryRun }

    /// The pattern of the feed profile that the file's name fits; `nil` where its header decided.
    var feedFiles: String? { profile?.filePattern?.description }

    /// Whether it is in the store as a file that was accepted.
    package var isCommitted: Bool {
        switch outcome {
        case .taken, .nothingTaken: true
        case .refused, .duplicate, .dryRun: false
        }
    }

    /// Whether something may follow from it.
    package var changesTheStore: Bool { isCommitted && tally.changeCount > 0 }

    /// Whether it was put aside because it holds personal data.
    package var isAboutPersons: Bool { tally.faults.contains { $0.reason == .personalData } }

    /// The reason that counts for what was refused of it; `nil` where nothing was.
    package var faultReason: IntakeReason? { tally.faults.first?.reason }

    /// Whether some rows of it were set aside, or would be, while the others count.
    package var hasRowsSetAside: Bool { outcome != .refused && tally.faultCount > 0 }

    /// The name under which the receipt is kept, without `.json` or `.txt`: the first, or a later one.
    package func name(number: Int = 1) -> FileName { fileName.receiptName(sha256: sha256, number: number) }
}
