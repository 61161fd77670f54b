/// The kinds of period of which CBS publishes figures and Peilwacht has no series (CBS manual "Perioden").
///
/// The raw values are what stands behind the year in the code: `2024G400`.
package enum UnwatchedPeriod: String, Hashable, Sendable, CaseIterable, Codable {
    case movingYear = "VJ"
    case movingMonths = "VS"
    case threeMonths = "M3"
    case fourWeeks = "W4"
    case twoYears = "G2"
    case threeYears = "G3"
    case fourYears = "G4"
    case fiveYears = "G5"
    case noOfficialPeriod = "X0"

    /// Reads a code of CBS; `nil` for anything else.
    init?(code text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 8, Int(digits: text.prefix(4)) != nil, Int(digits: text.suffix(2)) != nil else {
            return nil
        }
        self.init(rawValue: String(decoding: bytes[4..<6], as: UTF8.self).uppercased())
    }

    /// What it is, for a receipt.
    package func name(in phrases: Phrases) -> String {
        switch self {
        case .movingYear: phrases.say("een voortschrijdend jaar", "a moving year")
        case .movingMonths: phrases.say("voortschrijdende maanden", "moving months")
        case .threeMonths: phrases.say("een gemiddelde van drie maanden", "an average of three months")
        case .fourWeeks: phrases.say("een periode van vier weken", "a period of four weeks")
        case .twoYears: phrases.say("een gemiddelde van twee jaar", "an average of two years")
        case .threeYears: phrases.say("een gemiddelde van drie jaar", "an average of three years")
        case .fourYears: phrases.say("een gemiddelde van vier jaar", "an average of four years")
        case .fiveYears: phrases.say("een gemiddelde van vijf jaar", "an average of five years")
        case .noOfficialPeriod:
            phrases.say("geen officiële periode, zoals een begroting", "not an official period, such as a budget")
        }
    }
}
