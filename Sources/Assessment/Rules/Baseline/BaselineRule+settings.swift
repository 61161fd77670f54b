package import Indicators

extension BaselineRule {
    package static func settings(_ texts: [String], in phrases: Phrases) -> [Figure] {
        guard let days = texts.first.flatMap({ Int($0) }) else { return [] }
        let from = texts.dropFirst().first { $0.hasPrefix(Self.targetFrom) }
        return [
            Figure(
                phrases.say("vraag om de nulmeting", "request for the baseline"),
                phrases.say("\(phrases.days(days)) vooraf", "\(phrases.days(days)) ahead")
            ),
            Figure(
                phrases.say("streefwaarde vast te stellen voor", "target to be set for"),
                from.flatMap { Period(String($0.dropFirst(Self.targetFrom.count))) }.map(phrases.period)
            ),
        ]
        .compactMap(\.self)
    }

    private static let targetFrom = "target from "
}
