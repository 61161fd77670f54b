import Feeds
import Indicators
import Storage
import Testing

@Suite("Every store: reports of milestones")
struct ConformanceMilestones {
    private let day = Period("2026-03-31")

    private func reports(_ store: any Store) async throws -> [MilestoneReport?] {
        try await store.revisions(of: shelter, period: try #require(day)).map(\.observation.milestone)
    }

    private func said(_ status: MilestoneStatus, _ expected: String? = nil) throws -> MilestoneReport {
        MilestoneReport(status: status, expected: try expected.map { try #require(CalendarDate($0)) })
    }

    @Test(arguments: StoreUnderTest.all, MilestoneStatus.allCases)
    func `a report comes back as it was supplied`(_ subject: StoreUnderTest, _ status: MilestoneStatus) async throws {
        try await subject.run { store in
            for (number, expected) in [nil, "2027-04-01", "1969-12-31"].enumerated() {
                let series = SeriesKey(indicator: IndicatorID("m\(number)"), area: "GM0303")
                let row = try report(status, expected: expected, of: series, source: "project", note: "noot")
                try await store.take(header("h\(number)"), [row])
                let latest = try await store.history(of: series).latest
                #expect(latest?.observation == row.observation)
                #expect(latest?.observation.milestone == (try said(status, expected)))
            }
        }
    }

    /// A report and a later one of the same day, of which the value is 0 both times.
    struct Change: CustomTestStringConvertible, Sendable {
        var before: (MilestoneStatus, String?) = (.delayed, "2027-04-01")
        let after: (MilestoneStatus, String?)

        static let all = [
            Change(after: (.postponed, "2027-04-01")), Change(after: (.delayed, "2027-06-30")),
            Change(after: (.delayed, nil)), Change(after: (.unknown, nil)),
            Change(before: (.onSchedule, nil), after: (.onSchedule, "2027-06-30")),
        ]

        var testDescription: String { "\(before) and then \(after)" }
    }

    @Test(arguments: StoreUnderTest.all, Change.all)
    func `another status or day is a revision, as a whole`(_ subject: StoreUnderTest, _ change: Change) async throws {
        try await subject.run { store in
            let (before, after) = try (said(change.before.0, change.before.1), said(change.after.0, change.after.1))
            try await store.take(
                header("a"),
                [report(before.status, expected: change.before.1, source: "project", note: "wacht op de aannemer")]
            )
            try await store.judgeEverything()
            let result = try await store.take(header("b"), [report(after.status, expected: change.after.1)])
            #expect(
                result.isAccepted && result.tally.revised == 1 && result.tally.taken == 0 && result.tally.unchanged == 0
            )
            let revision = RevisedValue(
                series: shelter,
                period: try #require(day),
                old: .zero,
                new: .zero,
                oldReport: before,
                newReport: after
            )
            #expect(result.tally.revisions == [revision])
            #expect(try await reports(store) == [before, after])
            let latest = try await store.history(of: shelter).latest
            #expect(latest?.revision == 2 && latest?.importHash == "b")
            // Why the earlier report said so is not why the later one does.
            #expect(latest?.observation.note == nil && latest?.observation.source == nil)
            #expect(try await store.keysToJudge() == [shelter])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a milestone that is done after all is a revision of its value too`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [report(.delayed, expected: "2027-04-01")])
            let result = try await store.take(header("b"), [report(.done)])
            #expect(result.tally.revisions.map(\.new) == [ExactDecimal(1)])
            #expect(try await store.history(of: shelter).latest?.observation.milestone == (try said(.done)))
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `the same report again changes nothing`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [report(.delayed, expected: "2027-04-01", note: "noot")])
            try await store.judgeEverything()
            let result = try await store.take(header("b"), [report(.delayed, expected: "2027-04-01")])
            #expect(result.isAccepted && result.tally.unchanged == 1 && result.tally.revised == 0)
            #expect(try await store.history(of: shelter).latest?.observation.note == "noot")
            #expect(try await store.keysToJudge().isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a bare value says nothing of the report, and a report adds to a bare value`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            let bare = RowOutcome.observed(
                ObservedRow(
                    line: 2,
                    series: shelter,
                    observation: Observation(period: try #require(day), value: .zero, note: "noot")
                )
            )
            try await store.take(header("a"), [bare])
            let first = try await store.take(header("b"), [report(.delayed, expected: "2027-04-01")])
            #expect(first.tally.revised == 1)
            #expect(first.tally.revisions.map(\.oldReport) == [nil])
            #expect(try await store.history(of: shelter).latest?.observation.note == "noot")
            #expect(try await store.take(header("c"), [bare]).tally.unchanged == 1)
            #expect(try await reports(store) == [nil, said(.delayed, "2027-04-01")])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `reports of other days stand beside each other`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let days = ["2026-06-30", "2026-03-31", "2025-12-31"]
            try await store.take(
                header("a"),
                days.enumerated().map { try report(.delayed, on: $0.element, line: $0.offset + 2) }
            )
            #expect(try await store.history(of: shelter).observations.map(\.period.description) == days.reversed())
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `reports and values may stand among each other`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let rows = try (0..<100).map { number in
                let series = SeriesKey(indicator: IndicatorID("m\(number)"), area: "GM0303")
                return try number % 9 == 0
                    ? report(.delayed, of: series, line: number)
                    : row("\(number)", of: series, line: number)
            }
            #expect(try await store.take(header("a"), rows).tally.taken == 100)
            #expect(try await store.take(header("b"), rows.reversed()).tally.unchanged == 100)
            for (number, row) in rows.enumerated() {
                let series = SeriesKey(indicator: IndicatorID("m\(number)"), area: "GM0303")
                #expect(try await store.history(of: series).latest?.observation == row.observation)
            }
        }
    }

    /// Two rows of one file for one day, and what the store may hold of it already.
    struct TwoReports: CustomTestStringConvertible, Sendable {
        var known: MilestoneStatus?
        let first: (MilestoneStatus, String?)
        let second: (MilestoneStatus, String?)
        /// The column in which they differ, and what it says; `nil` where they say the same.
        let difference: (column: String, cell: String, other: String)?

        static let all = [nil, .delayed, .postponed, .stopped].flatMap { known in
            [
                TwoReports(known: known, first: (.delayed, nil), second: (.delayed, nil), difference: nil),
                TwoReports(
                    known: known,
                    first: (.delayed, nil),
                    second: (.postponed, nil),
                    difference: ("status", "uitgesteld", "vertraagd")
                ),
                TwoReports(
                    known: known,
                    first: (.delayed, "2027-04-01"),
                    second: (.delayed, nil),
                    difference: ("verwacht", "", "2027-04-01")
                ),
            ]
        }

        var testDescription: String { "\(first) and \(second) after \(known?.rawValue ?? "nothing")" }
    }

    @Test(arguments: StoreUnderTest.all, TwoReports.all)
    func `a second report of a day must not contradict the first`(
        _ subject: StoreUnderTest,
        _ rows: TwoReports
    ) async throws {
        try await subject.run { store in
            if let known = rows.known { try await store.take(header("known"), [report(known)]) }
            let result = try await store.take(
                header("a"),
                [
                    report(rows.first.0, expected: rows.first.1), row("1", 2023, line: 3),
                    report(rows.second.0, expected: rows.second.1, line: 4),
                ]
            )
            #expect(result.isAccepted == (rows.difference == nil))
            #expect(result.tally.skips[.duplicateInFile]?.lines == (rows.difference == nil ? [4] : nil))
            guard let difference = rows.difference else { return }
            let fault = RowFault(
                .conflictingRows,
                line: 4,
                column: difference.column,
                cell: difference.cell,
                detail: .otherRow(line: 2, text: difference.other)
            )
            #expect(result.tally.faults == [fault])
            let kept = try await store.history(of: shelter).latest?.observation.milestone
            #expect(kept?.status == rows.known)
        }
    }
}

extension RowOutcome {
    fileprivate var observation: Observation? {
        if case .observed(let row) = self { row.observation } else { nil }
    }
}
