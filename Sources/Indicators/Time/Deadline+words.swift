extension Deadline {
    /// The deadline as people say it, to stand behind `per kwartaal, `: `uiterlijk de 15e werkdag na afloop`.
    package func words(in phrases: Phrases) -> String {
        switch measure {
        case .days(let days): counted(phrases.days(days), phrases)
        case .workdays(let number, _): workday(number, phrases)
        case .yearDay(let day, let later): yearDay(day, later, phrases)
        }
    }

    private func counted(_ days: String, _ phrases: Phrases) -> String {
        isFromStart
            ? phrases.say("uiterlijk \(days) na het begin", "at most \(days) after its beginning")
            : phrases.say("uiterlijk \(days) na afloop", "at most \(days) after its end")
    }

    private func workday(_ number: Int, _ phrases: Phrases) -> String {
        isFromStart
            ? phrases.say("uiterlijk de \(number)e werkdag ervan", "by its working day \(number)")
            : phrases.say("uiterlijk de \(number)e werkdag na afloop", "by working day \(number) after its end")
    }

    private func yearDay(_ day: YearDay, _ later: Int, _ phrases: Phrases) -> String {
        let name = phrases.dayAndMonth(day.day, day.month)
        let date =
            day.isExclusive
            ? phrases.say("vóór \(name)", "before \(name)") : phrases.say("uiterlijk \(name)", "by \(name)")
        if isFromStart { return date + phrases.say(" na het begin", " after its beginning") }
        return date + phrases.say(" na afloop", " after its end")
            + (later > 0 ? phrases.say(", een jaar later", ", a year later") : "")
    }
}
