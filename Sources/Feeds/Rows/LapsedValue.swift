package import Indicators

/// What a row of a file that was taken in before said, and does not hold any more: a value, or that one is taken back.
package struct LapsedValue: Hashable, Sendable, Codable {
    /// What became of it.
    package enum Cause: Hashable, Sendable, Codable {
        /// Another file brought another value, at a moment in milliseconds since 1970.
        case replaced(file: String, hash: String, at: Int64)
        case withdrawn(by: String, why: String, at: Int64)
    }

    package let series: SeriesKey
    package let period: Period
    package private(set) var said: WithdrawnValue.Said
    /// What holds now; `nil` where nothing does.
    package private(set) var holds: WithdrawnValue.Said?
    package private(set) var cause: Cause
    // Absent in what earlier versions kept, and where the row brought the value.
    private let tookBack: Bool?

    /// Whether the row took back the value that it says, and another one holds since, or that one again.
    package var isWithdrawal: Bool { tookBack == true }

    /// The value as it may be told; why it was withdrawn may say what it was.
    func told(by disclosure: Disclosure) -> LapsedValue {
        var told = self
        told.said = said.told(of: series, period, by: disclosure)
        told.holds = holds?.told(of: series, period, by: disclosure)
        guard told.said.isHidden || told.holds?.isHidden == true else { return told }
        switch cause {
        case .replaced: break
        case .withdrawn(let by, _, let at): told.cause = .withdrawn(by: by, why: "…", at: at)
        }
        return told
    }

    package init(
        series: SeriesKey,
        said: Observation,
        holds: Observation?,
        cause: Cause,
        isWithdrawal: Bool = false
    ) {
        tookBack = isWithdrawal ? true : nil
        self.series = series
        period = said.period
        self.said = WithdrawnValue.Said(said)
        self.holds = holds.map(WithdrawnValue.Said.init)
        self.cause = cause
    }
}
