import Catalogue
import Files
import Foundation
import Indicators
import Logging
import StatusPage
import Storage
import Telling
import TestSupport

@testable import Daemon

/// A daemon's engine on a folder of its own, and the desk beside it.
struct EngineFixture {
    static let now = Instant(seconds: 1_801_000_000)

    let folder: TemporaryFolder
    let engine: Engine
    let desk: PageDesk

    init(_ indicators: String = Watched.yearly("wmo"), top: String = "") async throws {
        folder = try TemporaryFolder()
        let configuration = try Watched.configuration(indicators, top: top, in: folder.path)
        let active = ActiveConfiguration(configuration)
        try FileManager.default.createDirectory(atPath: "\(folder.path)/var", withIntermediateDirectories: true)
        let store = try SQLiteStore.openForWriting(configuration)
        let engine = try Engine(
            active: active,
            store: store,
            clock: .fixed(Self.now),
            notifier: SystemdNotifier(environment: [:]),
            watchdog: nil,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        try await engine.start()
        try await store.endOpening(of: store.openingIndicators())
        self.engine = engine
        desk = PageDesk(
            clock: .fixed(Self.now),
            vitalSigns: VitalSigns(startedAt: Self.now),
            handle: { order in
                (try? await engine.handle(order)) ?? ControlResponse(status: 70, json: "null", text: "")
            },
            active: { active }
        )
    }

    /// Takes a file in, as a pass does.
    func take(_ name: String, _ rows: String) async throws {
        let inbox = try folder.directory("var/inbox")
        try inbox.put(name, "indicator;periode;waarde;gebied;uitsplitsing\n\(rows)\n")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -60)],
            ofItemAtPath: inbox.path(name)
        )
        _ = try await engine.pass()
    }

    func ask(
        _ address: PageAddress,
        form: [String: String]? = nil,
        isLate: Bool = false,
        as person: PageRequest.Person? = nil
    ) async -> (answer: PageAnswer, text: String) {
        let sides = address.path.split(separator: "?", maxSplits: 1).map(String.init)
        let fields = (sides.count == 2 ? sides[1] : "").split(separator: "&").map { field in
            field.split(separator: "=", maxSplits: 1).map { String($0).removingPercentEncoding ?? "" }
        }
        let request = PageRequest(
            form == nil ? .get : isLate ? .lateForm : .post,
            path: sides[0].split(separator: "/").map { String($0).removingPercentEncoding ?? "" },
            query: Dictionary(fields.map { ($0[0], $0[1]) }) { first, _ in first },
            form: form ?? [:],
            person: person
        )
        let answer = await desk.answer(request)
        guard case .bytes(let bytes) = answer.body else { return (answer, "") }
        return (answer, String(decoding: bytes, as: UTF8.self))
    }
}
