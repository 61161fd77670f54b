internal import Glibc

/// Whether what is written to standard error goes to the journal (`$JOURNAL_STREAM`, systemd.exec(5)).
package enum JournalStream {
    /// Whether standard error is the stream that the environment names; after a redirection it is not.
    package static func isStandardError(environment: [String: String]) -> Bool {
        isStream(STDERR_FILENO, environment: environment)
    }

    static func isStream(_ descriptor: CInt, environment: [String: String]) -> Bool {
        var status = stat()
        guard let stream = environment["JOURNAL_STREAM"], fstat(descriptor, &status) == 0 else { return false }
        return stream == "\(status.st_dev):\(status.st_ino)"
    }

    /// The beginning of a line of this priority (RFC 5424 section 6.2.1), as systemd takes it off again.
    package static func mark(priority: Int) -> String { "<\(priority)>" }

    /// The priority of a fault.
    package static let fault = 3
}
