/// A movement that a target asks for without a number.
package enum Trend: String, Sendable, CaseIterable, Hashable {
    case rise = "stijging"
    case fall = "daling"
    case steady = "gelijkblijvend"
    case noRise = "niet gestegen"
    case noFall = "niet gedaald"

    /// The movement that a document names, in its own word or another one for the same.
    init?(word: String) {
        let others: [String: Trend] = [
            "meer": .rise, "neemt toe": .rise, "toename": .rise, "gestegen": .rise,
            "minder": .fall, "neemt af": .fall, "afname": .fall, "gedaald": .fall,
            "blijft gelijk": .steady,
            "neemt af of blijft gelijk": .noRise, "afneemt of gelijk blijft": .noRise,
            "neemt toe of blijft gelijk": .noFall, "toeneemt of gelijk blijft": .noFall,
        ]
        guard let trend = Trend(rawValue: word) ?? others[word] else { return nil }
        self = trend
    }

    /// How the value must lie to the baseline.
    package var comparator: Comparator {
        switch self {
        case .rise: .above
        case .fall: .below
        case .steady: .equal
        case .noRise: .atMost
        case .noFall: .atLeast
        }
    }
}
