internal import Indicators

/// Reads the groups of areas that values are compared with.
struct GroupReader {
    let faults: FaultList

    /// The groups of a programme, in their order.
    func groups(in programme: Section) -> [GroupDraft] {
        let groups = programme.list("groups").compactMap { group($0) }
        noteDuplicates(of: groups.map(\.id), called: "group", in: faults)
        return groups
    }

    private func group(_ node: YAMLNode) -> GroupDraft? {
        guard let section = Section(node, as: .group, faults: faults) else { return nil }
        let id = section.value("id", expecting: Notations.idWords, Notations.id)
        if let id, id.value == AreaGroup.countryID {
            faults.add("'\(AreaGroup.countryID)' is the country itself; give the group another id", at: id.place)
        }
        let title = section.text("title")
        let areas = section.texts("areas").compactMap { area($0) }
        noteTwice(areas)
        if section.isEmptyList("areas") {
            faults.add("'areas' of the group is empty; name its municipalities", at: section.keyPlace("areas"))
        }
        guard let id, let title else { return nil }
        return GroupDraft(id: id, title: title.value, areas: areas.map(\.value))
    }

    private func noteTwice(_ areas: [Located<AreaCode>]) {
        for (index, area) in areas.enumerated() where areas[..<index].contains(where: { $0.value == area.value }) {
            faults.add("the area '\(area.value)' stands twice in the group; remove one", at: area.place)
        }
    }

    private func area(_ text: Located<String>) -> Located<AreaCode>? {
        if let code = AreaCode(cbs: text.value) { return checked(Located(value: code, place: text.place)) }
        let meant = Municipalities.standard.areas(named: text.value)
        if let only = meant.first, meant.count == 1 { return checked(Located(value: only, place: text.place)) }
        faults.add(
            meant.isEmpty
                ? "there is no municipality \(quoted(text.value)); write its CBS code, as in 'GM0303'"
                : "\(quoted(text.value)) may be \(meant.map { "'\($0)'" }.joined(separator: " or ")); write the code",
            at: text.place
        )
        return nil
    }

    /// The area, where it is there and may be compared with a municipality.
    private func checked(_ area: Located<AreaCode>) -> Located<AreaCode>? {
        guard !area.value.isPartOfMunicipality else {
            faults.add("'\(area.value)' is a part of a municipality; a group has whole ones", at: area.place)
            return nil
        }
        guard area.value.isMunicipality else { return area }
        let today = Municipalities.standard.today(area.value)
        guard let known = Municipalities.standard.municipality(today) else {
            faults.add("no municipality has the code '\(area.value)'; correct it", at: area.place)
            return nil
        }
        if let until = known.until {
            let into = Municipalities.standard.successor(of: today).map { "; it became part of '\($0)'" } ?? ""
            faults.add("the municipality '\(area.value)' is no more since \(until)\(into)", at: area.place)
            return nil
        }
        return Located(value: today, place: area.place)
    }
}
