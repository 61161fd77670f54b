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
        var lines: [String] = []
    }

    /// Numbers in rows and columns.
    struct Table: Sendable {
        /// The heading of each column.
        let columns: [String]
        /// What each row is about, and its cells.
        let rows: [(title: String, cells: [String])]
    }

    /// One alert in full.
    struct Entry: Sendable {
        let light: Light
        /// The word of the light.
        let word: String
        let title: String
        let verdict: String
        let facts: [Figure]
    }

    let language: Language
    /// The subject as people read it.
    package let subject: String
    let heading: String
    let lead: [String]
    let sections: [Section]
    let aboutHeading: String
    let about: [String]
    /// The closing sentence, followed by the address.
    let contact: String
    let contactAddress: String

    package init(
        _ digest: Digest,
        sender: MailSender,
        zone: LocalZone,
        language: Language,
        limits: DigestLimits = .most
    ) {
        self.language = language
        let digest = digest.inPlaces
        let phrases = Phrases(language)
        let words = DigestWords(phrases: phrases)
        let tally = DigestTally(digest)
        let isEmpty = digest.items.isEmpty && digest.failures.isEmpty
        let entries = DigestEntries(words: words, zone: zone, limits: limits)
        subject = DigestSubject.line(digest, language: language)
        heading = words.heading(digest.occasion, on: phrases.dateWithWeekday(zone.local(digest.composedAt).date))
        lead = [words.occasion(digest.occasion), isEmpty ? words.nothingToTell : words.summary(tally)].compactMap(
            \.self
        )
        sections =
            Digest.Section.allCases.flatMap { entries.sections($0, of: digest) } + entries.failures(digest.failures)
        aboutHeading = words.aboutHeading
        about = DigestClosing(words: words, zone: zone).sentences(for: digest)
        contact = words.contact
        contactAddress = sender.address.oneLine()
    }

    /// A page of these parts.
    init(
        language: Language,
        subject: String,
        heading: String,
        lead: [String],
        sections: [Section],
        about: [String],
        words: DigestWords,
        sender: MailSender
    ) {
        self.language = language
        self.subject = subject
        self.heading = heading
        self.lead = lead
        self.sections = sections
        self.about = about
        aboutHeading = words.aboutHeading
        contact = words.contact
        contactAddress = sender.address.oneLine()
    }
}
