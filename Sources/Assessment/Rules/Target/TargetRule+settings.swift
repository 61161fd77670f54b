package import Indicators

extension TargetRule {
    package static func settings(_ texts: [String], in phrases: Phrases) -> [Figure] {
        let level = texts.first { $0.hasPrefix(Self.level) }
        let profile = texts.first { $0.hasPrefix(Self.profile) }
        let unsteady = texts.first { $0.hasPrefix(Self.unsteady) }
        let road = texts.first { $0.hasPrefix(Self.road) }
        let holding = texts.first { $0.hasPrefix(Self.holding) }
        let others = texts.filter { ![level, profile, unsteady, road, holding, Self.events].contains($0) }
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
            profile.map { text in
                Figure(label: phrases.say("profiel", "profile"), value: String(text.dropFirst(Self.profile.count)))
            },
            Figure(
                phrases.say("metingen tot melding, tot einde, herstel", "values to open, to end, recovery"),
                holding.map {
                    written(String($0.dropFirst(Self.holding.count)).replacing(" ", with: " / "), in: phrases)
                }
            ),
            Figure(phrases.say("koers volgens", "course by"), road.map { String($0.dropFirst(Self.road.count)) }),
            Figure(
                phrases.say("wisselend vanaf", "unsteady from"),
                unsteady.map { String($0.dropFirst(Self.unsteady.count)).replacing(" ", with: "/") }
            ),
            texts.contains(Self.events)
                ? Figure(label: phrases.say("telt", "counts"), value: phrases.say("gebeurtenissen", "events")) : nil,
        ]
        .compactMap(\.self)
    }

    private static let level = "margin "
    private static let profile = "profile "
    private static let events = "counts events"
    private static let unsteady = "unsteady "
    private static let holding = "holding "
    static let road = "road "

    /// What of the indicator decides how certain a miss has to be; empty where nothing is set.
    static func fingerprint(ofCertainty indicator: Indicator) -> [String] {
        (indicator.profile == .facts ? [] : ["\(profile)\(indicator.profile.rawValue)"])
            + (indicator.counts.contains(.events) ? [events] : [])
    }

    /// How long a miss has to last, and when it is over; empty where nothing is set.
    static func fingerprint(ofHolding parameters: TargetParameters) -> [String] {
        let standard = TargetParameters()
        var texts: [String] = []
        if parameters.unsteadyAfter != standard.unsteadyAfter || parameters.unsteadyAmong != standard.unsteadyAmong {
            texts.append("\(unsteady)\(parameters.unsteadyAfter) \(parameters.unsteadyAmong)")
        }
        if TargetHolding(parameters) != TargetHolding(standard) {
            let recovery = parameters.recovery.written
            texts.append("\(holding)\(parameters.openAfter) \(parameters.resolveAfter) \(recovery)")
        }
        return texts
    }

    /// A number with a decimal comma, and the word for the indicator's own unit.
    private static func written(_ text: String, in phrases: Phrases) -> String {
        text.oneLine(limit: 40).replacing(".", with: ",").replacing("units", with: phrases.say("eenheden", "units"))
    }
}
