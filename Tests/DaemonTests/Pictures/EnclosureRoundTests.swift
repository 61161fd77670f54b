import Alerting
import Foundation
import Indicators
import Logging
import Storage
import StoreSupport
import Synchronization
import Testing

@testable import Daemon

@Suite("Pictures and figures in mails")
struct EnclosureRoundTests {
    private static let now = Instant(seconds: 1_801_000_000)
    private static let indicators = "\(Watched.yearly("wmo"))\n\(Watched.yearly("jeugd"))"

    /// What a desk was asked for.
    private final class Asked: Sendable {
        let pictures = Mutex<[String]>([])
    }

    private static func desk(_ asked: Asked, fails: Bool = false) -> PictureDesk {
        let make: PictureDesk.Maker = { svg async throws(ChildProgram.Failure) in
            asked.pictures.withLock { $0.append(svg) }
            guard !fails else { throw .tookTooLong }
            return [0x89, 0x50, 0x4E, 0x47] + Array(svg.utf8)
        }
        return PictureDesk(logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, make: make)
    }

    /// A store in which an alert of each has just been opened, with a value of the year before.
    private static func judged(_ active: ActiveConfiguration, _ value: String = "150") async throws -> WatchedStore {
        let store = WatchedStore()
        try await store.adopt(expected: active.expectedSeries, at: now)
        let keys = ["wmo", "jeugd"].map { Watched.key(IndicatorID($0)) }
        try await store.memory.take(keys.map { ($0, "90") }, by: active, of: 2025, at: now)
        try await store.memory.take(keys.map { ($0, value) }, by: active, at: now)
        try await store.judge(by: active, at: now)
        return store
    }

    private static func mail(
        _ desk: PictureDesk?,
        _ subscriptions: String = Watched.wethouder
    ) async throws -> String {
        let active = try Watched.active(indicators, subscriptions: subscriptions)
        let store = try await judged(active)
        _ = try await UrgentRound(store: store, active: active, pictures: desk).run(at: now)
        return try #require(try await store.memory.mails().first)
    }

    @Test func `each alert that is told in full has a picture, and all figures are in one file`() async throws {
        let asked = Asked()
        let mail = try await Self.mail(Self.desk(asked))
        #expect(mail.components(separatedBy: "Content-Type: image/png").count == 3)
        #expect(mail.components(separatedBy: "Content-Type: text/csv").count == 2)
        #expect(mail.contains("filename=\"peilwacht-2027-01-26.csv\""))
        #expect(asked.pictures.withLock { $0.count } == 2)
    }

    @Test func `a picture that cannot be made is asked for once, and the mail goes without`() async throws {
        let asked = Asked()
        let mail = try await Self.mail(Self.desk(asked, fails: true))
        #expect(!mail.contains("image/png") && mail.contains("Titel wmo") && mail.contains("Titel jeugd"))
        #expect(asked.pictures.withLock { $0.count } == 1)
    }

    @Test func `who wants no file gets none`() async throws {
        let without = Watched.wethouder + "\n    csv: false"
        let mail = try await Self.mail(nil, without)
        #expect(!mail.contains("text/csv") && !mail.contains("multipart/mixed"))
    }

    @Test func `several readers get the picture that was made once`() async throws {
        let asked = Asked()
        let both = "\(Watched.wethouder)\n\(Watched.wethouder.replacing("wethouder", with: "griffie"))"
        _ = try await Self.mail(Self.desk(asked), both)
        #expect(asked.pictures.withLock { $0.count } == 2)
    }
}
