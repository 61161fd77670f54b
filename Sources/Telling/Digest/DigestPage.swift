package import Alerting
internal import Assessment
package import Indicators

/// What a digest says, before it gets a form: the plain text and the page are both made of this.
package struct DigestPage: Sendable {
    /// A heading with what stands under it.
    struct Section: Sendable {
        let heading: String
        let introduction: String?
        var entries: [Entry] = []
        var lines: [String] = []
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

    package init(_ digest: Digest, sender: MailSender, zone: LocalZone, language: Language) {
        self.language = language
        let digest = digest.inPlaces
        let phrases = Phrases(language)
        let words = DigestWords(phrases: phrases)
        let tally = DigestTally(digest)
        let isEmpty = digest.items.isEmpty && digest.failures.isEmpty
        let entries = DigestEntries(words: words, zone: zone)
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
}
