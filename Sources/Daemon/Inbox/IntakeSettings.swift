package import Feeds
package import Indicators

/// What the configuration says about taking in.
package struct IntakeSettings: Sendable {
    package let register: IndicatorRegister
    package let profiles: [FeedProfile]
    package let language: Language
    package let zone: LocalZone
    /// The other series that have to be judged anew when one changes.
    package let dependants: @Sendable (SeriesKey) -> [SeriesKey]
    /// The largest file, in bytes.
    package let sizeLimit: Int
    /// Is called between the pieces of a file, from whichever thread reads it: whoever waits sees that the work goes on.
    ///
    /// What it throws ends the reading, and nothing is kept.
    package let whileReading: @Sendable () throws -> Void

    package init(
        register: IndicatorRegister,
        profiles: [FeedProfile],
        language: Language,
        zone: LocalZone,
        dependants: (@Sendable (SeriesKey) -> [SeriesKey])? = nil,
        sizeLimit: Int = 1 << 30,
        whileReading: @escaping @Sendable () throws -> Void = {}
    ) {
        self.dependants = dependants ?? { register.dependants(of: $0) }
        self.register = register
        self.profiles = profiles
        self.language = language
        self.zone = zone
        self.sizeLimit = sizeLimit
        self.whileReading = whileReading
    }
}
