import Feeds
import Indicators
import Storage
import Testing

@Suite("Every store: the same content again")
struct ConformanceRepeats {
    private let later = start.adding(seconds: 60)

    @Test(arguments: StoreUnderTest.all)
    func `what holds is counted, and nothing is kept`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("112"), row("5", of: lonely, line: 3)])
            try await store.judgeEverything()
            let again = try await store.take(
                header("a", at: later, claim: "2"),
                [row("112"), row("5", of: lonely, line: 3)]
            )
            #expect(again.isRepeated(of: AcceptedImport(fileName: "a.csv", at: start)))
            #expect(again.tally.unchanged == 2 && again.tally.lapsed.isEmpty)
            #expect(try await store.committedImport(of: "2") == nil)
            #expect(try await store.keysToJudge().isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a value that another file replaced stays replaced, and is told`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("47")])
            try await store.take(header("b", at: later), [row("4800")])
            let again = try await store.take(header("a"), [row("47")])
            #expect(!again.changesTheStore)
            let cause = LapsedValue.Cause.replaced(file: "b.csv", hash: "b", at: later.milliseconds)
            let said = try Observation(period: year(2024), value: decimal("47"))
            let holds = try Observation(period: year(2024), value: decimal("4800"))
            #expect(again.tally.lapsed.items == [LapsedValue(series: wmo, said: said, holds: holds, cause: cause)])
            #expect(try await store.history(of: wmo).latest?.value == decimal("4800"))
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `rows that were set aside are taken once they can be`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let aside = header("a", setsFaultyRowsAside: true)
            try await store.take(aside, [row("112"), .fault(RowFault(.unknownIndicator, line: 3))])
            let mended = header("a", at: later, setsFaultyRowsAside: true, claim: "2")
            let again = try await store.take(mended, [row("112"), row("5", of: lonely, line: 3)])
            #expect(again.changesTheStore && again.tally.taken == 1 && again.tally.unchanged == 1)
            #expect(try await store.history(of: lonely).latest?.recordedAt == later)
            let committed = try await store.committedImport(of: "2")
            #expect(committed?.repeats == AcceptedImport(fileName: "a.csv", at: start))
            #expect(committed?.tally == again.tally)
            let third = try await store.take(mended, [row("112"), row("5", of: lonely, line: 3)])
            #expect(!third.changesTheStore && third.tally.unchanged == 2)
            #expect(try await store.acceptedImport(hash: "a")?.at == start)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a row that was never taken revises what came since`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let aside = header("a", setsFaultyRowsAside: true)
            try await store.take(aside, [row("112"), .fault(RowFault(.unknownIndicator, line: 3))])
            try await store.take(header("b"), [row("7", of: lonely)])
            let again = try await store.take(aside, [row("112"), row("5", of: lonely, line: 3)])
            #expect(again.tally.revised == 1)
            #expect(try await store.history(of: lonely).latest?.value == decimal("5"))
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `with faults nothing of it is kept`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("112")])
            let rows = [try row("112"), try row("5", of: lonely, line: 3), .fault(RowFault(.unknownArea, line: 4))]
            let again = try await store.take(header("a"), rows)
            #expect(!again.changesTheStore && again.tally.unchanged == 1 && again.tally.faultCount == 1)
            #expect(try await store.history(of: lonely).latest == nil)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `what was withdrawn stays withdrawn, and is told`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("47")])
            try await store.withdraw(wmo, 2024, at: later)
            let again = try await store.take(header("a"), [row("47")])
            #expect(!again.changesTheStore)
            let lapsed = try #require(again.tally.lapsed.items.first)
            #expect(lapsed.holds == nil)
            #expect(lapsed.cause == .withdrawn(by: "jan", why: "typefout", at: later.milliseconds))
            #expect(try await store.history(of: wmo).latest == nil)
        }
    }

    private func takeBack(line: Int = 2) throws -> RowOutcome {
        .withdrawn(WithdrawnRow(line: line, series: wmo, period: try year(2024), why: "typefout"))
    }

    @Test(arguments: StoreUnderTest.all)
    func `what was taken back and came anew stays, and is told`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("47")])
            try await store.take(header("b"), [takeBack()])
            #expect(try await store.take(header("b"), [takeBack()]).tally.unchanged == 1)
            try await store.take(header("c", at: later), [row("48")])
            let again = try await store.take(header("b"), [takeBack()])
            #expect(!again.changesTheStore && again.tally.unchanged == 0)
            let lapsed = LapsedValue(
                series: wmo,
                said: try Observation(period: year(2024), value: decimal("47")),
                holds: try Observation(period: year(2024), value: decimal("48")),
                cause: .replaced(file: "c.csv", hash: "c", at: later.milliseconds),
                isWithdrawal: true
            )
            #expect(again.tally.lapsed.items == [lapsed])
            // It is taken back too, and with that the row says what holds.
            try await store.withdraw(wmo, 2024, at: later)
            #expect(try await store.take(header("b"), [takeBack()]).tally.unchanged == 1)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `what an older value took the place of is as the row says`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("47")])
            try await store.take(header("b"), [row("4800")])
            try await store.take(header("c"), [takeBack()])
            #expect(try await store.take(header("c"), [takeBack()]).tally.unchanged == 1)
            try await store.undo("c", at: later)
            let again = try await store.take(header("c"), [takeBack()])
            let lapsed = try #require(again.tally.lapsed.items.first)
            #expect(try lapsed.isWithdrawal && lapsed.holds?.value == decimal("4800"))
            #expect(lapsed.cause == .withdrawn(by: "jan", why: "typefout", at: later.milliseconds))
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `an undone file stays undone, and its values in another file hold`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("47")])
            try await store.undo("a", at: later)
            let again = try await store.take(header("a"), [row("47")])
            #expect(
                again.tally.lapsed.items.map(\.cause) == [
                    .withdrawn(by: "jan", why: "typefout", at: later.milliseconds)
                ]
            )
            #expect(try await store.take(header("b"), [row("47")]).tally.taken == 1)
            #expect(try await store.history(of: wmo).latest?.importHash == "b")
        }
    }
}

extension Store {
    /// Takes a value back.
    @discardableResult
    func withdraw(
        _ series: SeriesKey,
        _ number: Int,
        at time: Instant = start,
        dependants: @escaping @Sendable (SeriesKey) -> [SeriesKey] = { _ in [] }
    ) async throws -> WithdrawalOrder.Outcome {
        let order = WithdrawalOrder(.value(series, try year(number)), by: "jan", why: "typefout", at: time)
        return try await obey(order, dependants: dependants)
    }

    /// Takes back what a file brought.
    @discardableResult
    func undo(_ hash: String, at time: Instant = start) async throws -> WithdrawalOrder.Outcome {
        try await obey(WithdrawalOrder(.imported(hash), by: "jan", why: "typefout", at: time), dependants: { _ in [] })
    }
}
