package import Indicators

/// What a finding of the rule `benchmark` rests on: the latest value beside those of other areas in the same period.
package struct BenchmarkEvidence: InformingEvidence {
    package static let rule = RuleName("benchmark")

    /// A group with which nothing could be compared.
    package struct Silence: Hashable, Sendable, Codable {
        /// What people call the group; `nil` for the country as a whole.
        package let group: String?
        /// The period of the latest value.
        package let period: Period
        /// How many others of the group have a value of it.
        package let members: Int
        /// How many others the group has.
        package let size: Int
    }

    package let reason: BenchmarkReason
    /// One for each group that could be compared with, in the order of the configuration.
    package let standings: [GroupStanding]
    package let silent: [Silence]
    /// So many others are needed.
    package let leastMembers: Int
    package let better: Better

    init(
        _ reason: BenchmarkReason,
        standings: [GroupStanding] = [],
        silent: [Silence] = [],
        leastMembers: Int,
        better: Better
    ) {
        self.reason = reason
        self.standings = standings
        self.silent = silent
        self.leastMembers = leastMembers
        self.better = better
    }

    package var isIdle: Bool { reason == .noValue || reason == .partOfMunicipality }

    package var statusJSON: JSONObject? {
        guard !standings.isEmpty else { return nil }
        var object = JSONObject()
        object.add("groups", .array(standings.map { .object(Self.json($0)) }))
        object.add("reason", text: reason.rawValue)
        return object
    }

    private static func json(_ standing: GroupStanding) -> JSONObject {
        var object = JSONObject()
        object.add("group", text: standing.group ?? AreaGroup.countryID)
        object.add("period", text: standing.period.description)
        object.add("value", number: standing.reference)
        object.add("difference", number: standing.difference)
        object.add("rank", count: standing.rank)
        object.add("of", count: standing.isCountry ? nil : standing.count)
        object.add("quarter", count: standing.quarter?.rawValue)
        object.add("z", number: standing.zScore)
        return object
    }
}
