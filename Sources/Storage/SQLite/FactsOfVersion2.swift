internal import Foundation
internal import GRDB

/// The facts of episodes and events as versions 1 and 2 of the store kept them: every number of every rule side by side,
/// as the text that people read.
///
/// It reads that form and writes the one of version 3, in which the numbers stand with their rule. Both forms are written
/// out here and never change: it speaks no type of the program (see ``Schema``).
struct FactsOfVersion2 {
    private let old: [String: Any]
    private let rule: String

    /// Rewrites the facts of every episode and every event.
    static func migrate(_ db: Database) throws {
        try migrate(
            db,
            select: "SELECT id AS row, rule, facts FROM episode",
            update: "UPDATE episode SET facts = ? WHERE id = ?"
        )
        try migrate(
            db,
            select: "SELECT seq AS row, rule, v.facts FROM event v JOIN episode e ON e.id = v.episode",
            update: "UPDATE event SET facts = ? WHERE seq = ?"
        )
    }

    /// Some thousand at a time, so that a store of years fits into memory.
    private static let page = 2000

    private static func migrate(_ db: Database, select: String, update: String) throws {
        var last: Int64 = 0
        while true {
            let rows = try Row.fetchAll(
                db,
                sql: "SELECT * FROM (\(select)) WHERE row > ? ORDER BY row LIMIT ?",
                arguments: [last, page]
            )
            guard let end = rows.last else { return }
            last = end["row"]
            for row in rows {
                let facts = try FactsOfVersion2(row["facts"], rule: row["rule"])
                try db.execute(sql: update, arguments: [try facts.renewed(), row["row"] as Int64])
            }
        }
    }

    init(_ json: String, rule: String) throws {
        guard let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] else {
            throw StoreError.failed("renew store: the facts of an episode are no object")
        }
        old = object
        self.rule = rule
    }

    /// The same facts in the form of version 3.
    func renewed() throws -> String {
        var new: [String: Any] = [
            "about": about,
            "severity": text("severity") ?? "warning",
            "evidence": ["rule": rule, "version": 1, "evidence": evidence] as [String: Any],
        ]
        new["period"] = text("period")
        new["value"] = value
        if let period = text("nextPeriod"), let date = text("nextDue") {
            new["next"] = ["period": period, "date": date]
        }
        new["lapse"] = lapse
        let data = try JSONSerialization.data(withJSONObject: new, options: [.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data, as: UTF8.self)
    }

    private func text(_ key: String) -> String? { old[key] as? String }

    private var reason: String { text("reason") ?? "" }

    /// Why the alert ended, where the rule did not find the series in order.
    private var lapse: String? { ["revised", "withdrawn"].contains(reason) ? reason : nil }

    private var about: [String: Any] {
        var about: [String: Any] = ["isDerived": old["isDerived"] as? Bool ?? false]
        for key in [
            "programme", "programmeTitle", "package", "packageTitle", "title", "unit", "areaName", "source", "owner",
            "layer",
        ] {
            about[key] = text(key)
        }
        return about
    }

    private var value: [String: Any]? {
        text("value").map { amount in
            var value: [String: Any] = [
                "amount": amount, "isProvisional": old["isProvisional"] as? Bool ?? false,
                "revision": old["revision"] as? Int ?? 1,
            ]
            value["importHash"] = text("importHash")
            return value
        }
    }
}

// MARK: The evidence of each rule
extension FactsOfVersion2 {
    private var evidence: [String: Any] {
        switch rule {
        case "overdue": ["periods": overduePeriods, "dueDates": [String]()]
        case "milestone": milestone
        case "budget": budget
        case "ending": ["reason": lapse == nil ? reason : "has-ended", "date": text("endsOn") ?? "1970-01-01"]
        // `target`: there was no other rule. Until milestones had their own, theirs were targets too.
        default: ["comparisons": comparisons]
        }
    }

    /// When it ended in time none was overdue any more; the old form still has what it was about.
    private var overduePeriods: [String] { reason == "on-time" ? [] : old["overduePeriods"] as? [String] ?? [] }

    private var milestone: [String: Any] {
        let facts = old["milestone"] as? [String: Any] ?? [:]
        var evidence: [String: Any] = [
            "reason": lapse == nil ? reason : "milestone-done", "movedDays": facts["movedDays"] as? Int ?? 0,
        ]
        for key in ["status", "reportedOn", "firstPlanned", "due", "note"] { evidence[key] = facts[key] as? String }
        evidence["plan"] = comparisons.first
        return evidence
    }

    private var budget: [String: Any] {
        var evidence: [String: Any] = ["reason": lapse == nil ? reason : "within-budget"]
        evidence["target"] = comparisons.first
        evidence["standing"] = (old["budget"] as? [String: Any]).flatMap { standing($0) }
        return evidence
    }

    /// The amounts, which stood as people write them: `€ 21.055.000`, in euros whatever the unit.
    private func standing(_ facts: [String: Any]) -> [String: Any]? {
        func amount(_ key: String) -> String? { (facts[key] as? String).flatMap { number($0[...]) } }
        guard let budget = amount("budget"), let realised = amount("realised"), let forecast = amount("forecast"),
            let size = amount("deviation")
        else { return nil }
        let isBelow = (Decimal(string: forecast) ?? 0) < (Decimal(string: budget) ?? 0)
        var standing: [String: Any] = [
            "budget": budget, "realised": realised, "forecast": forecast,
            "deviation": isBelow && size != "0" ? "-\(size)" : size, "earlierYears": 0, "isWrittenNegative": false,
        ]
        standing["isAdvantage"] = facts["isAdvantage"] as? Bool
        standing["percent"] = (facts["percent"] as? String).flatMap(Self.amount)
        return standing
    }

    /// Whether values are written as people write euros; `€ per inwoner` is a unit behind a number like any other.
    private var isMoney: Bool { ["€", "€ 1.000"].contains(text("unit")) }

    private func inOwnUnit(_ euros: String) -> String? {
        guard text("unit") == "€ 1.000" else { return euros }
        return Decimal(string: euros).map { "\($0 / 1000)" }
    }

    /// `-€ 1.234,50` and `12,3%` as `-1234.50` and `12.3`.
    private static func amount(_ text: String) -> String? {
        let digits = text.filter { "0123456789,-".contains($0) }.replacing(",", with: ".")
        return Decimal(string: digits) == nil ? nil : digits
    }
}

// MARK: Targets
extension FactsOfVersion2 {
    private var comparisons: [[String: Any]] {
        (old["targets"] as? [[String: Any]] ?? []).compactMap { target in
            guard let period = target["period"] as? String, let bound = (target["bound"] as? String).flatMap(bound)
            else {
                return nil
            }
            let notation = target["notation"] as? String ?? ""
            var comparison: [String: Any] = [
                "period": period, "notation": notation, "isInterpolated": false, "bound": bound,
                "isRelative": Self.isRelative(notation), "standing": isAhead(period) ? "ahead" : "own-period",
                "verdict": verdict(period),
            ]
            comparison["goal"] = target["goal"] as? String
            return comparison
        }
    }

    /// `-10% t.o.v. 2025`, `halvering`, `stijging`: measured from an earlier value.
    private static func isRelative(_ notation: String) -> Bool {
        let first = notation.drop { "<>=≤≥ ".contains($0) }.first
        return notation.contains("t.o.v.") || first?.isLetter == true && notation != "gereed"
    }

    private func verdict(_ period: String) -> String {
        switch reason {
        case "target-met", "revised", "milestone-done", "within-budget": "met"
        case "not-yet-reached", "reported-postponed", "reported-delayed", "date-moved": "not-yet-reached"
        case "better-than-level": "better-than-level"
        case "target-missed", "past-date", "reported-stopped", "budget-disadvantage", "budget-advantage", "withdrawn":
            isAhead(period) ? "not-yet-reached" : "missed-\(text("severity") ?? "warning")"
        default: "undecided"
        }
    }

    /// Whether a measured value's target lies ahead of it: its period ends later.
    private func isAhead(_ period: String) -> Bool {
        if reason == "not-yet-reached" { return true }
        guard rule == "target", let told = text("period"), told != period else { return false }
        return Self.end(of: period) > Self.end(of: told)
    }

    /// The last day of a period, as a number of days.
    private static func end(of period: String) -> Int {
        let parts = period.split { "-/".contains($0) }
        guard let year = parts.first.flatMap({ Int($0) }) else { return 0 }
        guard parts.count > 1, !period.contains("/") else {
            return parts.count == 1 ? day(year, 13) - 1 : day(year + 1, 8) - 1
        }
        let number = Int(parts[1].filter(\.isNumber)) ?? 1
        if parts.count == 3 { return day(year, number, Int(parts[2]) ?? 1) }
        return switch parts[1].first {
        case "W": endOfWeek(number, of: year)
        case "Q": day(year, number * 3 + 1) - 1
        case "H": day(year, number * 6 + 1) - 1
        default: day(year, number + 1) - 1
        }
    }

    /// ISO 8601: week 1 is that of 4 January.
    private static func endOfWeek(_ number: Int, of year: Int) -> Int {
        let fourth = day(year, 1, 4)
        return fourth - fourth % 7 + number * 7 - 1
    }

    /// The Julian day number, which a Monday leaves divisible by 7; month 13 is January of the next year.
    private static func day(_ year: Int, _ month: Int, _ day: Int = 1) -> Int {
        let (year, month) = month > 12 ? (year + 1, month - 12) : (year, month)
        let isEarly = month < 3
        let (years, months) = (year + 4800 - (isEarly ? 1 : 0), month + (isEarly ? 9 : -3))
        return day + (153 * months + 2) / 5 + 365 * years + years / 4 - years / 100 + years / 400 - 32_045
    }

    /// `< 108 per 1000`, `= 62% (± 2)`, `≤ -€ 21.055.000`, `gereed` as a comparator with a value.
    private func bound(_ text: String) -> [String: Any]? {
        if text == "gereed" { return ["comparator": "=", "value": "1"] }
        let signs = ["<": "<", "≤": "<=", ">": ">", "≥": ">=", "=": "="]
        guard let sign = text.first.flatMap({ signs[String($0)] }) else { return nil }
        let sides = text.dropFirst().split(separator: "(± ", maxSplits: 1)
        guard let value = sides.first.flatMap({ number($0) }) else { return nil }
        var bound: [String: Any] = ["comparator": sign, "value": value]
        bound["margin"] = sides.count == 2 ? number(sides[1]) : nil
        return bound
    }

    /// The number before its unit; of money the amount in the unit of the indicator.
    private func number(_ text: Substring) -> String? {
        guard !isMoney || !text.contains("€") else { return Self.amount(String(text)).flatMap(inOwnUnit) }
        let digits = text.drop { $0 == " " }.prefix { "0123456789,-".contains($0) }
        return digits.isEmpty ? nil : String(digits).replacing(",", with: ".")
    }
}
