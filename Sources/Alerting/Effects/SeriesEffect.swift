package import Assessment
package import Indicators

/// What became of one series, as far as somebody sees it: its light, its alerts, and who is told.
package struct SeriesEffect: Hashable, Sendable, Codable {
    /// What happened to one alert.
    package struct Change: Hashable, Sendable, Codable {
        package let rule: RuleName
        package let kind: AlertEventKind

        package init(rule: RuleName, kind: AlertEventKind) {
            self.rule = rule
            self.kind = kind
        }
    }

    /// Somebody who is told.
    package struct Told: Hashable, Sendable, Codable {
        package let address: String
        /// The slot of the digest, as ``DigestSlot`` writes it; `nil` for a mail at once.
        package let slot: String?

        package init(address: String, slot: DigestSlot? = nil) {
            self.address = address
            self.slot = slot?.description
        }
    }

    package let series: SeriesKey
    /// Whether it is the series that its indicator is expected to have: that of the programme's own area, of everybody.
    package let isExpected: Bool
    /// The period of the newest value.
    package let period: Period?
    package let light: Light
    /// The light before; `nil` where the series had not been judged, or a store of an earlier version did not keep it.
    package let before: Light?
    package let changes: [Change]
    /// The first of those who are told, who is told at once in front.
    package let told: [Told]
    /// How many more are told.
    package let otherTold: Int

    /// So many of those who are told are named.
    private static let mostNamed = 5

    package init(
        series: SeriesKey,
        isExpected: Bool,
        period: Period?,
        light: Light,
        before: Light?,
        changes: [Change] = [],
        told: [Told] = []
    ) {
        self.series = series
        self.isExpected = isExpected
        self.period = period
        self.light = light
        self.before = before
        self.changes = changes
        self.told = Array(told.prefix(Self.mostNamed))
        otherTold = max(0, told.count - Self.mostNamed)
    }

    /// The same where neither the light nor which way an alert went may be told.
    var ofHidden: SeriesEffect {
        let told = changes.map { Change(rule: $0.rule, kind: $0.kind.ofHidden(isClosed: $0.kind == .resolved)) }
        return SeriesEffect(self, light: .grey, before: .grey, changes: told)
    }

    /// The same where the light that it had may not be told.
    var afterHidden: SeriesEffect { SeriesEffect(self, light: light, before: .grey, changes: changes) }

    private init(_ effect: SeriesEffect, light: Light, before: Light, changes: [Change]) {
        series = effect.series
        isExpected = effect.isExpected
        period = effect.period
        told = effect.told
        otherTold = effect.otherTold
        self.light = light
        self.before = before
        self.changes = changes
    }

    /// Whether the light is another one.
    package var changesLight: Bool { before != light }

    private var isWorse: Bool { before.map { $0.gravity < light.gravity } ?? false }

    /// The worst light first, and of one light what became worse.
    func precedes(_ other: SeriesEffect) -> Bool {
        if light != other.light { return light.gravity > other.light.gravity }
        return isWorse == other.isWorse ? series < other.series : isWorse
    }
}
