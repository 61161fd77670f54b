/// All faults of one configuration, ordered by file and place.
package struct ConfigurationFaults: Error, Hashable, Sendable, CustomStringConvertible {
    package let faults: [ConfigurationFault]
    /// Whether the one fault is that the configuration file itself does not exist.
    package let isMissingFile: Bool

    package var description: String { faults.map(\.description).joined(separator: "\n") }
}
