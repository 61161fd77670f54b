internal import Feeds
internal import Indicators

/// Reads what the configuration says of one supplier's files.
struct FeedReader {
    let faults: FaultList

    /// A profile at the place of its id, with every indicator that it names.
    struct Draft {
        let profile: Located<FeedProfile>
        let indicators: [Located<IndicatorID>]
    }

    /// The profile; `nil` where something of it is missing, which is then among the faults.
    func feed(_ root: YAMLNode) -> Draft? {
        guard let section = Section(root, as: .feed, faults: faults) else { return nil }
        let id = section.value("feed", expecting: Notations.idWords, Notations.id)
        let pattern = section.text("files")
        let schema = SchemaReader(faults: faults).schema(in: section)
        let encoding = section.word("encoding", of: TextEncoding.self)
        let separator = section.word("separator", of: Separator.self)
        let decimalSign = section.word("decimal_sign", of: DecimalSign.self)
        let faultyRows = section.word("faulty_rows", of: FeedProfile.FaultyRows.self)
        let otherAreas = section.word("other_areas", of: FeedProfile.OtherAreas.self)
        if !section.has("files"), !section.has("schema") {
            faults.add(
                "a feed has no 'files'; add it: the names of the files that it is for, as in 'cbs-*.csv'",
                at: section.place
            )
        }
        guard let id, pattern != nil || schema != nil else { return nil }
        let profile = id.map {
            FeedProfile(
                name: $0,
                filePattern: (pattern?.value).map { Glob($0) },
                encoding: encoding?.value,
                separator: separator?.value,
                decimalSign: decimalSign?.value,
                faultyRows: faultyRows?.value ?? .refuseFile,
                otherAreas: otherAreas?.value ?? .skip,
                schema: schema?.schema
            )
        }
        return Draft(profile: profile, indicators: schema?.indicators ?? [])
    }
}
