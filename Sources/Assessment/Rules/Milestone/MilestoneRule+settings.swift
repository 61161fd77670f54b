package import Indicators

extension MilestoneRule {
    package static func settings(_ texts: [String], in phrases: Phrases) -> [Figure] {
        let words = texts.first?.split(separator: " ") ?? []
        guard words.count == 2, let days = Int(words[1]) else { return [] }
        let recurs = texts.dropFirst().contains("recurs")
        return [
            Figure(
                label: phrases.say("waarschuwing", "warning"),
                value: phrases.say("\(phrases.days(days)) vooraf", "\(phrases.days(days)) ahead")
            ),
            Figure(
                label: phrases.say("keert terug", "recurs"),
                value: recurs ? phrases.say("ja", "yes") : phrases.say("nee", "no")
            ),
        ]
    }
}
