package import Alerting
internal import Assessment
package import Indicators

/// What a digest says, before it gets a form: the plain text and the page are both made of this.
package struct DigestPage: Sendable {
    /// A heading with what stands under it.
    struct Section: Sendable {
        let heading: String
        let introduction: String?
        var table: Table?
        var entries: [Entry] = []
        var rows: [RowGroup] = []
        var lines: [String] = []
    }

    /// Numbers in rows and columns.
    struct Table: Sendable {
        /// The heading of each column.
        let columns: [String]
        /// What each row is about, and its cells.
        let rows: [(title: String, cells: [String])]
    }

    /// Alerts that are still open, of one package.
    struct RowGroup: Sendable {
        let name: String?
        /// The headings of the cells.
        let columns: [String]
        let rows: [Row]
    }

    /// An alert in a row; where it has fewer cells than columns, its first one is as wide as is left.
    struct Row: Sendable {
        let light: Light
        /// The word of the light.
        let word: String
        let title: String
        let cells: [Figure]
        let notes: [String]
        /// Where to look further; `nil` where there is no page.
        var link: String?
    }

    /// One alert in a card.
    struct Entry: Sendable {
        /// The series whose chart stands in it; `nil` where none does.
        var series: SeriesKey?
        let light: Light
        /// The word of the light.
        let word: String
        let title: String
        let verdict: String
        /// The value in large; `nil` where there is none.
        var measure: DigestMeasure?
        let facts: [Figure]
        /// Where to look further; `nil` where there is no page.
        var link: String?
        /// Where the reader takes it up without signing in; `nil` where that cannot be.
        var takeUp: String?
    }

    let language: Language
    /// The subject as people read it.
    package let subject: String
    /// What mail programs show behind the subject; on the page nobody sees it.
    let firstLine: String
    /// What kind of mail it is.
    let occasion: String
    let heading: String
    let strip: DigestStrip
    let lead: [String]
    let sections: [Section]
    /// The paragraphs that close it.
    private(set) var about: [String]
    /// The closing sentence, followed by the address.
    let contact: String
    let contactAddress: String
    /// Where everything can be looked at; `nil` where there is no page.
    let overview: String?
    /// The pictures of the cards, by series.
    let charts: [SeriesKey: ChartPicture]

    /// The page of a digest.
    ///
    /// - Parameters:
    ///   - digest: what is told.
    ///   - sender: who it is from.
    ///   - zone: the zone of its dates.
    ///   - language: the language of its texts.
    ///   - limits: how much is told in full.
    ///   - charts: the pictures for its cards; a card without one goes without.
    package init(
        _ digest: Digest,
        sender: MailSender,
        zone: LocalZone,
        language: Language,
        limits: DigestLimits = .most,
        charts: [SeriesKey: ChartPicture] = [:]
    ) {
        self.language = language
        self.charts = charts
        let digest = digest.inPlaces
        let words = DigestWords(phrases: Phrases(language))
        let tally = DigestTally(digest)
        let headline = DigestHeadline(words: words)
        let opening = DigestOpening(digest: digest, tally: tally, words: words, zone: zone)
        subject = DigestSubject.line(digest, language: language)
        heading = headline.heading(digest, tally)
        firstLine = headline.firstLine(digest, tally, heading: heading)
        occasion = opening.occasion
        strip = opening.strip
        lead = opening.lead
        sections =
            DigestSections(
                digest: digest,
                entries: DigestEntries(words: words, zone: zone, limits: limits, sender: sender)
            )
            .all
        let hasTakeUp = sections.contains { $0.entries.contains { $0.takeUp != nil } }
        about =
            DigestClosing(words: words, zone: zone).sentences(for: digest) + (hasTakeUp ? [words.takeUpIsPersonal] : [])
        contact = words.contact
        contactAddress = sender.address.oneLine()
        overview = sender.link(to: .overview)
    }

    /// A page of these parts.
    init(
        language: Language,
        subject: String,
        occasion: String,
        heading: String,
        lead: [String],
        sections: [Section],
        about: [String],
        words: DigestWords,
        sender: MailSender
    ) {
        self.language = language
        self.subject = subject
        self.occasion = occasion
        self.heading = heading
        self.lead = lead
        self.sections = sections
        self.about = about
        firstLine = ""
        strip = .none
        charts = [:]
        contact = words.contact
        contactAddress = sender.address.oneLine()
        overview = sender.link(to: .overview)
    }

    /// What stands on, or before, the address by which an alert is taken up.
    var takeUpWords: String { Phrases(language).say("Oppakken", "Take up") }

    /// What stands before the address of the overview.
    var overviewWords: String { Phrases(language).say("Alles bij elkaar:", "All of it together:") }

    /// The series whose chart has a place on the page, in the order of the cards.
    package var pictured: [SeriesKey] { sections.flatMap(\.entries).compactMap(\.series) }
}

extension DigestPage {
    /// Says where the figures behind the alerts are; nothing where there are none.
    ///
    /// - Parameters:
    ///   - table: the name of the file that goes with the mail.
    ///   - isLeftOut: whether it was too large to go with it.
    package mutating func note(table: String?, isLeftOut: Bool) {
        let phrases = Phrases(language)
        if let table {
            about.append(phrases.whereFiguresAre(table))
        } else if isLeftOut {
            about.append(
                phrases.say(
                    "De cijfers achter deze meldingen zijn te veel voor een bijlage. Vraag ze aan het adres hieronder.",
                    "The figures behind these alerts are too many for an attachment. Ask for them at the address below."
                )
            )
        }
    }
}
