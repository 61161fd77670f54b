import Feeds
import Files
import Foundation
import Glibc
import Indicators
import Synchronization
import TestSupport
import Testing

@testable import Daemon

/// An inbox with its folders, a store in memory and a clock of its own.
final class InboxFixture: Sendable {
    let folder: TemporaryFolder
    let folders: IntakeFolders
    let store = WatchedIntakeStore()
    /// How far the clock is ahead of the machine's: an hour, so that what is dropped has rested long enough.
    let ahead = Mutex(3_600_000)
    let now = Instant(seconds: 1_775_023_200)

    init() throws {
        folder = try TemporaryFolder()
        folders = IntakeFolders(
            inbox: try folder.directory("inbox"),
            work: try folder.directory("work"),
            archive: try folder.directory("archive"),
            quarantine: try folder.directory("quarantine"),
            receipts: try folder.directory("receipts")
        )
    }

    /// A good file.
    static let good = "indicator;periode;waarde\nwmo-maatwerk;2024;112\n"

    static let register = IndicatorRegister(
        programmes: [Programme(id: "dronten", title: "Dronten", area: "GM0303", source: nil, packages: [])],
        indicators: [
            Indicator(
                id: "wmo-maatwerk",
                title: "Wmo-maatwerk",
                unit: .perThousand,
                better: .lower,
                cadence: Cadence(.year, dueDays: 120),
                programme: "dronten",
                package: "6N"
            )
        ],
        paths: [:],
        areaNames: ["GM0303": "Dronten"]
    )

    func intake(
        profiles: [FeedProfile] = [],
        sizeLimit: Int = 1 << 20,
        whileReading: @escaping @Sendable () throws -> Void = {}
    ) -> Intake {
        Intake(
            store: store,
            settings: IntakeSettings(
                register: Self.register,
                profiles: profiles,
                language: .nl,
                zone: .utc,
                sizeLimit: sizeLimit,
                whileReading: whileReading
            )
        )
    }

    func clock() -> Instant { WallClock.system.now().adding(milliseconds: ahead.withLock { $0 }) }

    /// A daemon that has just started.
    func inbox(
        opening: @escaping Inbox.Opener = { folder, name throws(FileSystemFault) in try folder.openFile(name) }
    ) -> Inbox {
        Inbox(folders: folders, clock: { self.clock() }, openFile: opening)
    }

    /// One pass of a daemon that has just started, and the receipts it gave.
    @discardableResult
    func pass(_ inbox: Inbox? = nil, intake: Intake? = nil) async throws -> [Receipt] {
        let receipts = Mutex<[Receipt]>([])
        _ = try await (inbox ?? self.inbox()).pass(with: intake ?? self.intake(), at: now) { receipt in
            receipts.withLock { $0.append(receipt) }
        }
        return receipts.withLock { $0 }
    }

    func drop(_ name: FileName, _ text: String = good) throws { try folders.inbox.put(name, Array(text.utf8)) }

    func drop(_ name: String, _ text: String = good) throws { try drop(FileName(name), text) }

    /// Whether nothing is under way any more.
    func isAtRest() throws -> Bool { try folders.inbox.names().isEmpty && folders.work.names().isEmpty }
}
