package import Alerting
package import Assessment
internal import Indicators

extension [Episode] {
    /// The alert that belongs to a light that is shown: of those of that light the one whose rule is told first.
    ///
    /// An indicator may have several open alerts. The date of another one beside a light and its finding would say of this
    /// finding what is not so.
    ///
    /// - Parameters:
    ///   - light: the light that is shown.
    ///   - findings: what the rules say now, in the order in which they are told.
    /// - Returns: the alert; beside red or amber `nil` where none of its findings has one; beside another light the gravest, and
    ///   `nil` where there is none that may be told.
    package func speaking(for light: Light, _ findings: [Finding]) -> Episode? {
        let told = filter { !$0.facts.isHidden }
        guard light == .red || light == .amber else { return told.min { $0.speaks(before: $1, findings) } }
        let own = findings.filter { $0.light == light }
        return told.filter { alert in
            alert.facts.light(isClosed: false) == light && own.contains { $0.rule == alert.alert.rule }
        }
        .min { $0.speaks(before: $1, own) }
    }
}

extension Episode {
    /// The gravest first, then the one whose rule is told first, then the one that is open longest.
    fileprivate func speaks(before other: Episode, _ findings: [Finding]) -> Bool {
        let (own, others) = (facts.light(isClosed: false).gravity, other.facts.light(isClosed: false).gravity)
        guard own == others else { return own > others }
        let (place, placeOfOther) = (findings.place(of: alert.rule), findings.place(of: other.alert.rule))
        return place == placeOfOther ? openedAt < other.openedAt : place < placeOfOther
    }
}

extension [Finding] {
    fileprivate func place(of rule: RuleName) -> Int { firstIndex { $0.rule == rule } ?? count }
}
