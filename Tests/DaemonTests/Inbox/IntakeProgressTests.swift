import Feeds
import Indicators
import Synchronization
import Testing

@testable import Daemon

@Suite("The progress of a long import")
struct IntakeProgressTests {
    /// What a row has to be, for the kind of file.
    enum Rows: CaseIterable {
        case new
        case known
        case faulty
        case skipped
    }

    @Test(arguments: Rows.allCases)
    func `every piece of a file shows progress within the transaction, whatever becomes of its rows`(
        rows: Rows
    ) async throws {
        let fixture = try InboxFixture()
        let beats = Beats()
        let intake = Intake(
            store: fixture.store,
            settings: IntakeSettings(
                register: InboxFixture.register,
                profiles: [],
                language: .nl,
                zone: .utc,
                whileReading: { beats.count.withLock { $0 += 1 } }
            )
        )
        // The first reading, which hashes the file, shows progress of its own.
        fixture.store.state.withLock { $0.beforeRow = { beats.noteFirstRow() } }
        let lines = (0..<20_000).map { number in
            switch rows {
            case .new: "wmo-maatwerk;2024;112;groep=\(number)"
            case .known: "wmo-maatwerk;2024;112;groep=1"
            case .faulty: "wmo-maatwerk;2024;x;groep=\(number)"
            case .skipped: ";;;"
            }
        }
        let text = "indicator;periode;waarde;uitsplitsing\n" + lines.joined(separator: "\n") + "\n"
        try fixture.drop("a.csv", text)
        try await fixture.pass(intake: intake)
        #expect(beats.withinTransaction >= 1)
    }

    private final class Beats: Sendable {
        let count = Mutex(0)
        private let beforeRows = Mutex<Int?>(nil)

        func noteFirstRow() {
            let count = count.withLock(\.self)
            beforeRows.withLock { $0 = $0 ?? count }
        }

        var withinTransaction: Int { count.withLock(\.self) - (beforeRows.withLock(\.self) ?? 0) }
    }
}
