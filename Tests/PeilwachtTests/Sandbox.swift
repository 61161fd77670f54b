import Foundation
import TestSupport
import Testing

/// A folder of its own for one test, with a configuration, in which the real binary is run.
final class Sandbox: Sendable {
    let folder: URL

    init(mail: String = "", evaluateEvery: String = "1h", subscriptions: String = "") throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("pw-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let configuration = Self.configuration(mail: mail, evaluateEvery: evaluateEvery)
        try write("peilwacht.yaml", configuration + subscriptions)
        try write("programme.yaml", Self.programme)
        try FileManager.default.createDirectory(at: file("inbox"), withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The built program, beside the test bundle.
    static let binary: URL = {
        let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        return bundle.deletingLastPathComponent().appendingPathComponent("peilwacht")
    }()

    /// The project's own folder.
    static let project = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    func file(_ name: String) -> URL { folder.appendingPathComponent(name) }

    func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: file(name))
    }

    /// Puts a file into the inbox as a well-behaved program does: under another name first, then a rename.
    func drop(_ name: String, _ text: String) throws { try drop(name, bytes: Array(text.utf8)) }

    func drop(_ name: String, bytes: [UInt8]) throws {
        try Data(bytes).write(to: file("inbox/.\(name).part"))
        try waitForWriters(of: ".\(name).part", in: file("inbox").path)
        // Left alone for a while, so that a single pass need not wait to be sure.
        let earlier = [FileAttributeKey.modificationDate: Date(timeIntervalSinceNow: -60)]
        try FileManager.default.setAttributes(earlier, ofItemAtPath: file("inbox/.\(name).part").path)
        try FileManager.default.moveItem(at: file("inbox/.\(name).part"), to: file("inbox/\(name)"))
    }

    func read(_ name: String) throws -> String { String(decoding: try Data(contentsOf: file(name)), as: UTF8.self) }

    /// The names in a folder, in order; empty where it does not exist.
    func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: file(folder).path)) ?? []).sorted()
    }

    /// The files of one ending in a folder, in order.
    func texts(in folder: String, ending: String) throws -> [String] {
        try names(in: folder).filter { $0.hasSuffix(ending) }.map { try read("\(folder)/\($0)") }
    }

    /// The events of the alert log.
    func events() throws -> [[String: Any]] {
        guard FileManager.default.fileExists(atPath: file("alerts.jsonl").path) else { return [] }
        return try read("alerts.jsonl").split(separator: "\n").map { line in
            try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }
}

extension String {
    /// A mail without its line breaks, and those of its encoding.
    var inOneLine: String {
        replacing("=\r\n", with: "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// What a run of the program gave.
struct Ran {
    let status: Int32
    let out: String
    let err: String

    /// The output as JSON.
    func json() throws -> Any { try JSONSerialization.jsonObject(with: Data(out.utf8), options: .fragmentsAllowed) }

    /// The output as a JSON array of objects.
    func objects() throws -> [[String: Any]] { try #require(try json() as? [[String: Any]]) }
}

extension Sandbox {
    /// Runs a command to its end.
    ///
    /// - Parameters:
    ///   - arguments: behind `--config` and `--root`.
    ///   - config: another configuration than the sandbox's own.
    /// - Returns: the exit status and what was printed.
    /// - Throws: where the program could not be started.
    func run(_ arguments: String..., config: URL? = nil) throws -> Ran {
        try run(arguments, config: config)
    }

    func run(_ arguments: [String], config: URL? = nil, input: URL? = nil) throws -> Ran {
        try runBare(
            ["--config", (config ?? file("peilwacht.yaml")).path, "--root", folder.path] + arguments,
            input: input
        )
    }

    /// Runs the program with nothing but these arguments.
    ///
    /// - Parameters:
    ///   - arguments: all of them.
    ///   - input: what it reads; nothing where it is `nil`.
    ///   - program: another command that runs it.
    /// - Returns: the exit status and what was printed.
    /// - Throws: where it could not be started.
    func runBare(_ arguments: [String], input: URL? = nil, program: [String] = [Sandbox.binary.path]) throws -> Ran {
        let process = Self.process(program + arguments, in: folder)
        if let input { process.standardInput = try FileHandle(forReadingFrom: input) }
        // Files, not pipes: a full pipe would block a talkative child.
        let out = file(".out-\(UUID().uuidString)")
        let err = file(".err-\(UUID().uuidString)")
        for url in [out, err] { _ = FileManager.default.createFile(atPath: url.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        try process.run()
        process.waitUntilExit()
        return Ran(
            status: process.terminationStatus,
            out: String(decoding: try Data(contentsOf: out), as: UTF8.self),
            err: String(decoding: try Data(contentsOf: err), as: UTF8.self)
        )
    }

    /// One whole pass as of a moment, over indicators that are under watch: what it brings is news.
    @discardableResult
    func pass(at time: String = "2026-04-01T08:00") throws -> Ran {
        try comeUnderWatch()
        return try firstPass(at: time)
    }

    /// One whole pass as of a moment; what is there at the first one is the opening state.
    @discardableResult
    func firstPass(at time: String = "2026-04-01T08:00") throws -> Ran { try run("--at", time, "run", "--once") }

    /// Makes a first pass long ago, when nothing was in the inbox and nothing was overdue, where there was none before.
    ///
    /// Nobody is subscribed then: a subscription begins with the first pass that a test makes.
    func comeUnderWatch() throws {
        let files = FileManager.default
        guard !files.fileExists(atPath: file("store.sqlite").path) else { return }
        try files.moveItem(at: file("inbox"), to: file("inbox.aside"))
        try files.createDirectory(at: file("inbox"), withIntermediateDirectories: true)
        let settings = try read("peilwacht.yaml").components(separatedBy: "\nsubscriptions:")[0]
        try write("quiet.yaml", settings + "\n")
        _ = try run("--at", "2000-01-01T08:00", "run", "--once", config: file("quiet.yaml"))
        for name in ["inbox", "quiet.yaml"] { try files.removeItem(at: file(name)) }
        try files.moveItem(at: file("inbox.aside"), to: file("inbox"))
    }

    static func process(_ command: [String], in folder: URL) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        var environment = ProcessInfo.processInfo.environment
        environment["NOTIFY_SOCKET"] = nil
        environment["SWIFT_BACKTRACE"] = "enable=no"
        process.environment = environment
        return process
    }
}

extension Sandbox {
    static func configuration(mail: String, evaluateEvery: String) -> String {
        """
        language: nl
        timezone: Europe/Amsterdam
        folders:
          inbox: inbox
          archive: archive
          quarantine: quarantine
          receipts: receipts
          outbox: outbox
        store: sqlite:store.sqlite
        alert_log: alerts.jsonl
        evaluate_every: \(evaluateEvery)
        programmes: [programme.yaml]
        rules:
          target: {tolerance: "2%"}
        mail:
          from: peilwacht@dronten.example
        \(mail)
        subscriptions:
          - id: wethouder
            who: {address: wethouder@dronten.example, name: De wethouder}
            about: all
            when: {digest: {at: ["07:00"], days: daily}, at_once: critical}
          - id: beleid
            who: beleid@dronten.example
            about: {packages: [6N]}
            when: {digest: {at: ["08:30"], days: workdays}}
        """ + "\n"
    }

    static let programme = """
        programme: dronten
        title: Programma 6 Sociaal domein
        area: {code: GM0303, name: Dronten}
        packages:
          - id: 6N
            title: Zelfredzaamheid en eigen mogelijkheden
            goals:
              - id: 6N-2
                text: In 2026 maken minder dan 108 (per duizend) inwoners gebruik van Wmo-maatwerkvoorzieningen.
                targets:
                  - {indicator: wmo-maatwerk, period: 2026, target: "<108"}
            indicators:
              - id: wmo-maatwerk
                title: Wmo-maatwerk
                unit: per 1000
                better: lower
                cadence: year
                due: 180 days
                source: waarstaatjegemeente
                targets: {2025: "<108", 2026: "<108", 2027: "<108", 2028: "<108"}
              - id: matig
                title: Matig eenzaam
                unit: "%"
                better: lower
                cadence: year
                due: 365 days
                targets: {2026: 36, 2027: 36}
              - id: sterk
                title: Sterk eenzaam
                unit: "%"
                better: lower
                cadence: year
                due: 365 days
                targets: {2026: "7,5%", 2027: 7}
              - id: gemiddelde
                title: Gemiddelde eenzaamheid
                unit: "%"
                better: lower
                cadence: year
                due: 365 days
                derived: {mean: [matig, sterk], decimals: 1}
                targets: {2026: "21,8%"}
          - id: 6P
            title: Opgroeien en opvoeden
            indicators:
              - id: jeugdhulp
                title: Jeugdigen met jeugdhulp
                unit: aantal
                better: lower
                cadence: quarter
                due: 30 days
                targets: {}
        """ + "\n"
}
