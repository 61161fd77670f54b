extension LocalZone {
    /// Reads a moment as people type it: `2026-04-01T08:00`, with seconds or without, in local time or with an offset
    /// (`+02:00`, `Z`).
    ///
    /// - Returns: the moment; `nil` for anything else, and for a date that does not exist.
    package func moment(_ text: String) -> Instant? {
        let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, let date = CalendarDate(halves[0]) else { return nil }
        guard let sign = halves[1].firstIndex(where: { "+-Z".contains($0) }) else {
            return Self.secondOfDay(halves[1]).map { instant(LocalDateTime(date: date, secondOfDay: $0)) }
        }
        guard let second = Self.secondOfDay(halves[1][..<sign]), let offset = Self.offset(halves[1][sign...]) else {
            return nil
        }
        return Instant(seconds: date.dayNumber * 86_400 + second - offset)
    }

    private static func secondOfDay(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.count == 2 ? Int(digits: $0) : nil }
        guard (2...3).contains(parts.count), numbers.count == parts.count, numbers[0] < 24,
            numbers.dropFirst().allSatisfy({ $0 < 60 })
        else { return nil }
        return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    }

    private static func offset(_ text: Substring) -> Int? {
        if text == "Z" { return 0 }
        guard let seconds = secondOfDay(text.dropFirst()) else { return nil }
        return text.hasPrefix("-") ? -seconds : seconds
    }
}
