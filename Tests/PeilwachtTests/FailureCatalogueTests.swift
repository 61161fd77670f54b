import Foundation
import TestSupport
import Testing

/// The failures by which other alerting systems lost, doubled or misdirected a notice, each under its number.
///
/// 1 (killed between commit and spool), 2 (killed between the relay's 250 and its note) and 13 (a full disk) are points of
/// `tools/faults` and of `KillTests` and `FullDiskTests`; 3 and 8 stand in `MailTests`, 6 in `TrueAfterEditTests`, 15 in
/// `WithdrawnAlertTests`, 16 in `AgainTests` and `MistakenDeliveryTests`, 17 in `HostileDropTests`, 18 in `FirstDayTests`.
/// 19 (a fault in a template) cannot happen: a mail is made of typed parts, whole, before anything is sent.
@Suite("Failures that others did not survive", .ownThreads)
struct FailureCatalogueTests {
    private static let header = "indicator;periode;waarde\n"

    private func subjects(_ sandbox: Sandbox, to address: String) throws -> [String] {
        try sandbox.texts(in: "outbox/new", ending: ".eml").filter { $0.contains(address) }.map { mail in
            try ParsedMail.parse(Data(mail.utf8)).headers["Subject"] ?? ""
        }
    }

    @Test func `4: what recovers while nothing runs is told at the next start`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;120\n")
        try sandbox.pass(at: "2026-04-01T10:00")
        try sandbox.drop("b.csv", Self.header + "wmo-maatwerk;2026;100\n")
        try sandbox.pass(at: "2026-04-09T10:00")
        let told = try subjects(sandbox, to: "wethouder@dronten.example")
        #expect(told.count == 2 && told[0].hasPrefix("[1 rood] Wmo") && told[1].hasPrefix("[Groen]"), "\(told)")
    }

    @Test func `5: what recovers and is worse again before the mail is told once, as it is`() throws {
        let sandbox = try Sandbox()
        try sandbox.pass(at: "2026-04-01T09:00")
        for (hour, value) in [(10, "109"), (11, "100"), (12, "110")] {
            try sandbox.drop("\(hour).csv", Self.header + "wmo-maatwerk;2025;\(value)\n")
            try sandbox.pass(at: "2026-04-01T\(hour):00")
        }
        try sandbox.pass(at: "2026-04-02T09:00")
        let mails = try sandbox.texts(in: "outbox/new", ending: ".eml").filter { $0.contains("beleid@dronten") }
        let mail = try #require(mails.first)
        let text = try #require(try ParsedMail.parse(Data(mail.utf8)).parts.first?.text)
        #expect(mails.count == 1 && text.contains("110 per 1000") && !text.contains("100 per 1000"))
    }

    @Test func `7: an episode that lasts for years is told as new once`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;120\n")
        for year in 2026...2032 { try sandbox.pass(at: "\(year)-04-01T10:00") }
        let opened = try sandbox.events().filter {
            $0["event"] as? String == "opened" && $0["rule"] as? String == "target"
        }
        #expect(opened.count == 1)
        let told = try subjects(sandbox, to: "wethouder@dronten.example")
        #expect(told.filter { $0.contains("Wmo-maatwerk 120") }.count == 1, "\(told)")
    }

    @Test("9: a relay that says 'later' for three days gets one mail, as it was made", .timeLimit(.minutes(30)))
    func deferred() throws {
        let busy = try UnrulyRelay(.defer)
        let sandbox = try Sandbox(mail: "  relay: smtp://127.0.0.1:\(busy.port)\n")
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;120\n")
        #expect(try sandbox.pass(at: "2026-04-01T10:00").status == 1)
        let made = try sandbox.texts(in: "outbox/new", ending: ".eml").filter { $0.contains("wethouder@") }
        for day in ["02", "03"] {
            for hour in ["06", "18"] { try sandbox.pass(at: "2026-04-\(day)T\(hour):00") }
        }
        let server = try MailServer.start(tls: .none)
        let mail = "  relay: smtp://127.0.0.1:\(server.port)\n"
        try sandbox.write("peilwacht.yaml", Sandbox.configuration(mail: mail, evaluateEvery: "1h"))
        for hour in ["05", "12"] { try sandbox.pass(at: "2026-04-04T\(hour):00") }
        let received = try server.received().map { String(decoding: $0.data, as: UTF8.self) }
        #expect(received.filter { made.contains($0) } == made)
        #expect(Set(received).count == received.count)
    }

    @Test(
        "10: in both nights in which the clock changes there is exactly one digest",
        arguments: [
            ("2026-03-29", ["01:50+01:00", "03:10+02:00", "03:40+02:00", "04:10+02:00"]),
            ("2026-10-25", ["02:20+02:00", "02:40+02:00", "02:10+01:00", "02:40+01:00", "03:10+01:00"]),
        ]
    )
    func clockChange(night: String, hours: [String]) throws {
        let sandbox = try Sandbox()
        let settings = try sandbox.read("peilwacht.yaml")
        let (usual, nightly) = ("\"08:30\"], days: workdays", "\"02:30\"], days: daily")
        try sandbox.write("peilwacht.yaml", settings.replacing(usual, with: nightly))
        let evening = String(night.dropLast(2)) + (night.hasSuffix("29") ? "28" : "24")
        try sandbox.pass(at: "\(evening)T20:00")
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;109\n")
        for hour in hours { try sandbox.pass(at: "\(night)T\(hour)") }
        #expect(try subjects(sandbox, to: "beleid@dronten.example").count == 1)
    }

    @Test func `12: a clock that is put back sends no second digest`() throws {
        let sandbox = try Sandbox()
        try sandbox.pass(at: "2026-04-01T09:00")
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;109\n")
        for time in ["09:30", "08:35", "08:31", "07:59", "08:32", "09:30"] {
            try sandbox.pass(at: "2026-04-02T\(time)")
        }
        #expect(try subjects(sandbox, to: "beleid@dronten.example").count == 1)
    }

    @Test func `14: ten years that come at once raise no alert of the past`() throws {
        let sandbox = try Sandbox()
        let years = (2015...2024).map { "wmo-maatwerk;\($0);\(120 + $0 % 10)\n" }.joined()
        try sandbox.drop("a.csv", Self.header + years + "wmo-maatwerk;2025;100\n")
        let ran = try sandbox.pass(at: "2026-04-01T10:00")
        #expect(ran.status == 0 && ran.err.contains("file taken"))
        #expect(try sandbox.events().isEmpty)
        #expect(sandbox.names(in: "outbox/new").isEmpty)
        #expect(try sandbox.texts(in: "receipts", ending: ".txt").first?.contains("11") == true)
    }
}
