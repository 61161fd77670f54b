internal import Foundation

/// A relay that misbehaves in one way.
package final class UnrulyRelay {
    /// Where it listens.
    package let port: Int
    private let process: Process
    private let input = Pipe()
    private let output = Pipe()
    private var rest = Data()

    /// How it misbehaves.
    package enum Behaviour: String {
        /// It never answers the first message: its outcome stays unknown.
        case forget
        /// It does not know the user `beleid`.
        case refuse
        /// It asks to come back later, whoever the mail is for.
        case `defer`
        /// It takes words alone, and says of everything else that it is too large.
        case small
        /// It passes nothing on for strangers.
        case strangers
    }

    /// Starts it and waits until it listens.
    package init(_ behaviour: Behaviour) throws {
        process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "unruly_relay.py")
        process.arguments = [script.path(percentEncoded: false), behaviour.rawValue]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let line = Self.nextLine(output.fileHandleForReading, &rest) ?? ""
        guard line.hasPrefix("PORT "), let number = Int(line.dropFirst(5)) else {
            throw MailServerError.failed("the relay said: \(line)")
        }
        port = number
    }

    deinit {
        // The end of its input ends it.
        try? input.fileHandleForWriting.close()
    }

    /// Waits for the next message; gives its Message-ID, or `nil` where the relay has ended or nothing comes for half a minute.
    package func nextMessageID() -> String? {
        Self.nextLine(output.fileHandleForReading, &rest).map { String($0.dropFirst(4)) }
    }

    private static func nextLine(_ handle: FileHandle, _ rest: inout Data) -> String? {
        while true {
            if let end = rest.firstIndex(of: 10) {
                defer { rest = Data(rest[rest.index(after: end)...]) }
                return String(decoding: rest[rest.startIndex..<end], as: UTF8.self)
            }
            var readable = pollfd(fd: handle.fileDescriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&readable, 1, 300_000) > 0 else { return nil }
            let more = handle.availableData
            if more.isEmpty { return nil }
            rest += more
        }
    }
}
