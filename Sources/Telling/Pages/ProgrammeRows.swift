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
    let disclosure: Disclosure
    let zone: LocalZone
    let words: PageWords

    /// The table of these entries; `nil` where there are none.
    func table(_ kind: Kind, _ entries: [ProgrammePage.Entry], _ package: String) -> HTML? {
        guard let first = entries.first else { return nil }
        var table = PageTable(
            caption: caption(kind, package),
            columns: columns(kind),
            rows: entries.map { row(kind, $0) }
        )
        table.id = "t-\(Self.letters(first.subject.indicator.id.description))"
        table.look = kind == .activity ? .activities : .measured
        return table.html
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
        let (since, owner) = (words.say("Melding sinds", "Alert since"), words.say("Eigenaar", "Owner"))
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
                    words.say("Begroot", "Budget"),
                ]
            }
        let plain = { (titles: [String]) in titles.map { PageTable.Column($0) } }
        return plain(heads) + (kind == .activity ? [] : [course]) + plain([since, owner])
    }

    private func row(_ kind: Kind, _ entry: ProgrammePage.Entry) -> [HTML] {
        let told = entry.assessment.told(by: disclosure)
        return [name(entry), LightMark(told.light, words.phrases).html, words.latest(told), words.target(told)]
            + (kind == .activity ? [] : [course(entry)])
            + [since(entry), "\(told.indicator.owner?.oneLine(limit: 80) ?? "–")"]
    }

    private func since(_ entry: ProgrammePage.Entry) -> HTML {
        guard let since = entry.since else { return "–" }
        let mark = since.isOpeningState ? words.phrases.openingState : ""
        return "<span class=\"day\">\(words.day(zone.local(since.moment).date))</span>\(words.small(mark))"
    }

    private func name(_ entry: ProgrammePage.Entry) -> HTML {
        let indicator = entry.subject.indicator
        let address = PageAddress.indicator(programme: programme, indicator.id)
        return "<a href=\"\(address.path)\">\(indicator.title.oneLine(limit: 200))</a>\(words.parts(entry.parts))"
    }

    private func course(_ entry: ProgrammePage.Entry) -> HTML {
        SeriesChart(entry.subject, entry.assessment, by: disclosure, language: words.phrases.language)
            .flatMap(Sparkline.init)?.html ?? "<span class=\"muted\">–</span>"
    }
}
