/// How much the start of a sheet looks like a table with figures.
package struct SheetLook: Hashable, Sendable {
    /// Whether it is in one of Peilwacht's own forms, which are read without a profile.
    package let isOwnForm: Bool
    /// Its numbers, as far as a table was recognised.
    package let numbers: Int

    /// So much of a sheet is looked at, in bytes.
    package static let sample = 65_536

    /// Looks at the first lines of a sheet.
    ///
    /// - Parameters:
    ///   - bytes: its lines as text.
    ///   - isWhole: whether these are all.
    ///   - origin: what it is called.
    package init(_ bytes: [UInt8], isWhole: Bool, of origin: SheetOrigin) {
        var head = FileHead(bytes: bytes, encoding: .utf8, fileName: nil, isWholeFile: isWhole)
        head.container = .sheet(origin)
        let form = (try? HeaderSurvey(head, profiles: []))?.form
        isOwnForm = form.map { if case .table = $0 { false } else { true } } ?? false
        let table = SeparatorChoice(head)
        let records = isOwnForm || table != nil ? head.records(SheetText.separator) : []
        numbers = records.reduce(0) { $0 + $1.texts.count(where: HeaderMarks.isNumber) }
    }

    /// Whether there are figures to take in.
    package var hasFigures: Bool { numbers > 0 }
}

extension FileFault {
    /// The same of a workbook that was looked through: what its other sheets are, and which of them has the figures.
    ///
    /// - Parameters:
    ///   - others: the visible sheets beside the one that was read.
    ///   - sheet: the one that was read.
    ///   - likely: the one of the others that has more figures than that.
    /// - Returns: the fault to be told.
    package func among(
        _ others: [String],
        of sheet: SheetOrigin,
        likely: (name: String, look: SheetLook)?
    ) -> FileFault {
        guard likely != nil || reason == .noTableInSheet else { return self }
        return FileFault(
            .noTableInSheet,
            cell: sheet.name,
            detail: .sheets(others, withFigures: likely?.name, isOwnForm: likely?.look.isOwnForm ?? false)
        )
    }

    /// Whether another sheet of the workbook may have what this one lacks.
    package var mayBeOfOtherSheet: Bool {
        [.noTableInSheet, .headerNotRecognised, .needsProfile, .noNumbers, .noRows, .emptyFile].contains(reason)
            || lacksAllColumns
    }

    /// Whether a header was taken for our own by a word that stands in other texts too, such as `Toelichting`.
    private var lacksAllColumns: Bool {
        let missing = faults.filter { $0.reason == .missingColumn }
        return missing.count == PlainColumn.required.count
    }
}
