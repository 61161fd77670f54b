import Foundation
import Glibc
import TestSupport
import Testing

@Suite("An exit status for each cause", .ownThreads, .timeLimit(.minutes(30)))
struct ExitStatusTests {
    private static let good = "indicator;periode;waarde\nwmo-maatwerk;2026;112\n"

    /// Every file below the sandbox, without what the running of a command itself leaves.
    private func everything(in sandbox: Sandbox) -> [String] {
        let found = FileManager.default.enumerator(atPath: sandbox.folder.path)?.allObjects as? [String] ?? []
        return found.filter { !$0.hasPrefix(".out-") && !$0.hasPrefix(".err-") }.sorted()
    }

    // MARK: The store

    @Test(
        "a store that is not there is named, and never shown as nothing",
        arguments: [
            ["status"], ["alerts"], ["alerts", "--all"], ["digest"], ["explain", "matig"], ["status", "--json"],
        ]
    )
    func missingStore(arguments: [String]) throws {
        let elsewhere = try Sandbox()
        try FileManager.default.removeItem(at: elsewhere.file("inbox"))
        let lost = try Sandbox()
        try lost.pass()
        try FileManager.default.removeItem(at: lost.file("store.sqlite"))
        for sandbox in [elsewhere, lost] {
            let ran = try sandbox.run(arguments)
            #expect(ran.status == 75)
            #expect(ran.out.isEmpty)
            #expect(ran.err.contains("store.sqlite'"))
        }
    }

    @Test("a store that was cut to nothing is 75 with its name for every command, and nothing is told again")
    func emptiedStore() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.good)
        try sandbox.pass()
        let log = try sandbox.read("alerts.jsonl")
        try sandbox.write("store.sqlite", "")
        try sandbox.write("hand.csv", Self.good)
        for command in [
            ["run", "--once"], ["run"], ["status"], ["alerts"], ["digest"], ["import", sandbox.file("hand.csv").path],
            ["import", "--dry-run", sandbox.file("hand.csv").path],
        ] {
            let ran = try sandbox.run(command)
            #expect(ran.status == 75, "\(command): \(ran.err)")
            #expect(ran.err.contains("store.sqlite' cannot be read: it is empty"), "\(command): \(ran.err)")
        }
        #expect(try sandbox.read("alerts.jsonl") == log)
        // By its log alone, too.
        try sandbox.write("store.sqlite.lock", "")
        #expect(try sandbox.run("run", "--once").status == 75)
        #expect(try sandbox.read("store.sqlite").isEmpty)
    }

    @Test("a file that is no store is the administrator's to mend")
    func foreignStore() throws {
        let sandbox = try Sandbox()
        try sandbox.write("store.sqlite", String(repeating: "notes ", count: 1000))
        for command in [["status"], ["run", "--once"], ["check", "--probe"]] {
            #expect(try sandbox.run(command).status == 78)
        }
    }

    @Test("beside another process that writes, importing and a single pass are for later")
    func inUse() throws {
        let sandbox = try Sandbox()
        try sandbox.pass()
        try sandbox.write("a.csv", Self.good)
        let lock = open(sandbox.file("store.sqlite.lock").path, O_RDWR)
        defer { close(lock) }
        #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
        for command in [["import", sandbox.file("a.csv").path], ["run", "--once"], ["run"]] {
            let ran = try sandbox.run(command)
            #expect(ran.status == 75, "\(command)")
            #expect(ran.err.contains("in use"), "\(ran.err)")
        }
    }

    @Test("a store that another program keeps locked is waited for until a later pass")
    func busy() throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        let holder = try LockHolder(of: sandbox.file("store.sqlite").path)
        try sandbox.drop("a.csv", Self.good)
        try daemon.awaitLine("another program keeps it locked")
        holder.letGo()
        try daemon.awaitLine("file taken")
        #expect(daemon.stop() == 0)
    }

    // MARK: Files

    @Test("a dry run makes nothing")
    func dryRun() throws {
        let sandbox = try Sandbox()
        try sandbox.write("a.csv", Self.good)
        let before = everything(in: sandbox)
        let ran = try sandbox.run("import", "--dry-run", "--json", sandbox.file("a.csv").path)
        #expect(ran.status == 0)
        #expect((try ran.json() as? [String: Any])?["outcome"] as? String == "dry-run")
        #expect(everything(in: sandbox) == before)
    }

    @Test("of several files, each is dealt with and told, whatever became of the others")
    func severalFiles() throws {
        let sandbox = try Sandbox()
        for name in ["a.csv", "b.csv"] { try sandbox.write(name, Self.good) }
        try sandbox.write("slecht.csv", "x\n")
        let paths = ["a.csv", "slecht.csv", "b.csv"].map { sandbox.file($0).path }
        let ran = try sandbox.run(["import", "--json"] + paths)
        #expect(ran.status == 1)
        #expect(try ran.objects().compactMap { $0["outcome"] as? String } == ["taken", "refused", "duplicate"])
    }

    @Test("a name that can be no file's is refused, and the daemon goes on")
    func strangeNames() throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        let statuses = try Requests.take(["", "a/b", "..", ".", "a\u{0}b"], at: sandbox.file("peilwacht.sock").path)
        #expect(statuses == [64, 64, 64, 64, 64])
        try sandbox.write("a.csv", Self.good)
        #expect(try sandbox.run("import", sandbox.file("a.csv").path).status == 0)
        #expect(daemon.stop() == 0)
        #expect(!daemon.lines.contains { $0.contains("MISUSE") })
    }

    // MARK: The configuration

    @Test("a password in a faulty relay is shown nowhere")
    func password() throws {
        for relay in ["smtp://user:geheim@mail.example", "smtp://user:geheim", "http://u:ge@heim/x", "geheim"] {
            let sandbox = try Sandbox(mail: "  relay: \"\(relay)\"")
            for command in [["check"], ["run", "--once"], ["check", "--probe"]] {
                let ran = try sandbox.run(command)
                #expect(ran.status == 78)
                #expect(ran.err.contains("'relay'"))
                for part in ["geheim", "ge@", "heim/x"] { #expect(!ran.err.contains(part), "\(ran.err)") }
            }
        }
    }

    @Test("SIGHUP right at the start ends nothing and is obeyed")
    func hangupAtStart() throws {
        for _ in 1...5 {
            let sandbox = try Sandbox(evaluateEvery: "24h")
            let daemon = try RunningDaemon(sandbox)
            while try !daemon.catches(SIGHUP) { sched_yield() }
            daemon.signal(SIGHUP)
            try daemon.awaitLine("configuration read again")
            #expect(daemon.stop() == 0)
        }
    }
}

extension RunningDaemon {
    /// Whether it has a handler of its own for the signal, as the kernel says.
    fileprivate func catches(_ signal: Int32) throws -> Bool {
        let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("SigCgt:") })
        let mask = try #require(line.split(separator: "\t").last.flatMap { UInt64($0, radix: 16) })
        return mask & (1 << UInt64(signal - 1)) != 0
    }
}

/// Python's own SQLite, in the middle of a transaction.
private final class LockHolder {
    private let process = Process()
    private let input = Pipe()

    init(of store: String) throws {
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        let script = """
            import sqlite3, sys
            store = sqlite3.connect(sys.argv[1], isolation_level=None)
            store.execute('BEGIN IMMEDIATE')
            print('held', flush=True)
            sys.stdin.read()
            """
        process.arguments = ["-c", script, store]
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        try #require(!output.fileHandleForReading.availableData.isEmpty)
    }

    deinit { letGo() }

    func letGo() { try? input.fileHandleForWriting.close() }
}

/// Requests at the control socket, from a program that is not ours.
private enum Requests {
    /// Hands over one file under each of the names; gives the statuses of the answers.
    static func take(_ names: [String], at socket: String) throws -> [Int] {
        let script = """
            import base64, http.client, json, socket
            class Local(http.client.HTTPConnection):
                def connect(self):
                    self.sock = socket.socket(socket.AF_UNIX)
                    self.sock.connect(\(socket.debugDescription))
            def answer(name):
                connection = Local('localhost')
                headers = {'File-Name': base64.b64encode(name).decode()}
                connection.request('POST', '/control/v1/take', b'indicator;periode;waarde\\n', headers)
                return json.loads(connection.getresponse().readline())['status']
            """
        return try Python.ask(script, names.map { Array($0.utf8) }, as: Int.self)
    }
}
