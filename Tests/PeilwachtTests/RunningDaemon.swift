import Foundation
import Testing

/// The daemon as a child process whose log is read line by line, so that a test waits for what happens, not for time.
final class RunningDaemon {
    private let process: Process
    private let log = Pipe()
    private var rest = Data()
    private(set) var lines: [String] = []

    /// Starts it as of a fixed moment, from which its clock runs on.
    ///
    /// - Parameters:
    ///   - sandbox: the folder it works in.
    ///   - arguments: before `run`.
    ///   - config: another configuration than the sandbox's own.
    ///   - launcher: a command that becomes the daemon's process; none where it is started itself.
    /// - Throws: where the program could not be started.
    init(
        _ sandbox: Sandbox,
        arguments: [String] = ["--at", "2026-04-01T08:00"],
        config: URL? = nil,
        launcher: [String] = []
    ) throws {
        let options = ["--config", (config ?? sandbox.file("peilwacht.yaml")).path, "--root", sandbox.folder.path]
        process = Sandbox.process(
            launcher + [Sandbox.binary.path] + options + arguments + ["run"],
            in: sandbox.folder
        )
        process.standardError = log
        process.standardOutput = FileHandle.nullDevice
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
    }

    var pid: Int32 { process.processIdentifier }

    /// Reads the log until a line holds the words; fails where the log ends first, or is silent for half a minute.
    @discardableResult
    func awaitLine(_ words: String) throws -> String {
        while let line = nextLine() {
            if line.contains(words) { return line }
        }
        throw Ended(awaited: words, log: lines)
    }

    /// The log ended before the awaited line came.
    struct Ended: Error {
        let awaited: String
        let log: [String]
    }

    private func nextLine() -> String? {
        while true {
            if let end = rest.firstIndex(of: 10) {
                let line = String(decoding: rest[rest.startIndex..<end], as: UTF8.self)
                rest = rest[rest.index(after: end)...]
                lines.append(line)
                return line
            }
            var readable = pollfd(fd: log.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&readable, 1, 300_000) > 0 else { return nil }
            let more = log.fileHandleForReading.availableData
            if more.isEmpty { return nil }
            rest.append(more)
        }
    }

    func signal(_ number: Int32) { kill(pid, number) }

    /// Asks it to stop and gives its exit status.
    func stop() -> Int32 {
        signal(SIGTERM)
        return end()
    }

    /// Waits until it has ended and gives its exit status.
    func end() -> Int32 {
        while nextLine() != nil {}
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Ends it as a power cut would.
    func killNow() {
        signal(SIGKILL)
        process.waitUntilExit()
    }

    /// Resident memory in KiB.
    func residentKiB() throws -> Int { try kibibytes("VmRSS:") }

    /// The most resident memory there was so far, in KiB.
    func peakKiB() throws -> Int { try kibibytes("VmHWM:") }

    /// Lets it have so much more address space than it has had at most, and nothing beyond.
    func allow(moreKiB: Int) throws {
        let bytes = try (kibibytes("VmPeak:") + moreKiB) * 1024
        let limiting = try Process.run(
            URL(filePath: "/usr/bin/prlimit"),
            arguments: ["--pid", "\(pid)", "--as=\(bytes)"]
        )
        limiting.waitUntilExit()
        try #require(limiting.terminationStatus == 0)
    }

    private func kibibytes(_ name: String) throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix(name) })
        return try #require(line.split(separator: " ").dropFirst().first.flatMap { Int($0) })
    }
}
