/// Says of a file that is in none of our own forms, and that no profile fits, what it is.
enum ForeignTable {
    /// Why it cannot be read; `nil` where its form is not known.
    static func fault(_ head: FileHead, stated: Separator?, profiles: [FeedProfile]) -> FileFault? {
        let named = profiles.filter { $0.schema != nil && $0.filePattern != nil }
        if let (profile, missing) = TableSearch(head, stated: stated, profiles: named).missing {
            return FileFault(
                .profileDoesNotFit,
                line: missing.line,
                cell: missing.title.title,
                detail: .profile(profile.name, nearest: missing.title.nearest)
            )
        }
        let separators = stated.map { [$0] } ?? Separator.allCases
        let found = separators.compactMap { TableRecognition(head.records($0)) }
            .max { rank($0.form) < rank($1.form) }
        if separators.contains(where: { isCodes(head.records($0)) }) { return FileFault(.codesAlone) }
        guard let found else { return nil }
        if found.form == .odata4, !found.isTextOnly, head.container != .bundle { return FileFault(.codesMissing) }
        return FileFault(found.isTextOnly ? .noNumbers : .needsProfile, detail: .tableForm(found.form))
            .ofFile(takenFor: Recognition(.table(found.form), marks: found.marks))
    }

    /// Whether the file is one of those that say what the codes in a delivery of OData 4 stand for, or describe it.
    private static func isCodes(_ records: [HeadRecord]) -> Bool {
        let names = records.first { !$0.isEmpty }?.texts.map(ColumnTitle.folded) ?? []
        return names.count > 3 && names[0] == "identifier" && names.contains("title") && names.contains("description")
    }

    /// The more special a form is, the more it counts that a separator gives it.
    private static func rank(_ form: TableForm) -> Int {
        switch form {
        case .statLineSymbols, .statLinePlain, .odata3, .odata4, .iv3, .swing, .sdmxCSV1, .sdmxCSV2: 3
        case .statLineTable, .statLineOld, .long: 2
        case .yearsAcross: 1
        case .table: 0
        }
    }
}

extension FileFault {
    /// Whether it says no more than that the file is a table of some kind.
    var isOfAnyTable: Bool { faults.first?.detail == .tableForm(.table) }
}
