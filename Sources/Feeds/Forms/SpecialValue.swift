internal import Indicators

/// The words and numbers in a cell that stand for something else than a number.
enum SpecialValue {
    // "." is: unknown, not reliable enough or secret (CBS, Verklaring van tekens); "x" is secret in its books, "?" was
    // wrongly not answered in Swing.
    private static let unknown = Cell.words(
        "nb",
        "n.b.",
        "nnb",
        "n.n.b.",
        "onbekend",
        "niet bekend",
        "nog niet bekend",
        "unknown",
        ".",
        "..",
        "...",
        "…",
        "x",
        "?",
        "geheim",
        "vertrouwelijk",
        "confidential",
        "secret"
    )
    // Of these nobody can say why there is no value.
    private static let none = Cell.words("", "-", "–", "—", "--", "---", "leeg")
    private static let notApplicable = Cell.words("nvt", "n.v.t.", "niet van toepassing", "n/a", "not applicable")
    // ":" is: not available (Eurostat); "NA" is what R writes for a value that is not there.
    private static let notDelivered = Cell.words(
        ":",
        "na",
        "nan",
        "null",
        "geen data",
        "geen gegevens",
        "niet beschikbaar",
        "niet geleverd",
        "ontbreekt",
        "not available",
        "notavailable",
        "missing"
    )
    private static let impossible = Cell.words("impossible", "kan niet voorkomen", "niet mogelijk")

    /// Why the cell has no value; `nil` where it says something else.
    static func missing(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> IntakeReason? {
        if cell.isEmpty { return .noValue }
        // The longest of the words has 19 letters.
        guard cell.count <= 19 else { return nil }
        if Cell.isOne(of: unknown, bytes, cell) { return .valueNotKnown }
        if Cell.isOne(of: none, bytes, cell) { return .noValue }
        if Cell.isOne(of: notApplicable, bytes, cell) { return .notApplicable }
        if Cell.isOne(of: notDelivered, bytes, cell) { return .notDelivered }
        return Cell.isOne(of: impossible, bytes, cell) ? .cannotOccur : nil
    }

    /// Why a number is no value: the numbers by which Swing and CBS geodata say that there is none.
    static func sentinel(_ value: ExactDecimal) -> IntakeReason? {
        guard value.coefficient <= -99_996 else { return nil }
        switch value.withoutTrailingZeros {
        // Hidden or censored; wrongly no answer.
        case ExactDecimal(-99_997), ExactDecimal(-99_999): return .valueNotKnown
        case ExactDecimal(-99_998): return .notApplicable
        // Empty.
        case ExactDecimal(-99_996): return .noValue
        default: return nil
        }
    }

    private static let reached = Cell.words("gereed", "done")
    private static let notReached = Cell.words(
        "niet gereed",
        "op schema",
        "vertraagd",
        "uitgesteld",
        "gestopt",
        "niet gestart",
        "not done"
    )

    /// 1 for a milestone that is reached, 0 for one that is not.
    static func milestone(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Int? {
        if Cell.isOne(of: reached, bytes, cell) { return 1 }
        return Cell.isOne(of: notReached, bytes, cell) ? 0 : nil
    }

    private static let definitive = Cell.words("definitief", "definitive", "a")
    private static let provisional = Cell.words(
        "voorlopig",
        "provisional",
        "p",
        "nader voorlopig",
        "nadervoorlopig",
        "*",
        "**"
    )

    private static let confirmed = Cell.words("bevestigd", "confirmed", "definitief bevestigd", "definitive confirmed")
    private static let confirmedProvisional = Cell.words(
        "voorlopig bevestigd",
        "bevestigd voorlopig",
        "provisional confirmed",
        "confirmed provisional"
    )

    private static let withdrawn = Cell.words("ingetrokken", "withdrawn")

    /// Whether the cell says that a value is taken back.
    static func isWithdrawn(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool { Cell.isOne(of: withdrawn, bytes, cell) }

    /// The status that the cell names; an empty one is definitive.
    static func status(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> WrittenStatus? {
        if cell.isEmpty || Cell.isOne(of: definitive, bytes, cell) { return WrittenStatus(status: .definitive) }
        if Cell.isOne(of: provisional, bytes, cell) { return WrittenStatus(status: .provisional) }
        if Cell.isOne(of: confirmed, bytes, cell) { return WrittenStatus(status: .definitive, isConfirmed: true) }
        guard Cell.isOne(of: confirmedProvisional, bytes, cell) else { return nil }
        return WrittenStatus(status: .provisional, isConfirmed: true)
    }
}
