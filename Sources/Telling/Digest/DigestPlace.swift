internal import Alerting
internal import Assessment

/// Where an item of a digest stands on its page, in this order.
enum DigestPlace: String, CaseIterable, Hashable, Sendable {
    /// In a card of its own: what is red, and what is new.
    case attention
    case corrected
    case changed
    case edited
    /// What has not been received, a line for each supplier.
    case late
    case good
    /// What ended without being known to be well.
    case closed
    /// What was told before, in a table.
    case open
}

extension Digest {
    /// The items that stand in a place, in their order, the gravest first.
    ///
    /// What is red and was told before comes behind the news.
    func items(at place: DigestPlace) -> [Item] {
        let items = items.filter { $0.place == place }
        return items.filter { !$0.isReminder } + items.filter(\.isReminder)
    }
}

extension Digest.Item {
    /// Where it stands.
    var place: DigestPlace {
        switch section {
        case .edited: .edited
        case .corrected: .corrected
        case .resolved: isKnownToBeWell ? .good : .closed
        case .new, .reminded: isLate ? .late : .attention
        case .worsened, .changed, .eased: isLate ? .late : isRed ? .attention : .changed
        case .stillOpen: isLate ? .late : isReminder ? .attention : .open
        }
    }

    /// Whether it only tells of values that have not been received.
    var isLate: Bool { !isClosed && all.allSatisfy { $0.isClosed || $0.counted.allSatisfy(\.facts.isLate) } }

    /// Whether what leads it is only late, whatever stands beside.
    var isLedByLate: Bool { !isClosed && counted.allSatisfy(\.facts.isLate) }

    /// Whether something of it that is open is red.
    var isRed: Bool { all.contains { !$0.isClosed && $0.light == .red } }

    /// Whether it is red, was told before, is not silent, and nobody has taken it up.
    ///
    /// It stands in a short card until somebody does, or it ends. What was so before anyone watched has had a mail of its
    /// own.
    var isReminder: Bool {
        section == .stillOpen && isRed && !episode.facts.isOpeningState && episode.handling.acknowledgement == nil
            && episode.handling.silence == nil
    }

    private var isKnownToBeWell: Bool {
        all.allSatisfy { item in
            !item.isClosed || item.counted.allSatisfy { $0.facts.light(isClosed: true) == .green }
        }
    }
}

extension FindingFacts {
    /// Whether it is told of a value that has not been received, and is no graver than that.
    var isLate: Bool { severity == .warning && evidence.of(OverdueEvidence.self) != nil }
}
