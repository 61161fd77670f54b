/// Who can do something about a fault.
enum Remedy: Hashable {
    /// Whoever supplied the file.
    case supplier
    /// Only the administrator: the configuration lacks something.
    case administrator
    /// One or the other, whoever knows what is right.
    case either
    /// Nobody: the file has nothing to take in.
    case nobody
}

extension RowFault {
    /// Who can do something about it.
    var remedy: Remedy {
        // What was meant is known.
        if detail?.isHint == true { return .supplier }
        if case .namedPeriod(let place, _, _, _)? = detail { return place == .profile ? .administrator : .either }
        if case .sheets(_, withFigures: _?, isOwnForm: false)? = detail { return .either }
        return reason.remedy
    }
}

extension FaultDetail {
    /// Whether it names what was perhaps meant.
    fileprivate var isHint: Bool {
        if case .nearest = self { return true }
        if case .nearestOf = self { return true }
        return false
    }
}

extension IntakeReason {
    /// The reasons for which the configuration is to be changed, whatever the file says.
    private static let ofConfiguration: Set<IntakeReason> = [
        .needsProfile, .profileDoesNotFit, .unpinnedDimension, .forecastNotPinned, .marginNotKnown, .endedTheProgram,
    ]

    /// Those of which nobody can tell from here whether the file is wrong or the configuration.
    private static let ofEither: Set<IntakeReason> = [
        .unknownIndicator, .unknownArea, .noWatchedArea, .areaRefused, .noSuchSheet, .decimalSignOfOtherForm,
        .decimalSignUnclear, .tooManyDecimals, .thousandsOrDecimals, .periodNotNamed, .periodNotWatched,
    ]

    fileprivate var remedy: Remedy {
        if self == .noNumbers { return .nobody }
        if Self.ofConfiguration.contains(self) { return .administrator }
        return Self.ofEither.contains(self) ? .either : .supplier
    }
}

extension IntakeTally {
    /// Who can do something about its faults; `nil` where it has none.
    var remedy: Remedy? {
        let all = Set(faults.map(\.remedy)).subtracting(faults.count > 1 ? [.nobody] : [])
        // Of those that are only counted nobody says here who can solve them.
        if unnamedFaults > 0, all == [.administrator] { return .either }
        return all.count > 1 ? .either : all.first
    }
}
