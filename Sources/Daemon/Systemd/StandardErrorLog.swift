internal import Glibc
internal import Indicators
package import Logging

/// A log on standard error, one line for each record, in which no value can forge another one.
///
/// Under systemd each line begins with its priority (`<6>`), and the journal adds the time; elsewhere the level is a word.
package struct StandardErrorLog: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var logLevel: Logger.Level = .info
    private let isUnderJournal: Bool

    package init(environment: [String: String]) {
        isUnderJournal = environment["JOURNAL_STREAM"] != nil
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        // One write for the whole line, so that two records cannot mix.
        let bytes = Array(line(event.level, event.message, event.metadata).utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }

    /// One record as one line, with its line feed.
    func line(_ level: Logger.Level, _ message: Logger.Message, _ more: Logger.Metadata?) -> String {
        let values = metadata.merging(more ?? [:]) { _, new in new }
            .sorted { $0.key < $1.key }
            .map { " \($0.key)=\("\($0.value)".shownSafely(limit: 500))" }
        let start = isUnderJournal ? "<\(level.priority)>" : "\(level.rawValue): "
        return "\(start)\(message.description.shownSafely(limit: 1000))\(values.joined())\n"
    }
}

extension Logger.Level {
    /// The priority of syslog (RFC 5424 section 6.2.1).
    fileprivate var priority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
