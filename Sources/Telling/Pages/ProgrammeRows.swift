internal import Assessment
internal import Indicators

/// The tables of one package: what is measured, what is done, and money, each with heads of its own.
struct ProgrammeRows {
    /// What a table is about.
    enum Kind: CaseIterable {
        case measured
        case activity
        case money

        init(_ indicator: Indicator) {
            self = indicator.isMilestone ? .activity : indicator.budget != nil ? .money : .measured
        }
    }

    let programme: String
    /// The page that the tables stand on.
    let page: PageAddress
    let disclosure: Disclosure
    let zone: LocalZone
    let words: PageWords

    /// The table of these entries; `nil` where there are none.
    func table(_ kind: Kind, _ entries: [ProgrammePage.Entry], _ package: String) -> PageTable? {
        guard let first = entries.first else { return nil }
        var table = PageTable(
            caption: caption(kind, package),
            columns: columns(kind),
            rows: entries.map { row(kind, $0) }
        )
        table.id = "t-\(Self.letters(first.subject.indicator.id.description))"
        table.look = kind == .activity ? .activities : .measured
        table.page = page
        return table
    }

    /// An id may be in another script or hold a blank: what is no letter, digit or hyphen becomes a number.
    private static func letters(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            return isPlain || scalar == "-" ? String(scalar) : "_\(scalar.value)"
        }
        .joined()
    }

    private func caption(_ kind: Kind, _ package: String) -> String {
        switch kind {
        case .measured: "\(words.say("Indicatoren", "Indicators")), \(package)"
        case .activity: "\(words.say("Activiteiten en mijlpalen", "Activities and milestones")), \(package)"
        case .money: "\(words.say("Begroting", "Budget")), \(package)"
        }
    }

    private func columns(_ kind: Kind) -> [PageTable.Column] {
        let (since, owner) = (words.say("Melding sinds", "Alert since"), words.owner)
        let light = words.say("Stoplicht", "Light")
        let course = PageTable.Column(words.say("Verloop", "Course"))
        let heads =
            switch kind {
            case .measured: ["Indicator", light, words.say("Waarde", "Value"), words.say("Streefwaarde", "Target")]
            case .activity:
                [words.say("Activiteit", "Activity"), light, words.say("Stand", "Standing"), words.say("Plan", "Plan")]
            case .money:
                [
                    words.say("Begrotingsregel", "Budget line"), light, words.say("Gerealiseerd", "Realised"),
                    words.say("Begroting", "Budget"),
                ]
            }
        let plain = { (titles: [String]) in titles.map { PageTable.Column($0) } }
        return plain(heads) + (kind == .activity ? [] : [course]) + plain([since, owner])
    }

    private func row(_ kind: Kind, _ entry: ProgrammePage.Entry) -> [PageCell] {
        let told = entry.assessment.told(by: disclosure)
        let light = LightMark(told.light, words.phrases)
        return [name(entry), light.cell, words.latest(told), words.target(told)]
            + (kind == .activity ? [] : [course(entry)])
            + [since(entry, told), told.indicator.owner.map { PageCell($0.oneLine(limit: 80)) } ?? .nothing]
    }

    /// Of what may not be told it is not told either whether there is an alert.
    private func since(_ entry: ProgrammePage.Entry, _ told: SeriesAssessment) -> PageCell {
        guard told.hidden == nil, entry.since != .notTold else { return PageCell(words.phrases.hiddenValue) }
        guard case .moment(let moment, let isOpeningState)? = entry.since else { return .nothing }
        let day = words.day(zone.local(moment).date)
        let mark = isOpeningState ? words.phrases.openingState : ""
        return PageCell("<span class=\"day\">\(day)</span>\(words.small(mark))", words.cell(day, mark).plain)
    }

    private func name(_ entry: ProgrammePage.Entry) -> PageCell {
        let indicator = entry.subject.indicator
        let address = PageAddress.indicator(programme: programme, indicator.id)
        let title = indicator.title.oneLine(limit: 200)
        return PageCell("<a href=\"\(address.path)\">\(title)</a>\(words.parts(entry.parts))", title)
    }

    /// A picture, which a spreadsheet does not get.
    private func course(_ entry: ProgrammePage.Entry) -> PageCell {
        let picture = SeriesChart(entry.subject, entry.assessment, by: disclosure, language: words.phrases.language)
            .flatMap(Sparkline.init)?.html
        return PageCell(picture ?? "<span class=\"muted\">–</span>", "")
    }
}
