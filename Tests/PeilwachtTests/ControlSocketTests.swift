import Foundation
import Glibc
import TestSupport
import Testing

@Suite("The control socket of a running daemon", .ownThreads, .timeLimit(.minutes(30)))
struct ControlSocketTests {
    @Test("has nothing of the page, and the page nothing of it")
    func apart() throws {
        let sandbox = try Sandbox(evaluateEvery: "24h", subscriptions: "page: {listen: unix:page.sock}\n")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        let own = ["/control/v1/pass", "/control/v1/show", "/control/v1/health"]
        for target in own {
            let client = try RawClient(socket: sandbox.file("page.sock").path)
            client.ask("POST \(target)", ["Content-Type: application/json"], body: "{}")
            let status = try #require(client.response()?.status)
            #expect((400..<500).contains(status), "\(target): \(status)")
        }
        for target in ["/", "/healthz", "/metrics", "/api/v1/status", "/style.css"] {
            for method in ["GET", "POST"] {
                let client = try RawClient(socket: sandbox.file("peilwacht.sock").path)
                client.ask("\(method) \(target)", body: "{}")
                #expect(client.response()?.status == 404, "\(target)")
            }
        }
        #expect(try sandbox.run("check-service").status == 0)
        #expect(daemon.stop() == 0)
        #expect(daemon.lines.count { $0.contains("pass done") } == 1)
    }

    @Test(
        "is opened by its daemon to its group only, and not at all to others",
        .enabled(if: geteuid() == 0, "not root")
    )
    func rights() throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        chmod(sandbox.folder.path, 0o755)
        let socket = sandbox.file("peilwacht.sock").path
        for (group, expected) in [("\(getegid())", "[200, 403]"), ("65534", "[13, 13]")] {
            let asked = try sandbox.runBare(
                ["-c", Self.script, socket],
                program: [
                    "/usr/bin/setpriv", "--reuid=65534", "--regid=\(group)", "--clear-groups", "/usr/bin/python3",
                ]
            )
            #expect(asked.out == expected + "\n", "\(asked.err)")
        }
        #expect(daemon.stop() == 0)
    }

    /// Asks one question and gives one order; prints the statuses, or why it cannot connect.
    private static let script = """
        import http.client, socket, sys
        class Local(http.client.HTTPConnection):
            def connect(self):
                self.sock = socket.socket(socket.AF_UNIX)
                self.sock.connect(sys.argv[1])
        def ask(kind):
            connection = Local('localhost')
            try:
                connection.request('POST', '/control/v1/' + kind, b'{}')
                return connection.getresponse().status
            except OSError as error:
                return error.errno
        print([ask('health'), ask('pass')])
        """

    @Test(
        "is opened again where the system ended the listening, which is said",
        .enabled(if: FaultLibrary.compiler != nil, "there is no C compiler")
    )
    func reopened() throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        // A firewall rule of the kernel says so (accept(2)); the library takes what it does not know for the end.
        let launcher = try FaultLibrary.launcher(in: sandbox, failing: "accept", at: 2, mode: "once", errno: Int(EPERM))
        let daemon = try RunningDaemon(sandbox, launcher: launcher)
        try daemon.awaitLine("pass done")
        // One that is connected meanwhile, and says nothing, is not waited for.
        let silent = try RawClient(socket: sandbox.file("peilwacht.sock").path)
        _ = try? sandbox.run("check-service")
        try daemon.awaitLine("commands are not answered")
        #expect(silent.isEnded())
        try daemon.awaitLine("commands are answered again")
        #expect(try sandbox.run("check-service").status == 0)
        #expect(daemon.stop() == 0)
    }

    @Test("clients that are silent, or stop in the middle, hold no command up")
    func silentClients() throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        let silent = try (0..<200).map { number in
            let client = try RawClient(socket: sandbox.file("peilwacht.sock").path)
            if number.isMultiple(of: 2) { client.send("POST /control/v1/pass HTTP/1.1\r\nContent-Length: 2\r\n\r\n{") }
            return client
        }
        try sandbox.write("wmo.csv", "indicator;periode;waarde\nwmo-maatwerk;2026;112\n")
        #expect(try sandbox.run("import", "wmo.csv").status == 0)
        #expect(try sandbox.run("check-service", "--timeout", "20").status == 0)
        withExtendedLifetime(silent) {}
        #expect(daemon.stop() == 0)
    }

    @Test("a command of a version that asked otherwise is ended at once, and the daemon says why")
    func olderCommand() throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        let client = try RawClient(socket: sandbox.file("peilwacht.sock").path)
        // A pass, as it was asked for when frames of bytes went over the socket.
        client.send([0, 0, 0, 2, 1, 3])
        client.readToEnd()
        let line = try daemon.awaitLine("something else than HTTP came over the control socket")
        #expect(line.contains("a command of an older version"))
        #expect(try sandbox.run("check-service").status == 0)
        #expect(daemon.stop() == 0)
    }

    @Test("a command is told by a daemon of a version that was asked otherwise that it has to be restarted")
    func olderDaemon() throws {
        let sandbox = try Sandbox()
        let older = try OlderDaemon(at: sandbox.file("peilwacht.sock").path)
        let restart = "restart it, as by 'systemctl restart peilwacht'"
        let checked = try sandbox.run("check-service")
        #expect(checked.status == 2 && checked.out.contains(restart), "\(checked.out)")
        // Who cannot read the store asks the daemon, and is told of both.
        try sandbox.write("store.sqlite", "this is no store")
        let asked = try sandbox.run("status")
        #expect(asked.status == 78 && asked.err.contains("store.sqlite") && asked.err.contains(restart), "\(asked)")
        withExtendedLifetime(older) {}
    }

    @Test(
        "the status of many series takes no more memory of the daemon than that of few",
        .enabled(if: !Sanitizer.isOn, "a sanitizer's own memory comes on top")
    )
    func longAnswer() throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        let count = 16_000
        let rows = (1...count).map { "wmo-maatwerk;2025;7;groep=\($0)\n" }.joined()
        try sandbox.write("rows.csv", "indicator;periode;waarde;uitsplitsing\n" + rows)
        #expect(try sandbox.run("import", "rows.csv").status == 0)
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        // What it takes to judge a page of series there is from here on.
        let brief = #"{"isJSON":true,"subject":{"status":{"isBrief":true,"choice":{}}}}"#
        let whole = #"{"isJSON":true,"subject":{"status":{"isBrief":false,"choice":{}}}}"#
        #expect(try answer(to: brief, sandbox).count > 100)
        let before = try daemon.peakKiB()
        let answer = try answer(to: whole, sandbox)
        let more = try daemon.peakKiB() - before
        #expect(answer.count { $0 == "{" } > 2 * count)
        // Held in memory, it would be there as a text and as what is sent.
        #expect(answer.utf8.count > 3 << 20 && more * 1024 < answer.utf8.count, "\(more) KiB more")
        #expect(daemon.stop() == 0)
    }

    @Test("moments that no calendar has are refused, and the daemon goes on", .timeLimit(.minutes(30)))
    func strangeMoments() throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        for subject in [#"{"status":{"isBrief":false,"choice":{}}}"#, #"{"alerts":{"isAll":true}}"#] {
            for moment in [Int64.min, Int64.min + 1, -62_135_596_800_001, 253_402_300_800_000, .max] {
                let client = try RawClient(socket: sandbox.file("peilwacht.sock").path)
                client.ask("POST /control/v1/show", body: #"{"isJSON":true,"at":\#(moment),"subject":\#(subject)}"#)
                #expect(client.response()?.status == 400, "\(moment)")
            }
            for moment in [Int64(-62_135_596_800_000), 253_402_300_799_999] {
                let client = try RawClient(socket: sandbox.file("peilwacht.sock").path)
                client.ask("POST /control/v1/show", body: #"{"isJSON":true,"at":\#(moment),"subject":\#(subject)}"#)
                #expect(client.response() != nil, "\(moment)")
            }
        }
        #expect(daemon.stop() == 0)
    }

    @Test("a command whose reader has gone ends as every program does, and what it ordered is done")
    func brokenPipe() throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        try sandbox.write("rows.csv", "indicator;periode;waarde\nwmo-maatwerk;2026;112\n")
        let command =
            "'\(Sandbox.binary.path)' --config '\(sandbox.file("peilwacht.yaml").path)' --root '\(sandbox.folder.path)'"
        let process = Sandbox.process(
            ["/bin/bash", "-c", "set -o pipefail; \(command) import rows.csv 2>fault.txt | true"],
            in: sandbox.folder
        )
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 128 + SIGPIPE)
        #expect(try sandbox.read("fault.txt").isEmpty)
        #expect(sandbox.names(in: "archive").count == 1)
        #expect(daemon.stop() == 0)
    }

    private func answer(to question: String, _ sandbox: Sandbox) throws -> String {
        let client = try RawClient(socket: sandbox.file("peilwacht.sock").path)
        client.ask("POST /control/v1/show", body: question)
        let response = try #require(client.response())
        #expect(response.status == 200)
        return String(decoding: response.body, as: UTF8.self)
    }
}
