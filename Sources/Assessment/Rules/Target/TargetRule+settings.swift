package import Indicators

extension TargetRule {
    package static func settings(_ texts: [String], in phrases: Phrases) -> [Figure] {
        let level = texts.first { $0.hasPrefix(Self.level) }
        let others = texts.filter { $0 != level }
        guard others.count == 3, let periods = Int(others[2]) else { return [] }
        let way = phrases.say("% van de weg", "% of the way")
        return [
            Figure(phrases.say("marge", "margin"), written(others[0], in: phrases)),
            Figure(
                phrases.say("marge om gelijk te blijven", "margin of a kept level"),
                level.map { written(String($0.dropFirst(Self.level.count)), in: phrases) }
            ),
            Figure(phrases.say("op koers vanaf", "on course from"), written(others[1], in: phrases) + way),
            Figure(
                phrases.say("melding bij achterstand", "alert of being behind"),
                periods == 1
                    ? phrases.say("na 1 periode", "after 1 period")
                    : phrases.say("na \(periods) perioden", "after \(periods) periods")
            ),
        ]
        .compactMap(\.self)
    }

    private static let level = "margin "

    /// A number with a decimal comma, and the word for the indicator's own unit.
    private static func written(_ text: String, in phrases: Phrases) -> String {
        text.oneLine(limit: 40).replacing(".", with: ",").replacing("units", with: phrases.say("eenheden", "units"))
    }
}
