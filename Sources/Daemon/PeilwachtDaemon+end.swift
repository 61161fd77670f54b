package import Indicators
internal import Logging

extension PeilwachtDaemon {
    /// Says in the log, in its form, what the program ends by.
    ///
    /// - Parameters:
    ///   - error: of any layer.
    ///   - clock: what time it is.
    ///   - zone: whose offset the time has.
    ///   - environment: of the process, for the form of the log.
    package static func log(
        endBy error: any Error,
        clock: WallClock,
        zone: LocalZone,
        environment: [String: String]
    ) {
        let logger = Logger(label: "peilwacht") { _ in
            StandardErrorLog(environment: environment, clock: clock, zone: zone)
        }
        for line in wordsForPeople(about: error).split(separator: "\n") { logger.error("\(line)") }
    }
}
