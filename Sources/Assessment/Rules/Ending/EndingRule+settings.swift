package import Indicators

extension EndingRule {
    package static func settings(_ texts: [String], in phrases: Phrases) -> [Figure] {
        let words = texts.first?.split(separator: " ").map(String.init) ?? []
        guard words.count >= 3, let date = CalendarDate(words[1]), let days = Int(words[2]) else { return [] }
        let warning = phrases.say("waarschuwing \(phrases.days(days)) vooraf", "warning \(phrases.days(days)) ahead")
        let isUncertain = words.dropFirst(3).contains("uncertain")
        let more = (isUncertain ? [phrases.say("daarna onzeker", "uncertain after it")] : []) + [warning]
        let value = "\(phrases.date(date)) (\(more.joined(separator: ", ")))"
        return [Figure(label: phrases.say("einddatum", "end date"), value: value)]
    }
}
