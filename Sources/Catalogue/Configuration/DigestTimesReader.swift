internal import Alerting
internal import Indicators

/// Reads at which hours and on which days a digest comes.
struct DigestTimesReader {
    let faults: FaultList

    /// The hours and days of one digest.
    ///
    /// - Parameters:
    ///   - digest: what the subscription says.
    ///   - moments: the moments of planning and control that the configuration lists.
    /// - Returns: the times; what cannot be read is among the faults.
    func times(_ digest: Section, moments: [PlanningMoment]) -> DigestTimes {
        let hours = digest.texts("at").compactMap {
            digest.value(of: $0, for: "at", expecting: Notations.clockWords, Notations.clock)
        }
        if digest.isEmptyList("at") {
            faults.add("'at' names no hour; write one as in ['07:00']", at: digest.keyPlace("at"))
        }
        noteDuplicateHours(hours)
        return DigestTimes(
            secondsOfDay: hours.map(\.value),
            weekdays: days(in: digest),
            monthDays: monthDays(in: digest),
            moments: chosen(of: moments, in: digest)
        )
    }

    private func noteDuplicateHours(_ hours: [Located<Int>]) {
        for (index, hour) in hours.enumerated() where hours[..<index].contains(where: { $0.value == hour.value }) {
            faults.add("this hour stands twice in 'at'; remove one", at: hour.place)
        }
    }

    // MARK: Days of the week and of the month

    private func days(in digest: Section) -> Set<Int> {
        // Whoever names other days does not mean every day as well.
        let isByOtherDays = digest.has("month_days") || digest.has("moments")
        guard let node = digest.node("days") else { return isByOtherDays ? [] : Set(1...7) }
        guard case .list = node.content else {
            return digest.value("days", expecting: "'daily', 'workdays' or a list of mon, tue, wed, thu, fri, sat, sun")
            { text in
                text == "daily" ? Set(1...7) : text == "workdays" ? Set(1...5) : nil
            }?.value ?? []
        }
        let days = digest.texts("days").compactMap { day in
            digest.value(of: day, for: "days", expecting: "one of mon, tue, wed, thu, fri, sat, sun") { text in
                Notations.weekdays.firstIndex(of: text).map { $0 + 1 }
            }?.value
        }
        if digest.isEmptyList("days") {
            faults.add("'days' names no day; name one, or leave it out for every day", at: node.place)
        }
        return Set(days)
    }

    private func monthDays(in digest: Section) -> Set<Int> {
        if digest.isEmptyList("month_days") {
            faults.add("'month_days' names no day; name one as in [1, last]", at: digest.keyPlace("month_days"))
        }
        let days = digest.texts("month_days").compactMap { day in
            digest.value(of: day, for: "month_days", expecting: "a day from 1 through 31, or 'last'", monthDay)?.value
        }
        return Set(days)
    }

    /// The last day is the 31st: where a month has no such day, its last one counts.
    private func monthDay(_ text: String) -> Int? {
        text == "last" ? 31 : Int(digits: text).flatMap { (1...31).contains($0) ? $0 : nil }
    }

    // MARK: Moments of planning and control

    /// The moments that the configuration lists, each name with one date or several.
    func planningMoments(in section: Section) -> [PlanningMoment] {
        guard let node = section.node("planning_moments") else { return [] }
        guard case .mapping(let entries) = node.content else {
            faults.add(
                "'planning_moments' has to be a mapping of names to dates, as in {zomernota: 2026-06-01}, "
                    + "not \(node.kindInWords)",
                at: node.place
            )
            return []
        }
        return entries.flatMap(moments)
    }

    private func moments(_ entry: YAMLNode.Entry) -> [PlanningMoment] {
        let nodes = if case .list(let items) = entry.value.content { items } else { [entry.value] }
        if nodes.isEmpty || entry.value.isEmpty {
            faults.add("\(quoted(entry.key.value)) has no date; write \(Notations.dateWords)", at: entry.key.place)
            return []
        }
        return nodes.compactMap { node in
            guard !node.isRefused else { return nil }
            guard case .scalar(let text, _) = node.content, let date = CalendarDate(text.trimmed) else {
                faults.add(
                    "\(quoted(entry.key.value)) has to be \(Notations.dateWords), not \(node.kindInWords)",
                    at: node.place
                )
                return nil
            }
            return PlanningMoment(name: entry.key.value, date: date)
        }
    }

    private func chosen(of moments: [PlanningMoment], in digest: Section) -> [PlanningMoment] {
        guard let node = digest.node("moments") else { return [] }
        if moments.isEmpty {
            faults.add("'moments' needs 'planning_moments' with dates in the configuration; add them", at: node.place)
            return []
        }
        if case .scalar("all", _) = node.content { return moments }
        if digest.isEmptyList("moments") {
            faults.add("'moments' names none; name one, or write 'moments: all'", at: node.place)
        }
        let known = Set(moments.map(\.name))
        return digest.texts("moments").flatMap { name in
            if !known.contains(name.value) { noteUnknown(name, among: known) }
            return moments.filter { $0.name == name.value }
        }
    }

    private func noteUnknown(_ name: Located<String>, among known: Set<String>) {
        let hint = NearestName.like(name.value, among: known.sorted()).map {
            "; the nearest is '\(escaped($0))'"
        }
        faults.add("there is no planning moment \(quoted(name.value))\(hint ?? "")", at: name.place)
    }
}
