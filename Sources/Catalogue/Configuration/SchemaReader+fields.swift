internal import Feeds
internal import Indicators

extension SchemaReader {
    /// One item of `fields`, with the indicators that it names.
    func field(_ node: YAMLNode) -> (field: TableField, indicators: [Located<IndicatorID>])? {
        guard let section = Section(node, as: .field, faults: faults),
            let word = section.word("role", of: FieldRole.self)?.value
        else { return nil }
        let titles = [section.text("title")].compactMap { $0?.value } + section.texts("titles").map(\.value)
        let position = section.value("column", expecting: "the place of the column, from 1") { text in
            Int(digits: text).flatMap { (1...1000).contains($0) ? $0 : nil }
        }
        if titles.isEmpty, position == nil, word != .valueByPeriod {
            faults.add("a column has no 'title'; write the name that it has in the header", at: section.place)
            return nil
        }
        var indicators: [Located<IndicatorID>] = []
        guard let role = role(word, section, &indicators) else { return nil }
        let isOptional = section.value("optional", expecting: "'true' or 'false'") { Bool($0) }?.value ?? false
        return (TableField(titles: titles, position: position?.value, role: role, isOptional: isOptional), indicators)
    }

    private func role(
        _ word: FieldRole,
        _ section: Section,
        _ indicators: inout [Located<IndicatorID>]
    ) -> TableField.Role? {
        switch word {
        case .area: return .area(wanted: Set(section.areas("wanted")))
        case .period: return .period
        case .periodPart: return .periodPart
        case .dimension: return pins(section).map(TableField.Role.dimension)
        case .breakdown: return breakdown(section)
        case .indicator: return .indicator(members: members(section, &indicators))
        case .value: return .measure(measure(section, &indicators, when: conditions(section)))
        case .valueByPeriod: return .measureByPeriod(measure(section, &indicators, when: conditions(section)))
        case .margins: return margins(section)
        case .lower: return .lowerBound
        case .upper: return .upperBound
        case .status: return .status
        case .sampleSize: return .sampleSize
        case .source: return .source
        case .note: return .note
        case .ignored: return .ignored
        }
    }

    private func pins(_ section: Section) -> [String]? {
        if let pin = section.text("pin") { return [pin.value] }
        let pins = section.texts("pins").map(\.value)
        if !pins.isEmpty { return pins }
        faults.add("a dimension has no 'pin'; write the member whose rows count", at: section.place)
        return nil
    }

    private func breakdown(_ section: Section) -> TableField.Role? {
        guard let name = section.value("name", expecting: Notations.idWords, Notations.id) else {
            faults.add("a breakdown has no 'name', as in 'leeftijd'", at: section.place)
            return nil
        }
        var members: [String: String] = [:]
        for (member, part) in section.pairs("members") {
            members[member.value] = ["totaal", "total"].contains(part.value.lowercased()) ? "" : part.value
        }
        if members.isEmpty {
            faults.add("a breakdown has no 'members'; write for each member that counts its part", at: section.place)
        }
        return .breakdown(name: name.value, members: members)
    }

    private func margins(_ section: Section) -> TableField.Role? {
        let members = (section.text("value"), section.text("lower"), section.text("upper"), section.text("half_width"))
        switch members {
        case (let value?, let lower?, let upper?, nil):
            return .margins(Margins(value: value.value, lower: lower.value, upper: upper.value))
        case (let value?, nil, nil, let half?):
            return .margins(Margins(value: value.value, interval: .halfWidth(half.value)))
        default:
            faults.add(
                "'margins' needs 'value', and 'lower' and 'upper' or else 'half_width', the members that give them",
                at: section.place
            )
            return nil
        }
    }

    private func members(_ section: Section, _ indicators: inout [Located<IndicatorID>]) -> [String: Measure] {
        guard let node = section.node("members"), case .mapping(let entries) = node.content else {
            faults.add(
                "the column has no 'members'; write for each member that counts its indicator",
                at: section.place
            )
            return [:]
        }
        var members: [String: Measure] = [:]
        for entry in entries {
            if case .scalar(let id, _) = entry.value.content {
                indicators.append(Located(value: IndicatorID(id), place: entry.value.place))
                members[entry.key.value] = Measure(indicator: IndicatorID(id))
            } else if let member = Section(entry.value, as: .member, faults: faults) {
                members[entry.key.value] = measure(member, &indicators)
            }
        }
        return members
    }

    /// The members of other columns for whose rows only a column counts.
    private func conditions(_ section: Section) -> [String: String] {
        Dictionary(section.pairs("when").map { ($0.key.value, $0.value.value) }) { first, _ in first }
    }

    private func measure(
        _ section: Section,
        _ indicators: inout [Located<IndicatorID>],
        when: [String: String] = [:]
    ) -> Measure {
        let indicator = section.text("indicator").map { $0.map { IndicatorID($0) } }
        indicator.map { indicators.append($0) }
        let expected = "a power of ten from 0.001 through 1000000000, as in '1000'"
        return Measure(
            indicator: indicator?.value,
            unit: section.text("unit")?.value,
            scale: section.value("scale", expecting: expected, power)?.value ?? 0,
            breakdown: section.text("breakdown")?.value,
            when: when
        )
    }

    /// The power of ten that `1000` is.
    private func power(_ text: String) -> Int? {
        let powers = ["0.001": -3, "0.01": -2, "0.1": -1, "0,001": -3, "0,01": -2, "0,1": -1]
        if let power = powers[text] { return power }
        guard text.utf8.first == UInt8(ascii: "1"), (1...10).contains(text.utf8.count),
            text.utf8.dropFirst().allSatisfy({ $0 == UInt8(ascii: "0") })
        else { return nil }
        return text.utf8.count - 1
    }
}

extension Section {
    /// The codes in the list under the key.
    fileprivate func areas(_ key: String) -> [AreaCode] {
        texts(key).compactMap { text in
            value(of: text, for: key, expecting: Notations.areaWords) { AreaCode(cbs: $0) }?.value
        }
    }
}
