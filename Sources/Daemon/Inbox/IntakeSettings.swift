package import Feeds
package import Indicators
package import Storage

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
    /// The mail of a receipt to the supplier of the file; `nil` where nobody asked for one.
    package let mail: @Sendable (Receipt) throws -> NewMessage?
    /// Says what a receipt may tell, once its file is in the store.
    package let disclosure: @Sendable () async throws -> Disclosure
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
        mail: @escaping @Sendable (Receipt) throws -> NewMessage? = { _ in nil },
        disclosure: @escaping @Sendable () async throws -> Disclosure = { .exact },
        whileReading: @escaping @Sendable () throws -> Void = {}
    ) {
        self.dependants = dependants ?? { register.dependants(of: $0) }
        self.mail = mail
        self.disclosure = disclosure
        self.register = register
        self.profiles = profiles
        self.language = language
        self.zone = zone
        self.sizeLimit = sizeLimit
        self.whileReading = whileReading
    }
}
