import Foundation
import Glibc
import TestSupport
import Testing

/// The program on a terminal of its own, which no file or pipe can stand for.
@Suite("On a terminal")
struct TerminalCommandTests {
    /// Runs a command on a terminal so many columns wide, and prints what it showed there.
    private static let script = """
        import fcntl, os, pty, struct, sys, termios
        width, program = int(sys.argv[1]), sys.argv[2:]
        child, terminal = pty.fork()
        if child == 0:
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack('HHHH', 24, width, 0, 0))
            os.execv(program[0], program)
        shown = b''
        while True:
            try:
                piece = os.read(terminal, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
        sys.stdout.buffer.write(shown.replace(b'\\r\\n', b'\\n'))
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        """

    private func show(_ arguments: [String], width: Int, colours: Bool = true, _ sandbox: Sandbox) throws -> Ran {
        let environment = ["/usr/bin/env", "TERM=xterm", "NO_COLOR=\(colours ? "" : "1")"]
        return try sandbox.runBare(
            ["--config", sandbox.file("peilwacht.yaml").path, "--root", sandbox.folder.path] + arguments,
            program: environment + ["/usr/bin/python3", "-c", Self.script, "\(width)", Sandbox.binary.path]
        )
    }

    private func watched() throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", "indicator;periode;waarde\nwmo-maatwerk;2025;130\n")
        try sandbox.pass()
        return sandbox
    }

    @Test("status fits the width, with one line that counts on top")
    func status() throws {
        let ran = try show(["--at", "2026-04-01T09:00", "status"], width: 80, try watched())
        #expect(ran.status == 0)
        let plain = ran.out.replacing(/\u{1B}\[[0-9]+m/, with: "")
        #expect(plain != ran.out)
        let lines = plain.split(separator: "\n")
        #expect(lines.first?.hasPrefix("5 reeksen: ") == true)
        for line in lines { #expect(line.count <= 80, "\(line)") }
    }

    @Test("there are no colours where NO_COLOR is set, and none in a pipe")
    func colours() throws {
        let sandbox = try watched()
        let asked = ["--at", "2026-04-01T09:00", "status"]
        let plain = try show(asked, width: 100, colours: false, sandbox)
        #expect(plain.status == 0 && plain.out.contains("wmo-maatwerk") && !plain.out.contains("\u{1B}"))
        let piped = try sandbox.run(asked)
        #expect(piped.status == 0 && piped.out.contains("wmo-maatwerk") && !piped.out.contains("\u{1B}"))
    }

    @Test("alerts are named in full, whatever the width")
    func alerts() throws {
        let ran = try show(["--at", "2026-04-01T09:00", "alerts"], width: 50, try watched())
        #expect(ran.status == 0)
        #expect(ran.out.contains("overdue:") || ran.out.contains("target:"))
        for line in ran.out.split(separator: "\n") where line.hasPrefix("    ") { #expect(line.count <= 50) }
    }

    /// Stops a process, and lets it go on when the command has said for a second that it is at work.
    private static let waitingScript = """
        import os, pty, signal, sys
        stopped, program = int(sys.argv[1]), sys.argv[2:]
        os.kill(stopped, signal.SIGSTOP)
        child, terminal = pty.fork()
        if child == 0:
            os.execv(program[0], program)
        shown = b''
        while True:
            try:
                piece = os.read(terminal, 65536)
            except OSError:
                break
            shown += piece
            if not piece or b'(1 s)' in shown:
                os.kill(stopped, signal.SIGCONT)
            if not piece:
                break
        sys.stdout.buffer.write(shown)
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        """

    @Test(
        "a report that takes long says so, and leaves nothing of that",
        .enabled(if: geteuid() == 0, "not root"),
        .ownThreads
    )
    func progress() throws {
        let sandbox = try StoreRightsTests.sandbox()
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        // Who may not read the store waits for the daemon, and that for the script.
        let ran = try sandbox.runBare(
            StoreRightsTests.member(["report", "dronten"], in: sandbox),
            program: ["/usr/bin/env", "TERM=xterm", "/usr/bin/python3", "-c", Self.waitingScript, "\(daemon.pid)"]
        )
        #expect(ran.status == 0)
        #expect(ran.out.hasPrefix("\r\u{1B}[Kreport (1 s)"), "\(ran.out.prefix(200))")
        #expect(ran.out.contains("\r\u{1B}[K<!") && ran.out.contains("</html>"), "\(ran.out.prefix(200))")
        #expect(daemon.stop() == 0)
    }

    @Test("--watch is refused elsewhere, and beside --json")
    func watch() throws {
        let sandbox = try Sandbox()
        #expect(try sandbox.run("status", "--watch").status == 64)
        #expect(try sandbox.run("status", "--watch", "--json").status == 64)
    }

    @Test("the shell is proposed the names of the configuration, and nothing where that is faulty")
    func completion() throws {
        let sandbox = try Sandbox()
        let words = ["peilwacht", "explain", "--config", sandbox.file("peilwacht.yaml").path, "wmo"]
        let asked = ["---completion", "explain", "--", "positional@0", "4", "3"]
        let ran = try sandbox.runBare(asked + words, program: ["/usr/bin/env", "SAP_SHELL=bash", Sandbox.binary.path])
        #expect(ran.out.split(separator: "\n").contains("wmo-maatwerk"), "\(ran.out)\(ran.err)")
        try sandbox.write("peilwacht.yaml", "neen: [")
        let silent = try sandbox.runBare(
            asked + words,
            program: ["/usr/bin/env", "SAP_SHELL=bash", Sandbox.binary.path]
        )
        #expect(silent.out.split(separator: "\n").isEmpty)
        #expect(silent.err.isEmpty)
    }

    @Test(
        "each command is proposed what it asks for",
        arguments: [
            (["ack"], "positional@0", "wmo-maatwerk"), (["note"], "positional@0", "wmo-maatwerk"),
            (["report"], "positional@0", "dronten"), (["digest"], "--to", "wethouder@dronten.example"),
            (["ledger"], "--to", "wethouder"), (["mail", "test"], "positional@0", "beleid@dronten.example"),
        ]
    )
    func proposals(command: [String], place: String, name: String) throws {
        let sandbox = try Sandbox()
        let words = ["peilwacht"] + command + ["--config", sandbox.file("peilwacht.yaml").path, ""]
        let ran = try sandbox.runBare(
            ["---completion"] + command + ["--", place, "\(words.count - 1)", "0"] + words,
            program: ["/usr/bin/env", "SAP_SHELL=bash", Sandbox.binary.path]
        )
        #expect(ran.out.split(separator: "\n").contains(Substring(name)), "\(ran.out)\(ran.err)")
    }
}
