internal import Assessment
internal import Indicators

/// Tells as one what is one to its reader: the values that a supplier has not sent, and the many parts of areas that one
/// file brings.
enum DigestFolding {
    /// So many parts of one programme, by one rule, are still told one by one.
    private static let fewParts = 5

    /// What counts as one.
    private enum Group: Hashable {
        /// Values of one supplier that have not come.
        case missing(section: Digest.Section, isOpeningState: Bool, supplier: String)
        case parts(section: Digest.Section, isOpeningState: Bool, programme: String, rule: RuleName)
    }

    /// The items, with those that belong together as one.
    ///
    /// The order does not count.
    static func folded(_ items: [Digest.Item]) -> [Digest.Item] {
        let several = Dictionary(grouping: items, by: \.episode.alert.series).filter { $1.count > 1 }
        let groups = Dictionary(grouping: items) { group(of: $0, standsAlone: several[$0.episode.alert.series] == nil) }
        return groups.flatMap { group, items in
            switch group {
            case nil: items
            case .missing: items.count > 1 ? [one(items, .missing)] : items
            case .parts: items.count > fewParts ? [one(items, .parts)] : items
            }
        }
    }

    private static func group(of item: Digest.Item, standsAlone: Bool) -> Group? {
        let (facts, alert) = (item.episode.facts, item.episode.alert)
        // What is told with others already, or was edited, has more to say than a count.
        guard item.parts.isEmpty, item.edit == nil else { return nil }
        // What else is told of the same series stands with it.
        if standsAlone, alert.rule == OverdueEvidence.rule, facts.lapse == nil, item.episode.closedAt == nil {
            return .missing(
                section: item.section,
                isOpeningState: facts.isOpeningState,
                supplier: supplier(of: facts.about)
            )
        }
        guard !alert.series.ancestors.isEmpty else { return nil }
        return .parts(
            section: item.section,
            isOpeningState: facts.isOpeningState,
            programme: facts.about.programme,
            rule: alert.rule
        )
    }

    /// Who has to send it: the supplier, else the source, else who owns it, else what it is part of.
    static func supplier(of about: IndicatorFacts) -> String {
        if let supplier = about.supplier { return "supplier \(supplier)" }
        if let source = about.source { return "source \(source)" }
        if let owner = about.owner { return "owner \(owner)" }
        let kind = about.isMilestone ? "milestone" : about.isBudgetLine == true ? "budget" : ""
        return "package \(about.programme)/\(about.package) \(kind)"
    }

    private static func one(_ items: [Digest.Item], _ fold: Digest.Fold) -> Digest.Item {
        let episodes = items.map(\.episode).sorted(by: precedes)
        return Digest.Item(
            section: items[0].section,
            episode: episodes[0],
            parts: Array(episodes.dropFirst()),
            fold: fold,
            reminder: items[0].section == .reminded ? items[0].reminder : nil
        )
    }

    /// The gravest first.
    private static func precedes(_ left: Episode, _ right: Episode) -> Bool {
        guard left.facts.gravity == right.facts.gravity else { return left.facts.gravity > right.facts.gravity }
        return (left.alert, left.number) < (right.alert, right.number)
    }
}
