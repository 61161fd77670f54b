import Foundation
import Glibc
import TestSupport
import Testing

@Suite("The status page of a running daemon", .ownThreads, .timeLimit(.minutes(30)))
struct PageServerTests {
    private func sandbox(_ page: String) throws -> Sandbox {
        try Sandbox(evaluateEvery: "24h", subscriptions: page)
    }

    /// The port that the log names.
    private func port(_ daemon: RunningDaemon) throws -> Int {
        let line = try daemon.awaitLine("the page is at 127.0.0.1:")
        return try #require(line.split(separator: ":").last.flatMap { Int($0) })
    }

    /// How many TCP ports a process listens at.
    private func listeners(_ pid: Int32) throws -> Int {
        let links = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/fd").compactMap { name in
            try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/fd/\(name)")
        }
        return try ["tcp", "tcp6"].flatMap { table in
            try String(contentsOfFile: "/proc/net/\(table)", encoding: .utf8).split(separator: "\n").dropFirst()
        }
        .count { line in
            let cells = line.split(separator: " ")
            return cells[3] == "0A" && links.contains("socket:[\(cells[9])]")
        }
    }

    @Test("is off unless it is asked for: the daemon listens at no port")
    func off() throws {
        let sandbox = try sandbox("")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        #expect(try listeners(daemon.pid) == 0)
        #expect(daemon.stop() == 0)
        #expect(!daemon.lines.contains { $0.contains("the page") })
    }

    @Test("answers at its port and its socket, and ends with the daemon")
    func on() throws {
        let sandbox = try sandbox("page: {listen: [\"127.0.0.1:0\", unix:page.sock]}\n")
        let daemon = try RunningDaemon(sandbox)
        let port = try port(daemon)
        try daemon.awaitLine("pass done")
        // The system's table is read in pieces, and may lose a row to others who come and go meanwhile.
        #expect(try listeners(daemon.pid) <= 1)
        let clients = try [RawClient(port: port), RawClient(socket: sandbox.file("page.sock").path)]
        for client in clients {
            client.ask("GET /er/is/niets")
            let answer = try #require(client.response())
            #expect(answer.status == 404)
            #expect(answer["x-content-type-options"] == "nosniff")
        }
        #expect(try sandbox.run("check", "--probe").status == 0)
        #expect(daemon.stop() == 0)
        #expect(!FileManager.default.fileExists(atPath: sandbox.file("page.sock").path))
    }

    @Test("that cannot be had is told, before and after the start, and the watch goes on without it")
    func taken() throws {
        let elsewhere = try sandbox("page: {listen: \"127.0.0.1:0\"}\n")
        let other = try RunningDaemon(elsewhere)
        let taken = try port(other)
        let sandbox = try sandbox("page: {listen: \"127.0.0.1:\(taken)\"}\n")
        let probe = try sandbox.run("check", "--probe")
        #expect(probe.status == 75)
        #expect(probe.err.contains("page: listen: 127.0.0.1:\(taken): Address already in use"), "\(probe.err)")
        let daemon = try RunningDaemon(sandbox)
        let line = try daemon.awaitLine("the page cannot be at 127.0.0.1:\(taken)")
        #expect(line.contains(" error: the page"))
        #expect(line.contains("Address already in use"))
        try daemon.awaitLine("pass done")
        try sandbox.drop("wmo.csv", "indicator;periode;waarde\nwmo-maatwerk;2025;113\n")
        try daemon.awaitLine("taken=1")
        #expect(daemon.stop() == 0)
        #expect(other.stop() == 0)
    }

    @Test("is where it was until a restart, and that is said")
    func reload() throws {
        let sandbox = try sandbox("page: {listen: \"127.0.0.1:0\"}\n")
        let daemon = try RunningDaemon(sandbox)
        let port = try port(daemon)
        try daemon.awaitLine("pass done")
        let text = try sandbox.read("peilwacht.yaml")
        try sandbox.write("peilwacht.yaml", text.replacing("127.0.0.1:0", with: "127.0.0.1:1"))
        daemon.signal(SIGHUP)
        try daemon.awaitLine("'page' has changed, and that needs a restart")
        let client = try RawClient(port: port)
        client.ask("GET /")
        #expect(client.response() != nil)
        #expect(daemon.stop() == 0)
    }

    @Test("may have 300 clients that say nothing: files are taken, commands answered, and memory stays")
    func silentClients() throws {
        let sandbox = try sandbox("page: {listen: \"127.0.0.1:0\"}\n")
        let daemon = try RunningDaemon(sandbox)
        let port = try port(daemon)
        try daemon.awaitLine("pass done")
        let before = try daemon.residentKiB()
        let silent = try (0..<300).map { _ in try RawClient(port: port) }
        for client in silent { client.send("GET / HTTP/1.1\r\nHost: localhost\r\nX: ") }
        try sandbox.drop("wmo.csv", "indicator;periode;waarde\nwmo-maatwerk;2025;113\n")
        try daemon.awaitLine("taken=1")
        #expect(try sandbox.run("status", "--json").status == 0)
        #expect(try daemon.residentKiB() - before < 16 * 1024)
        #expect(daemon.stop() == 0)
        withExtendedLifetime(silent) {}
    }
}
