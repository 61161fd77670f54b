package import Indicators

/// What a finding of the rule `overdue` rests on: the periods that are awaited.
package struct OverdueEvidence: RuleEvidence {
    package static let rule = RuleName("overdue")
    package static let version = 2

    /// The periods whose value is overdue, of very many the first and the last; empty where all is in time.
    package let periods: [Period]
    /// The next period that is awaited; `nil` where none is, or a store of an earlier version does not tell.
    package let next: DuePeriod?
    /// The last days on which the overdue values were in time, in the order of the periods; empty where a store of an
    /// earlier version does not tell.
    package let dueDates: [CalendarDate]
    /// How many are overdue, where that is more than are named.
    private let total: Int?
    /// The latest period that has a value, where all that is missing lies before it.
    package let newest: Period?
    /// Whether another alert tells of it, since the date of the milestone has passed; in a store only where it is so.
    private let isToldWithDate: Bool?

    /// The evidence of what is overdue, in order; of more than ``mostKept`` the first and the last are kept.
    package init(overdue: [DuePeriod], next: DuePeriod?, latest: Period? = nil, isToldWithDate: Bool = false) {
        self.isToldWithDate = isToldWithDate ? true : nil
        let kept =
            overdue.count > Self.mostKept
            ? overdue.prefix(Self.mostKept / 2) + overdue.suffix(Self.mostKept / 2) : overdue[...]
        periods = kept.map(\.period)
        dueDates = kept.map(\.date)
        total = kept.count < overdue.count ? overdue.count : nil
        newest = overdue.last.flatMap { last in latest.flatMap { last.period.end < $0.end ? $0 : nil } }
        self.next = next
    }

    private static let mostKept = 60

    /// Version 1 kept all, and knew no gaps.
    package static func read(_ decoder: any Decoder, version: Int) throws -> Self {
        guard (1...Self.version).contains(version) else { throw Evidence.UnknownForm(rule: rule, version: version) }
        return try Self(from: decoder)
    }

    /// How many are overdue.
    package var count: Int { total ?? periods.count }

    package var reason: OverdueReason {
        guard !periods.isEmpty else { return .onTime }
        if isToldWithDate == true { return .toldWithDate }
        return newest == nil ? .overdue : .gap
    }

    /// A further missing period is news, though nothing that was measured became worse.
    package func course(since told: OverdueEvidence) -> Course? {
        guard count > told.count, let last = periods.last, let known = told.periods.last else { return nil }
        return last.end > known.end ? .graver : nil
    }

    package var endsWithLight: Bool { false }

    package var endLight: Light {
        switch reason {
        case .onTime: .green
        case .overdue, .gap, .toldWithDate: .grey
        }
    }

    package var goesOnElsewhere: Bool { reason == .toldWithDate }

    package var tellsValue: Bool { true }

    /// That a value is missing says nothing of any other.
    package var reach: EvidenceReach { .nothing }
}
