import Foundation
import TestSupport
import Testing

@Suite("What is dropped does not stop the watch", .ownThreads, .timeLimit(.minutes(30)))
struct HostileDropTests {
    private static let good = "indicator;periode;waarde\nwmo-maatwerk;2026;112\n"

    private func receipt(of file: String, in sandbox: Sandbox) throws -> String {
        let names = sandbox.names(in: "receipts").filter { $0.hasPrefix("\(file).") && $0.hasSuffix(".json") }
        #expect(names.count == 1, "\(names)")
        return try sandbox.read("receipts/\(try #require(names.first))")
    }

    // MARK: Memory

    /// What the rows of a large file are to those of the file before it.
    enum Rows: CaseIterable {
        case faulty
        case noRows
        case skipped
        case unchanged
        case repeated

        func text(_ count: Int) -> String {
            let header = "indicator;periode;waarde;uitsplitsing\n"
            let repeated =
                switch self {
                case .faulty: "qq;2024;1;\n"
                case .noRows: "x\n"
                case .skipped: "wmo-maatwerk;2024;Nb;\n"
                case .repeated: "wmo-maatwerk;2025;100;\n"
                case .unchanged: ""
                }
            guard repeated.isEmpty else { return header + String(repeating: repeated, count: count) }
            return header + (0..<count).map { "wmo-maatwerk;\(1900 + $0 % 120);7;groep=\($0 / 120)\n" }.joined()
        }
    }

    @Test(
        "memory does not grow with the rows of a file, whatever they are",
        .enabled(if: !Sanitizer.isOn, "what a sanitizer keeps of freed memory grows"),
        arguments: Rows.allCases
    )
    func memory(rows: Rows) throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        if rows == .unchanged {
            // Before the measurement: what is new has to be judged as well.
            try sandbox.drop("known.csv", rows.text(30_000))
            try daemon.awaitLine("pass done")
        }
        try sandbox.drop("small.csv", rows.text(1_000) + "\n")
        try daemon.awaitLine("pass done")
        let before = try daemon.peakKiB()
        try sandbox.drop("large.csv", rows.text(rows == .unchanged ? 30_000 : 120_000) + "\n\n")
        try daemon.awaitLine("pass done")
        let more = try daemon.peakKiB() - before
        // An element of a hundred bytes for each row would be 12 MB.
        #expect(more < 6 * 1024, "\(more) KiB more than \(before) KiB")
        #expect(daemon.stop() == 0)
    }

    @Test(
        "a file of nothing but faults is refused under a memory limit, and the next one is taken",
        .enabled(if: !Sanitizer.isOn, "a sanitizer maps more memory than any limit allows")
    )
    func memoryLimit() throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        try daemon.allow(moreKiB: 256 * 1024)
        // A hundred bytes of memory for each row would be more than is allowed.
        try sandbox.drop("a.csv", Rows.noRows.text(3_000_000))
        try daemon.awaitLine("file refused")
        try sandbox.drop("b.csv", Self.good)
        try daemon.awaitLine("file taken")
        try daemon.awaitLine("pass done")
        #expect(sandbox.names(in: "quarantine") == ["a.csv"])
        #expect(sandbox.names(in: "archive") == ["b.csv"])
        #expect(daemon.stop() == 0)
    }

    // MARK: Death

    /// Waits, without sleeping, until the daemon notes that it reads a file for so many times; `nil` where it ends first.
    private func awaitReading(_ times: Int, in sandbox: Sandbox) throws {
        let end = Date(timeIntervalSinceNow: 300)
        while !sandbox.names(in: "work").contains(where: { $0.hasSuffix(".\(times)") }) {
            try #require(Date() < end, "the file was not begun")
        }
    }

    @Test("a file in whose reading the daemon is killed twice is put aside, and the next one is taken")
    func poison() throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        // Large enough to be in the middle of it.
        try sandbox.drop("a.csv", Rows.faulty.text(300_000))
        for times in 1...2 {
            let daemon = try RunningDaemon(sandbox)
            try awaitReading(times, in: sandbox)
            daemon.killNow()
        }
        try sandbox.drop("b.csv", Self.good)
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("file refused")
        try daemon.awaitLine("pass done")
        #expect(sandbox.names(in: "quarantine") == ["a.csv"])
        #expect(sandbox.names(in: "archive") == ["b.csv"])
        #expect(sandbox.names(in: "work").isEmpty)
        #expect(try receipt(of: "a.csv", in: sandbox).contains("ended-the-program"))
        #expect(try sandbox.events().count == 1)
        #expect(daemon.stop() == 0)
    }

    @Test("SIGTERM in the middle of a file stops at once, and is no reason to put it aside")
    func stopped() throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        try sandbox.drop("a.csv", Rows.faulty.text(300_000))
        for _ in 1...3 {
            let daemon = try RunningDaemon(sandbox)
            try awaitReading(1, in: sandbox)
            #expect(daemon.stop() == 0)
            #expect(sandbox.names(in: "receipts").isEmpty)
        }
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        #expect(try receipt(of: "a.csv", in: sandbox).contains("unknown-indicator"))
        #expect(daemon.stop() == 0)
    }

    // MARK: Size

    @Test("a sparse file of 100 GB, twice under one name, and a second name of one, are refused at once")
    func huge() throws {
        let sandbox = try Sandbox()
        func makeSparse(_ name: String) throws {
            _ = FileManager.default.createFile(atPath: sandbox.file(name).path, contents: nil)
            try #require(truncate(sandbox.file(name).path, 100_000_000_000) == 0)
            let earlier = [FileAttributeKey.modificationDate: Date(timeIntervalSinceNow: -60)]
            try FileManager.default.setAttributes(earlier, ofItemAtPath: sandbox.file(name).path)
        }
        try makeSparse("inbox/a.csv")
        #expect(try sandbox.pass().status == 1)
        try makeSparse("inbox/a.csv")
        try makeSparse("elsewhere")
        try FileManager.default.linkItem(at: sandbox.file("elsewhere"), to: sandbox.file("inbox/b.csv"))
        try sandbox.drop("c.csv", Self.good)
        #expect(try sandbox.pass().status == 1)
        #expect(sandbox.names(in: "quarantine").count == 3)
        #expect(sandbox.names(in: "archive") == ["c.csv"])
        #expect(try receipt(of: "b.csv", in: sandbox).contains("too-large"))
    }

    @Test("the configuration says how large a file may be")
    func limit() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Rows.skipped.text(100))
        try sandbox.write("peilwacht.yaml", try sandbox.read("peilwacht.yaml") + "largest_file: 1 KiB\n")
        #expect(try sandbox.pass().status == 1)
        #expect(try receipt(of: "a.csv", in: sandbox).contains("too-large"))
        try sandbox.drop("b.csv", Self.good)
        #expect(try sandbox.pass().status == 0)
    }

    @Test(
        "a large hand import is read by the daemon itself",
        .enabled(if: !Sanitizer.isOn, "a sanitizer's own memory comes on top")
    )
    func largeHandImport() throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        // Of a few bytes on disk; the NUL behind the header is found in the first piece.
        try sandbox.write("large.csv", Self.good)
        try #require(truncate(sandbox.file("large.csv").path, 80 << 20) == 0)
        let before = try daemon.peakKiB()
        let ran = try sandbox.run("import", "large.csv", "--dry-run", "--json")
        #expect(ran.status == 65)
        #expect(ran.out.contains("nul-byte") && ran.out.contains("\"size\": \(80 << 20)"), "\(ran.out)")
        #expect(try daemon.peakKiB() - before < 16 * 1024)
        #expect(daemon.stop() == 0)
    }

    @Test(
        "what the daemon cannot open itself is handed to it, up to what the configuration allows, in no more memory",
        .enabled(if: !Sanitizer.isOn, "a sanitizer's own memory comes on top")
    )
    func handedOver() throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        try sandbox.write("peilwacht.yaml", try sandbox.read("peilwacht.yaml") + "largest_file: 100 MiB\n")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        try sandbox.write("good.csv", Self.good)
        // For the daemon this path leads elsewhere.
        let taken = try sandbox.run(["import", "/dev/stdin", "--json"], input: sandbox.file("good.csv"))
        #expect(taken.status == 0 && taken.out.contains(#""outcome": "taken""#), "\(taken)")
        let before = try daemon.peakKiB()
        for (size, words) in [(80, "nul-byte"), (120, "larger than 'largest_file' allows")] {
            try #require(truncate(sandbox.file("good.csv").path, off_t(size << 20)) == 0)
            let refused = try sandbox.run(["import", "/dev/stdin", "--json"], input: sandbox.file("good.csv"))
            #expect(refused.status == 65 && (refused.out + refused.err).contains(words), "\(refused)")
        }
        #expect(try daemon.peakKiB() - before < 16 * 1024)
        #expect(daemon.stop() == 0)
    }

    @Test(
        "eight large imports at once take no memory for their content",
        .enabled(if: !Sanitizer.isOn, "a sanitizer's own memory comes on top")
    )
    func manyLargeImports() throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        try sandbox.write("large.pdf", "%PDF-1.7")
        try #require(truncate(sandbox.file("large.pdf").path, 60 << 20) == 0)
        let before = try daemon.peakKiB()
        let options = ["--config", sandbox.file("peilwacht.yaml").path, "--root", sandbox.folder.path]
        let imports = try (1...8).map { _ in
            let process = Sandbox.process(
                [Sandbox.binary.path] + options + ["import", "/dev/stdin"],
                in: sandbox.folder
            )
            process.standardInput = try FileHandle(forReadingFrom: sandbox.file("large.pdf"))
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            return process
        }
        for process in imports {
            process.waitUntilExit()
            #expect(process.terminationStatus == 65)
        }
        let more = try daemon.peakKiB() - before
        #expect(more < 32 * 1024, "\(more) KiB more than \(before) KiB")
        #expect(daemon.stop() == 0)
    }

    // MARK: Leftovers

    @Test(
        "folders, dangling links and FIFOs, also under the daemon's own names, keep it neither from starting nor taking"
    )
    func traps() throws {
        let sandbox = try Sandbox()
        let manager = FileManager.default
        for name in [".peilwacht-probe.tmp", ".0123456789abcdef.tmp", "folder.csv"] {
            let folder = sandbox.file("inbox/\(name)")
            try manager.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data().write(to: folder.appending(path: "x"))
        }
        for name in [".peilwacht-probe-1.tmp", "dangling.csv"] {
            try manager.createSymbolicLink(
                at: sandbox.file("inbox/\(name)"),
                withDestinationURL: URL(filePath: "/nowhere/at/all")
            )
        }
        #expect(mkfifo(sandbox.file("inbox/.peilwacht-probe-2.tmp").path, 0) == 0)
        #expect(mkfifo(sandbox.file("inbox/fifo.csv").path, 0) == 0)
        try sandbox.drop("good.csv", Self.good)
        for _ in 0..<2 { #expect(try sandbox.pass().status == 1) }
        #expect(sandbox.names(in: "archive") == ["good.csv"])
        #expect(sandbox.names(in: "quarantine") == ["dangling.csv", "fifo.csv"])
        #expect(sandbox.names(in: "inbox").count == 5)
    }
}
