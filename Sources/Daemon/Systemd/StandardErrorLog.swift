internal import Glibc
package import Indicators
package import Logging

/// A log on standard error, one line for each record, in which no value can forge another one.
///
/// In the journal, which adds the time, each line begins with its priority (`<6>`); elsewhere with the time and the level.
package struct StandardErrorLog: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var logLevel: Logger.Level = .info
    private let form: Form

    /// How a line begins.
    enum Form: Sendable {
        case priority
        /// With the time that is given, and the level as a word.
        case time(@Sendable () -> String)
    }

    init(_ form: Form) { self.form = form }

    /// A log in the form that fits where standard error goes.
    ///
    /// - Parameters:
    ///   - environment: of the process.
    ///   - clock: what time it is.
    ///   - zone: whose offset the time has.
    package init(environment: [String: String], clock: WallClock, zone: LocalZone) {
        self.init(
            JournalStream.isStandardError(environment: environment)
                ? .priority : .time { zone.timestamp(clock.now()) }
        )
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
        let start =
            switch form {
            case .priority: JournalStream.mark(priority: level.priority)
            case .time(let now): "\(now()) \(level.rawValue): "
            }
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
        case .error: JournalStream.fault
        case .critical: 2
        }
    }
}
