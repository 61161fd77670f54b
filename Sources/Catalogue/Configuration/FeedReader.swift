internal import Feeds

/// Reads what the configuration says of one supplier's files.
struct FeedReader {
    let faults: FaultList

    /// The profile, at the place of its id.
    func feed(_ root: YAMLNode) -> Located<FeedProfile>? {
        guard let section = Section(root, as: .feed, faults: faults) else { return nil }
        let id = section.value("feed", expecting: Notations.idWords, Notations.id)
        let pattern = section.text("files")
        let encoding = section.word("encoding", of: TextEncoding.self)
        let separator = section.word("separator", of: Separator.self)
        let decimalSign = section.word("decimal_sign", of: DecimalSign.self)
        let faultyRows = section.word("faulty_rows", of: FeedProfile.FaultyRows.self)
        let otherAreas = section.word("other_areas", of: FeedProfile.OtherAreas.self)
        guard let id, let pattern else { return nil }
        return id.map {
            FeedProfile(
                name: $0,
                filePattern: Glob(pattern.value),
                encoding: encoding?.value,
                separator: separator?.value,
                decimalSign: decimalSign?.value,
                faultyRows: faultyRows?.value ?? .refuseFile,
                otherAreas: otherAreas?.value ?? .skip
            )
        }
    }
}
