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
    /// Called now and then while a file is read, from whatever thread reads it: a large file takes minutes.
    package let progress: @Sendable () -> Void

    package init(
        register: IndicatorRegister,
        profiles: [FeedProfile],
        language: Language,
        zone: LocalZone,
        dependants: (@Sendable (SeriesKey) -> [SeriesKey])? = nil,
        sizeLimit: Int = 64 * 1024 * 1024,
        progress: @escaping @Sendable () -> Void = {}
    ) {
        self.progress = progress
        self.dependants = dependants ?? { register.dependants(of: $0) }
        self.register = register
        self.profiles = profiles
        self.language = language
        self.zone = zone
        self.sizeLimit = sizeLimit
    }
}
