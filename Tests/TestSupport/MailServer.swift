package import Foundation

/// A real mail server for tests: aiosmtpd, of which not a line is ours, on a free port of 127.0.0.1.
///
/// It ends with the last reference to this object.
package final class MailServer: Sendable {
    /// How the server protects its connections.
    package enum TLSMode: Sendable {
        case none
        case starttls(TestCertificates.Pair)
        case implicit(TestCertificates.Pair)
    }

    /// A login the server requires.
    package struct Login: Sendable {
        package var user: String
        package var password: String
        package var withoutPlain: Bool

        package init(user: String, password: String, withoutPlain: Bool = false) {
            self.user = user
            self.password = password
            self.withoutPlain = withoutPlain
        }
    }

    /// A message the server has acknowledged.
    package struct Received: Decodable, Sendable {
        package let from: String
        package let to: [String]
        package let tls: Bool
        /// The client's port, by which connections are told apart.
        package let port: Int
        package let auth: String?
        package let data: Data
    }

    /// Where the server listens.
    package let port: Int

    private let process: Process
    private let input: Pipe
    private let output: URL

    private init(port: Int, process: Process, input: Pipe, output: URL) {
        self.port = port
        self.process = process
        self.input = input
        self.output = output
    }

    deinit {
        // The end of its input ends it. A SIGTERM would not: a child started from a dispatch thread has it blocked.
        // Nor is it waited for, since that could block every thread on which tests run.
        try? input.fileHandleForWriting.close()
        try? FileManager.default.removeItem(at: output)
    }

    /// Starts a server and waits until it listens.
    ///
    /// - Parameters:
    ///   - tls: how it protects its connections.
    ///   - login: the login it requires, if any.
    ///   - sizeLimit: the largest message it announces and takes, if not its own default.
    /// - Returns: the server, listening.
    /// - Throws: `MailServerError`, naming the package if it is missing.
    package static func start(tls: TLSMode = .none, login: Login? = nil, sizeLimit: Int? = nil) throws -> MailServer {
        let output = FileManager.default.temporaryDirectory.appending(path: "mail-\(UUID().uuidString).jsonl")
        let process = try makeProcess("mail_server.py")
        process.arguments? += ["--output", output.path(percentEncoded: false)] + arguments(for: tls)
        if let login {
            process.arguments? += ["--user", login.user, "--password", login.password]
            if login.withoutPlain { process.arguments?.append("--without-plain") }
        }
        if let sizeLimit { process.arguments? += ["--size-limit", String(sizeLimit)] }
        let (input, lines) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = lines
        try process.run()
        let port = try readPort(from: lines.fileHandleForReading)
        return MailServer(port: port, process: process, input: input, output: output)
    }

    /// The messages acknowledged so far, oldest first.
    package func received() throws -> [Received] {
        guard let lines = try? Data(contentsOf: output) else { return [] }
        return try lines.split(separator: UInt8(ascii: "\n")).map { line in
            let decoder = JSONDecoder()
            return try decoder.decode(Received.self, from: line)
        }
    }

    private static func arguments(for tls: TLSMode) -> [String] {
        switch tls {
        case .none: ["--tls", "none"]
        case .starttls(let pair): ["--tls", "starttls", "--certificate", pair.certificate, "--key", pair.key]
        case .implicit(let pair): ["--tls", "implicit", "--certificate", pair.certificate, "--key", pair.key]
        }
    }

    private static func readPort(from handle: FileHandle) throws -> Int {
        var text = Data()
        while !text.contains(UInt8(ascii: "\n")) {
            let more = handle.availableData
            guard !more.isEmpty else { throw MailServerError.failed("the mail server ended before it listened") }
            text += more
        }
        let words = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        if words.first == "MISSING" { throw MailServerError.packageMissing }
        guard words.first == "PORT", let port = words.last.flatMap({ Int($0) }) else {
            throw MailServerError.failed("the mail server said: \(words)")
        }
        return port
    }

    /// Debian's own Python, which is the one that sees python3-aiosmtpd, with a script of this folder.
    fileprivate static func makeProcess(_ script: String) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        process.arguments = [folder.appending(path: script).path(percentEncoded: false)]
        return process
    }
}

/// What Python's e-mail package, an independent reader of MIME, makes of a message.
package struct ParsedMail: Decodable {
    /// One text part, decoded.
    package struct Part: Decodable {
        package let type: String
        package let text: String
    }

    package let headers: [String: String]
    package let defects: [String]
    package let parts: [Part]

    /// Lets Python read a message.
    ///
    /// - Parameter message: header and body as they were received.
    /// - Returns: what Python found.
    /// - Throws: the error of the process or of reading its JSON.
    package static func parse(_ message: Data) throws -> ParsedMail {
        let process = try MailServer.makeProcess("mail_parts.py")
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        // The script reads all of it before it writes, so the two pipes cannot block each other.
        try input.fileHandleForWriting.write(contentsOf: message)
        try input.fileHandleForWriting.close()
        let json = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return try JSONDecoder().decode(ParsedMail.self, from: json)
    }
}

/// Why a helper of the tests could not do its work.
package enum MailServerError: Error, CustomStringConvertible {
    case packageMissing
    case failed(String)

    package var description: String {
        switch self {
        case .packageMissing:
            "The tests need Debian's package python3-aiosmtpd: apt-get install python3-aiosmtpd"
        case .failed(let text): text
        }
    }
}
