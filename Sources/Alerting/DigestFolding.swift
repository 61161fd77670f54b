internal import Assessment
internal import Indicators

/// Tells as one what is one to its reader: the values that a supplier has not sent, and the many parts of areas that one
/// file brings.
enum DigestFolding {
    /// So many parts of one programme, by one rule, are still told one by one.
    static let fewParts = 5

    /// What counts as one.
    private enum Group: Hashable {
        /// Values of one supplier that have not come.
        case missing(section: Digest.Section, isOpeningState: Bool, supplier: String)
        case parts(section: Digest.Section, isOpeningState: Bool, programme: String, rule: RuleName)
    }

    /// The items, with those that belong together as one.
    ///
    /// The order does not count.
    ///
    /// - Parameters:
    ///   - items: the items.
    ///   - rest: what is told with them as a number.
    /// - Returns: the items, folded.
    static func folded(_ items: [Digest.Item], rest: OpeningSelection.Rest = .none) -> [Digest.Item] {
        let several = Dictionary(grouping: items, by: \.episode.alert.series).filter { $1.count > 1 }
        let groups = Dictionary(grouping: items) { item in
            let series = item.episode.alert.series
            return group(of: item, standsAlone: several[series] == nil && !rest.series.contains(series))
        }
        return groups.flatMap { group, items in
            switch group {
            case nil: items
            case .missing: items.count > 1 ? [one(items, .missing)] : items
            case .parts(let section, let isOpeningState, let programme, let rule):
                items.count > fewParts
                    ? [
                        one(
                            items,
                            .parts,
                            rest: section == .new && isOpeningState
                                ? rest.groups[OpeningSelection.Group(programme: programme, rule: rule)] : nil
                        )
                    ] : items
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

    /// The gravest first.
    private static func one(_ items: [Digest.Item], _ fold: Digest.Fold, rest: FoldedRest? = nil) -> Digest.Item {
        let gravities = items.map(\.episode.facts.gravity)
        let order = items.indices.sorted { left, right in
            guard gravities[left] == gravities[right] else { return gravities[left] > gravities[right] }
            return items[left].episode.run < items[right].episode.run
        }
        let episodes = order.map { items[$0].episode }
        return Digest.Item(
            section: items[0].section,
            episode: episodes[0],
            parts: Array(episodes.dropFirst()),
            fold: fold,
            rest: rest ?? .none,
            reminder: items[0].section == .reminded ? items[0].reminder : nil
        )
    }
}
