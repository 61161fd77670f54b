package import Indicators

extension Receipt {
    /// The receipt as it may be told: of what counts persons no small number, and no line or cell as it is written.
    package func told(by disclosure: Disclosure) -> Receipt {
        let isOfPersons = profile?.countsPersons == true
        guard !disclosure.isExact || isOfPersons else { return self }
        var told = self
        // Nobody knows what the lines of a file that was not understood are about.
        told.firstLines = []
        told.tally = tally.told(by: disclosure.ofPersons(isOfPersons), isOfPersons: isOfPersons)
        return told
    }
}

extension IntakeTally {
    fileprivate func told(by disclosure: Disclosure, isOfPersons: Bool) -> IntakeTally {
        var told = self
        told.faults = faults.map { $0.told(isOfPersons: isOfPersons) }
        told.revisions = revisions.map { $0.told(by: disclosure) }
        told.amended = amended.changed { $0.told(by: disclosure) }
        told.withdrawn = withdrawn.changed { $0.told(by: disclosure) }
        told.lapsed = lapsed.changed { $0.told(by: disclosure) }
        told.vanished = vanished.changed { $0.told(by: disclosure) }
        return told
    }
}

extension RowFault {
    /// The fault of a row as it may be told: its line and column lead to the cell for whoever has the file.
    fileprivate func told(isOfPersons: Bool) -> RowFault {
        guard line != nil, persons != nil || isOfPersons else { return self }
        switch column.flatMap(PlainColumn.init(named:)) {
        case .indicator, .period, .area, .breakdown, .unit, .status, .source, .referenceDate:
            return detail?.tellsNumbers == true ? withoutNumbers : self
        case .value, .lower, .upper, .sampleSize, .note, nil: return withoutNumbers
        }
    }
}
