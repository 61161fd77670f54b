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
        if separators.contains(where: { isCodes(head.records($0)) }) { return FileFault(.codesAlone) }
        if stated == nil, let other = OtherSeparator.found(in: head) {
            return FileFault(.separatorNotSupported, line: 1, cell: other)
        }
        guard let found = SeparatorChoice(head, stated: stated)?.recognition else { return nil }
        if found.form == .odata4, !found.isTextOnly, head.container != .bundle { return FileFault(.codesMissing) }
        return FileFault(hasNumbers(found, head, stated) ? .needsProfile : .noNumbers, detail: .tableForm(found.form))
            .ofFile(takenFor: Recognition(.table(found.form), marks: found.marks))
    }

    /// Whether there is something to describe: no profile is proposed for texts alone.
    private static func hasNumbers(_ found: TableRecognition, _ head: FileHead, _ stated: Separator?) -> Bool {
        !found.isTextOnly && TableSketch(head, stated: stated)?.hasNumbers ?? true
    }

    /// Whether the file is one of those that say what the codes in a delivery of OData 4 stand for, or describe it.
    private static func isCodes(_ records: [HeadRecord]) -> Bool {
        let names = records.first { !$0.isEmpty }?.texts.map(ColumnTitle.folded) ?? []
        return names.count > 3 && names[0] == "identifier" && names.contains("title") && names.contains("description")
    }
}

extension FileFault {
    /// Whether it says no more than that the file is a table of some kind.
    var isOfAnyTable: Bool { faults.first?.detail == .tableForm(.table) }
}
