/// All faults of one configuration, ordered by file and place.
package struct ConfigurationFaults: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where the faults come from.
    package enum Cause: Hashable, Sendable {
        /// What the administrator wrote.
        case written
        /// The one fault is that the configuration file itself does not exist.
        case missingFile
        /// The machine could not read a file just now; whether anything is wrong with what is written is not known.
        case passing
    }

    package let faults: [ConfigurationFault]
    package let cause: Cause

    /// Whether the one fault is that the configuration file itself does not exist.
    package var isMissingFile: Bool { cause == .missingFile }

    package var description: String { faults.map(\.description).joined(separator: "\n") }
}
