import Foundation
import TestSupport
import Testing

@Suite("A configuration to start from", .ownThreads)
struct InitialiseTests {
    /// A folder in which nothing is.
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox()
    }

    private func initialise(_ arguments: String...) throws -> Ran {
        try sandbox.runBare(["init", sandbox.file("new").path] + arguments)
    }

    private func run(_ arguments: String...) throws -> Ran {
        try sandbox.run(arguments, config: sandbox.file("new/peilwacht.yaml"))
    }

    @Test("has no fault, names every file that it wrote, and takes in the measurement that it proposes")
    func fromNothing() throws {
        let made = try initialise("--municipality", "Utrecht (gemeente)")
        #expect(made.status == 0, "\(made.err)")
        for path in ["new/peilwacht.yaml", "new/programmes/sociaal-domein.yaml"] {
            #expect(made.out.contains(path) && FileManager.default.fileExists(atPath: sandbox.file(path).path))
        }
        let checked = try run("check")
        #expect(checked.status == 0 && checked.out.isEmpty && checked.err.isEmpty, "\(checked.err)")
        #expect(try sandbox.read("new/programmes/sociaal-domein.yaml").contains("{code: GM0344, name: Utrecht}"))
        // The first pass makes the folders, the inbox among them.
        let moment = try "\(firstYear())-03-01T09:00"
        #expect(try run("--at", moment, "run", "--once").status == 0)
        try drop(proposedBy: made)
        #expect(try run("--at", moment, "run", "--once").status == 0)
        let status = try run("--at", moment, "status")
        let line = try #require(status.out.split(separator: "\n").first { $0.contains("voorbeeld") })
        #expect(status.status == 0 && line.contains(" 21 per 1000 "), "\(status.out)\(status.err)")
    }

    /// The first year that the written programme watches.
    private func firstYear() throws -> Int {
        let programme = try sandbox.read("new/programmes/sociaal-domein.yaml")
        let line = try #require(programme.split(separator: "\n").first { $0.contains(" first: ") })
        return try #require(line.split(separator: " ").last.flatMap { Int($0) })
    }

    /// Does what the output says about the first measurement, as a shell does it.
    private func drop(proposedBy made: Ran) throws {
        let line = try #require(made.out.split(separator: "\n").first { $0.contains("printf '") })
        let start = try #require(line.range(of: "printf '")).lowerBound
        let command = String(line[start...])
        let ran = try sandbox.runBare([command], program: ["/bin/sh", "-c"])
        #expect(ran.status == 0 && ran.err.isEmpty, "\(command): \(ran.err)")
        // Left alone for a while, so that a single pass need not wait to be sure.
        let earlier = [FileAttributeKey.modificationDate: Date(timeIntervalSinceNow: -60)]
        try FileManager.default.setAttributes(earlier, ofItemAtPath: sandbox.file("var/inbox/first.csv").path)
    }

    @Test("nothing of it is another municipality's, and nobody is mailed")
    func nothingOfOthers() throws {
        #expect(try initialise().status == 0)
        let texts = try ["new/peilwacht.yaml", "new/programmes/sociaal-domein.yaml"].map(sandbox.read).joined()
        #expect(!texts.contains("Dronten") && !texts.contains("GM0303") && !texts.contains("Noordoostpolder"))
        // What the programme asks is said to be made up, and is no number of those that the program is tried with.
        #expect(texts.contains("made-up numbers") && !texts.contains("108") && !texts.contains("wmo"))
        #expect(try run("check").err.isEmpty)
        // The day it is made nothing deviates, and nothing is late.
        #expect(try run("run", "--once").status == 0)
        #expect(try run("alerts", "--json").out == "[]\n")
    }

    @Test("the commands that it proposes work in a shell, also for a folder with a blank")
    func quoted() throws {
        for folder in ["d9 a", "it's", "plain"] {
            let made = try sandbox.runBare(["init", folder])
            let line = try #require(made.out.split(separator: "\n").first { $0.hasSuffix(" check") })
            let command = try #require(line.firstRange(of: "peilwacht --config")).lowerBound
            let shell = "peilwacht() { \"\(Sandbox.binary.path)\" \"$@\"; }; \(line[command...])"
            let ran = try sandbox.runBare([shell], program: ["/bin/sh", "-c"])
            #expect(ran.status == 0 && ran.err.isEmpty, "\(line): \(ran.err)")
        }
    }

    @Test("for the service in another folder it says which one the service reads")
    func serviceElsewhere() throws {
        let made = try initialise("--service")
        #expect(made.out.contains("The service reads /etc/peilwacht/peilwacht.yaml: move there"), "\(made.out)")
        let status = try #require(made.out.split(separator: "\n").first { $0.hasSuffix(" status") })
        #expect(!status.contains("--config"))
    }

    @Test("for the service its folders are those that the unit lets the daemon write in, and it has no fault")
    func service() throws {
        let made = try initialise("--service")
        #expect(made.status == 0 && made.out.contains("systemctl enable --now peilwacht"), "\(made.out)\(made.err)")
        let checked = try run("check")
        #expect(checked.status == 0 && checked.out.isEmpty && checked.err.isEmpty, "\(checked.err)")
        let text = try sandbox.read("new/peilwacht.yaml")
        #expect(!text.contains("var/inbox"))
        let unit = try Project.text("systemd/peilwacht.service")
        #expect(unit.contains("ReadWritePaths=/srv/peilwacht") && unit.contains("RuntimeDirectory=peilwacht"))
        for path in [
            "inbox: /srv/peilwacht/inbox", "outbox: /var/lib/peilwacht/outbox",
            "store: sqlite:/var/lib/peilwacht/peilwacht.sqlite", "alert_log: /var/log/peilwacht/alerts.jsonl",
            "control_socket: /run/peilwacht/peilwacht.sock",
        ] {
            #expect(text.contains(path), "\(path)")
        }
    }

    @Test("a file that is there stays as it is")
    func neverWrittenOver() throws {
        #expect(try initialise().status == 0)
        try sandbox.write("new/peilwacht.yaml", "mine")
        let again = try initialise()
        #expect(again.status == 64 && again.err.contains("is there already, and stays as it is"))
        #expect(try sandbox.read("new/peilwacht.yaml") == "mine")
    }

    @Test("a municipality that is not known is answered with the nearest one", arguments: ["Drontem", "GM9999"])
    func unknown(name: String) throws {
        let ran = try initialise("--municipality", name)
        #expect(ran.status == 64 && ran.err.contains("there is no municipality '\(name)' today"))
        #expect(!FileManager.default.fileExists(atPath: sandbox.file("new").path))
    }

    @Test("the first step says what has to be put in, and by which option it would have been")
    func firstStep() throws {
        let made = try initialise()
        #expect(made.out.contains("--municipality NAME") && made.out.contains("example with made-up numbers"))
        let named = try sandbox.runBare(["init", sandbox.file("named").path, "--municipality", "Utrecht (gemeente)"])
        #expect(!named.out.contains("--municipality") && named.out.contains("example with made-up numbers"))
    }

    @Test(
        "with the marks of a part taken away it has no fault either",
        arguments: [
            ["mail", "subscriptions"], ["page"], ["retention"], ["mail", "subscriptions", "page", "retention"],
        ]
    )
    func uncommented(keys: [String]) throws {
        #expect(try initialise().status == 0)
        let text = Self.uncommented(try sandbox.read("new/peilwacht.yaml"), keys)
        for key in keys { #expect(text.contains("\n\(key):\n"), "\(key) is not one of its lines") }
        try sandbox.write("new/peilwacht.yaml", text)
        let checked = try run("check")
        #expect(checked.status == 0 && checked.err.isEmpty, "\(checked.err)")
    }

    /// The text with the lines of these keys without the mark in front: a key and what stands below it.
    private static func uncommented(_ text: String, _ keys: [String]) -> String {
        var isOwn = false
        return text.components(separatedBy: "\n").map { line in
            let isKey = keys.contains { line == "# \($0):" }
            isOwn = isKey || isOwn && line.hasPrefix("#   ")
            return isOwn ? String(line.dropFirst(2)) : line
        }
        .joined(separator: "\n")
    }
}
