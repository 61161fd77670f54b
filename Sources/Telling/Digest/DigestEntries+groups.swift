internal import Alerting
internal import Assessment
internal import Indicators

extension DigestEntries {
    /// A part of a section; what belongs to several comes behind those, and what belongs to none last.
    struct Group: Hashable, Comparable {
        let name: String?
        var isOfSeveral = false

        static func < (left: Group, right: Group) -> Bool { left.rank < right.rank }

        private var rank: (Int, String) { (name == nil ? 2 : isOfSeveral ? 1 : 0, name ?? "") }
    }

    func group(of item: Digest.Item, by grouping: Subscription.Grouping) -> Group {
        let names = Set(item.counted.map { words.group($0.facts.about, by: grouping) })
        guard let name = names.first, names.count == 1 else {
            return Group(name: words.severalGroups(by: grouping), isOfSeveral: true)
        }
        return Group(name: name)
    }
}

extension DigestWords {
    /// The group that an alert stands in; `nil` where nothing is grouped, or it is in none.
    fileprivate func group(_ about: IndicatorFacts, by grouping: Subscription.Grouping) -> String? {
        switch grouping {
        case .none: nil
        case .programme: about.programmeTitle.oneLine(limit: 80)
        case .package: say("pakket", "package") + " " + about.package.oneLine(limit: 60)
        case .layer: layer(about).map { say("laag", "layer") + " \($0)" }
        }
    }

    /// The group of what is told as one and is of several.
    fileprivate func severalGroups(by grouping: Subscription.Grouping) -> String? {
        switch grouping {
        case .none: nil
        case .programme: say("verschillende programma’s", "several programmes")
        case .package: say("verschillende pakketten", "several packages")
        case .layer: say("verschillende lagen", "several layers")
        }
    }
}
