internal import Alerting
internal import Assessment
internal import Files
internal import Indicators
internal import Mailing
internal import Storage
internal import Telling

/// Loads what goes with a digest beside its words: pictures of the series that are told in full, and their figures.
struct EnclosureLoader: Sendable {
    let store: any JudgingStore
    let active: ActiveConfiguration
    let disclosure: Disclosure
    /// `nil` where mails have no pictures.
    let pictures: PictureDesk?

    /// So many pictures are in a mail at most, of the first alerts, and of so many series the figures.
    private static let mostPictures = 20
    private static let mostSeries = 200

    /// What goes with the digest.
    ///
    /// - Throws: `StoreError`.
    func enclosures(for digest: Digest) async throws -> MailEnclosures {
        let items = digest.itemsInFull
        guard !items.isEmpty, pictures != nil || digest.subscription.attachesFigures else { return .none }
        var seen: Set<SeriesKey> = []
        let keys = items.map(\.episode.alert.series).filter { seen.insert($0).inserted }
        let loader = SubjectLoader(store: store, register: active.register, dependence: active.dependence)
        let subjects = try await loader.subjects(for: Array(keys.prefix(Self.mostSeries)))
        let table = digest.subscription.attachesFigures ? table(subjects) : EvidenceTable(active.language)
        let isTooLong = table.isTooLong || digest.subscription.attachesFigures && keys.count > Self.mostSeries
        return MailEnclosures(
            pictures: try await pictures(of: subjects, items, in: digest),
            table: table.isEmpty || isTooLong
                ? nil : MailEnclosures.Table(name: fileName(digest.composedAt), bytes: table.bytes),
            isTooLong: isTooLong
        )
    }

    private func table(_ subjects: [SeriesSubject]) -> EvidenceTable {
        var table = EvidenceTable(active.language)
        for subject in subjects where !subject.indicator.isMilestone {
            table.add(subject, in: active.register, by: disclosure)
        }
        return table
    }

    /// `peilwacht-2026-04-01.csv`.
    private func fileName(_ moment: Instant) -> String { "peilwacht-\(active.zone.local(moment).date).csv" }

    private func pictures(
        of subjects: [SeriesSubject],
        _ items: [Digest.Item],
        in digest: Digest
    ) async throws -> [(SeriesKey, MailEnclosures.Picture)] {
        guard let pictures else { return [] }
        // Nothing is drawn that has no place on the page.
        let sender = active.mailSender
        let page = DigestPage(digest, sender: sender, zone: active.zone, language: active.language)
        let shown = Set(page.pictured)
        let told = Dictionary(grouping: items, by: \.episode.alert.series)
        var made: [(SeriesKey, MailEnclosures.Picture)] = []
        for subject in subjects where made.count < Self.mostPictures {
            let key = subject.history.key
            guard shown.contains(key), (told[key] ?? []).allSatisfy({ $0.agrees(with: subject.history) }),
                let picture = try await picture(of: subject, by: pictures, at: digest.composedAt)
            else { continue }
            made.append((key, picture))
        }
        return made
    }

    private func picture(
        of subject: SeriesSubject,
        by pictures: PictureDesk,
        at now: Instant
    ) async throws -> MailEnclosures.Picture? {
        let assessment = active.assessor.assess(subject, at: now)
        guard let chart = SeriesChart(subject, assessment, by: disclosure, language: active.language),
            let svg = ChartSVG.render(chart, size: .mail), let png = await pictures.png(of: svg)
        else { return nil }
        let digest = FileDigest(of: png).description
        let picture = ChartPicture(
            contentID: try ContentID.make(digest: digest, sender: active.sender),
            alternative: chart.alternative,
            width: ChartSize.mail.width,
            height: ChartSize.mail.height
        )
        return MailEnclosures.Picture(picture, png: png)
    }
}

extension Digest {
    /// The alerts that a mail tells in full, each of one series.
    fileprivate var itemsInFull: [Item] {
        items.filter { item in
            guard item.fold == .whole else { return false }
            switch item.section {
            case .new, .worsened, .changed, .reminded, .eased, .corrected, .resolved: return true
            case .edited, .stillOpen: return false
            }
        }
    }
}

extension Digest.Item {
    /// Whether the value that is told is the one that holds: a picture that says something else than the words is none.
    fileprivate func agrees(with history: SeriesHistory) -> Bool {
        guard let value = episode.facts.value else { return true }
        guard let period = episode.facts.period else { return false }
        return history.observation(of: period)?.value == value.amount
    }
}
