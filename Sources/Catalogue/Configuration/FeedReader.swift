internal import Feeds
internal import Indicators

/// Reads what the configuration says of one supplier's files.
struct FeedReader {
    let faults: FaultList
    /// Which days are working days.
    let calendar: WorkCalendar
    /// What is wrong with a mail address.
    let checkAddress: (String) -> String?

    /// A profile at the place of its id, with every indicator that it names.
    struct Draft {
        let profile: Located<FeedProfile>
        let indicators: [Located<IndicatorID>]
        /// Who gets receipts by mail.
        let receiptTo: Located<String>?
        /// By when its files come; `nil` where it does not say.
        let due: Cadence?
    }

    /// The profile; `nil` where something of it is missing, which is then among the faults.
    func feed(_ root: YAMLNode) -> Draft? {
        guard let section = Section(root, as: .feed, faults: faults) else { return nil }
        let id = section.value("feed", expecting: Notations.idWords, Notations.id)
        let schema = SchemaReader(faults: faults).schema(in: section)
        let receiptTo = address("receipt_to", in: section)
        let draft = id.map { profile($0, section, schema?.schema, receiptTo?.value) }
        if !section.has("files"), !section.has("schema") {
            faults.add(
                "a feed has no 'files'; add it: the names of the files that it is for, as in 'cbs-*.csv'",
                at: section.place
            )
        }
        let brought = indicators(in: section)
        guard let draft, section.has("files") || schema != nil else { return nil }
        return Draft(
            profile: draft,
            indicators: schema?.indicators ?? brought,
            receiptTo: receiptTo,
            due: section.has("due") ? draft.value.cadence : nil
        )
    }

    /// The indicators that files in one of our own forms bring.
    private func indicators(in section: Section) -> [Located<IndicatorID>] {
        if section.has("indicators"), section.has("schema") {
            faults.add(
                "the 'schema' says which indicators the files bring; remove it",
                at: section.keyPlace("indicators")
            )
        }
        return section.texts("indicators").map { $0.map { IndicatorID($0) } }
    }

    private func profile(
        _ id: Located<String>,
        _ section: Section,
        _ schema: TableSchema?,
        _ receiptTo: String?
    ) -> Located<FeedProfile> {
        let pattern = section.text("files")
        let encoding = section.word("encoding", of: TextEncoding.self)
        let separator = section.word("separator", of: Separator.self)
        let decimalSign = section.word("decimal_sign", of: DecimalSign.self)
        let faultyRows = section.word("faulty_rows", of: FeedProfile.FaultyRows.self)
        let otherAreas = section.word("other_areas", of: FeedProfile.OtherAreas.self)
        let counted = section.value("counts", expecting: "'persons'") { $0 == Counted.persons.rawValue ? $0 : nil }
        let supplied = (by: supplier(in: section), cadence: cadence(in: section))
        return id.map {
            FeedProfile(
                name: $0,
                filePattern: (pattern?.value).map { Glob($0) },
                encoding: encoding?.value,
                separator: separator?.value,
                decimalSign: decimalSign?.value,
                faultyRows: faultyRows?.value ?? .refuseFile,
                otherAreas: otherAreas?.value ?? .skip,
                schema: schema,
                supplier: supplied.by,
                cadence: supplied.cadence,
                receiptTo: receiptTo,
                countsPersons: counted != nil
            )
        }
    }

    private func supplier(in feed: Section) -> Supplier? {
        guard let node = feed.node("supplier") else { return nil }
        guard case .mapping = node.content else { return feed.text("supplier").map { Supplier(name: $0.value) } }
        guard let section = Section(node, as: .supplier, faults: faults), let name = section.text("name") else {
            return nil
        }
        return Supplier(name: name.value, address: address("address", in: section)?.value)
    }

    private func cadence(in section: Section) -> Cadence? {
        let kind = section.word("cadence", of: PeriodKind.self)
        let due = section.value("due", expecting: Notations.dueWords) { Deadline($0, calendar: calendar) }
        if section.has("due"), !section.has("cadence") {
            faults.add("'due' is about a cadence; add 'cadence', or remove it", at: section.keyPlace("due"))
        }
        return kind.map { Cadence($0.value, due: due?.value ?? Deadline(.days(0))) }
    }

    private func address(_ key: String, in section: Section) -> Located<String>? {
        guard let address = section.text(key) else { return nil }
        noteComplaint(checkAddress(address.value), about: address, key: key, in: faults)
        return address
    }
}
