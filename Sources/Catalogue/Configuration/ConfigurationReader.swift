internal import Alerting
internal import Assessment
internal import Feeds
internal import Files
internal import Indicators

/// Reads `peilwacht.yaml` and what it names.
struct ConfigurationReader {
    let context: LoadingContext

    /// The configuration; `nil` where a part is missing, which is then among the faults.
    func configuration(_ root: YAMLNode) -> Configuration? {
        guard let section = Section(root, as: .configuration, faults: context.faults) else { return nil }
        let language = section.word("language", of: Language.self)?.value ?? .nl
        let zone = zone(in: section)
        context.calendar = calendar(in: section)
        let paths = PathsReader(context: context).paths(in: section)
        let interval = interval(in: section)
        let largestFile = largestFile(in: section)
        let alertLogIsByMonth = alertLogIsByMonth(in: section)
        let retention = RetentionReader(faults: context.faults)
            .retention(in: section, logIsByMonth: alertLogIsByMonth)
        let rules = RuleReader(registry: context.rules).rules(in: section)
        let mail = MailReader(context: context).mail(in: section)
        let page = PageReader(context: context).page(in: section, controlSocket: paths?.controlSocket)
        let programmes = programmes(in: section)
        let feeds = feeds(in: section)
        let moments = DigestTimesReader(faults: context.faults).planningMoments(in: section)
        let subscriptions = SubscriptionReader(context: context, programmes: programmes, moments: moments)
            .subscriptions(in: section)
        let owners = OwnersReader(context: context, programmes: programmes).addresses(in: section)
        let deliveries = FeedDeliveries(feeds)
        let watched = RegisterBuilder(programmes: programmes, deliveries: deliveries, faults: context.faults).build()
        checkIndicators(of: feeds, in: watched.register)
        checkReceipts(of: feeds, in: section)
        let explainAfter = explainAfter(in: section)
        let limits = SmallNumbersReader(faults: context.faults).limits(in: section)
        guard context.faults.isEmpty, let zone, let paths else { return nil }
        return Configuration(
            language: language,
            zone: zone,
            folders: paths.folders,
            storePath: paths.store,
            alertLogPath: paths.alertLog,
            alertLogIsByMonth: alertLogIsByMonth,
            controlSocketPath: paths.controlSocket,
            evaluateEvery: interval,
            largestFile: largestFile,
            retention: retention,
            register: watched.register,
            persons: PersonCounts(watched.register, limits: limits, feeds: ofPersons(feeds)),
            feedProfiles: feeds.map(\.profile.value),
            rules: rules,
            mail: mail,
            page: page,
            subscriptions: subscriptions,
            planningMoments: moments,
            ownerAddresses: owners,
            explainAfter: explainAfter,
            transcript: watched.transcript,
            notes: notes(on: mail, subscriptions, in: section) + watched.notes
        )
    }

    private func alertLogIsByMonth(in section: Section) -> Bool {
        section.value("alert_log_rotate", expecting: "'never' or 'month'") { text in
            text == "month" ? true : text == "never" ? false : nil
        }?.value ?? false
    }

    /// Mail that fails without anybody being told stays unseen until somebody asks.
    private func notes(
        on mail: MailSettings?,
        _ subscriptions: [Subscription],
        in section: Section
    ) -> [ConfigurationNote] {
        var notes: [ConfigurationNote] = []
        if mail?.allowsPlain == true {
            notes.append(ConfigurationNote(.mailMayTravelOpen, at: section.keyPlace("mail")))
        }
        notes += Self.doubles(among: subscriptions).map { ConfigurationNote($0, at: section.keyPlace("subscriptions")) }
        guard mail?.relay != nil, !subscriptions.isEmpty, !subscriptions.contains(where: \.isAboutOperations) else {
            return notes
        }
        return notes + [ConfigurationNote(.failuresToldToNobody, at: section.keyPlace("subscriptions"))]
    }

    /// Subscriptions that mail one address about the same in the same way; capitals make no other address.
    private static func doubles(among subscriptions: [Subscription]) -> [Contradiction] {
        let own = subscriptions.filter { $0.escalation == nil }
        return own.indices.flatMap { later in
            own[..<later].filter { $0.mailsTheSame(as: own[later]) }
                .map { .subscribedTwice(address: own[later].who.address, $0.id, own[later].id) }
        }
    }

    private func zone(in section: Section) -> LocalZone? {
        guard let name = section.text("timezone") else { return defaultZone(in: section) }
        do throws(FileReader.Failure) {
            if let zone = try LocalZone.iana(name.value, files: context.zones) { return zone }
            let hint =
                NearestName.like(name.value, among: LocalZone.names(files: context.zones)).map {
                    "; the nearest known one is '\($0)'"
                } ?? ""
            context.faults.add("unknown time zone \(quoted(name.value))\(hint)", at: name.place)
        } catch {
            noteUnreadable(zone: name.value, at: name.place)
        }
        return nil
    }

    private func defaultZone(in section: Section) -> LocalZone? {
        let name = "Europe/Amsterdam"
        if let zone = try? LocalZone.iana(name, files: context.zones) { return zone }
        noteUnreadable(zone: name, at: section.place)
        return nil
    }

    /// Nobody wrote anything wrong: the system's own data are missing, or could not be read just now.
    private func noteUnreadable(zone name: String, at place: Place) {
        context.passing.add(
            "the system's data of the time zone \(quoted(name)) cannot be read; see that tzdata is installed, and try again",
            at: place
        )
    }

    /// Which days are working days, by which programmes and feeds reckon.
    private func calendar(in section: Section) -> WorkCalendar {
        guard let section = section.section("holidays", as: .holidays) else { return WorkCalendar() }
        let liberationDay = section.word("liberation_day", of: WorkCalendar.LiberationDay.self)
        let goodFriday = section.value("good_friday", expecting: "true or false") { Bool($0) }
        return WorkCalendar(
            liberationDay: liberationDay?.value ?? .yearly,
            hasGoodFriday: goodFriday?.value ?? false
        )
    }

    private func interval(in section: Section) -> Int {
        let expected = "\(Notations.durationWords), from 1s through 24h"
        return section.value("evaluate_every", expecting: expected) { text in
            Notations.duration(text).flatMap { $0 <= 86_400 ? $0 : nil }
        }?.value ?? 60
    }

    private func explainAfter(in section: Section) -> Int? {
        section.value("explain_after", expecting: "\(Notations.durationWords), from 1d through 366d") { text in
            Notations.duration(text).flatMap { (86_400...366 * 86_400).contains($0) ? $0 : nil }
        }?.value
    }

    private func largestFile(in section: Section) -> Int {
        let expected = "\(Notations.sizeWords), from 1 KiB through 1024 GiB"
        return section.value("largest_file", expecting: expected) { text in
            Notations.size(text).flatMap { (1 << 10...1 << 40).contains($0) ? $0 : nil }
        }?.value ?? 1 << 30
    }

    // MARK: The other files

    private func programmes(in section: Section) -> [ProgrammeDraft] {
        let patterns = section.texts("programmes")
        if section.isEmptyList("programmes") {
            context.faults.add(
                "'programmes' names no file; write a glob as in 'programmes/*.yaml'",
                at: section.keyPlace("programmes")
            )
        }
        return files(of: patterns, called: "programme").compactMap { file in
            context.document(file).flatMap { ProgrammeReader(context: context).programme($0) }
        }
    }

    private func feeds(in section: Section) -> [FeedReader.Draft] {
        let reader = FeedReader(
            faults: context.faults,
            calendar: context.calendar,
            checkAddress: context.checks.mailAddress
        )
        let drafts = files(of: section.texts("feeds"), called: "feed").compactMap { file in
            context.document(file).flatMap(reader.feed)
        }
        noteDuplicates(of: drafts.map { $0.profile.map(\.name) }, called: "feed", in: context.faults)
        return drafts
    }

    /// The indicators that feeds name whose values count persons.
    private func ofPersons(_ feeds: [FeedReader.Draft]) -> Set<IndicatorID> {
        Set(feeds.filter(\.profile.value.countsPersons).flatMap(\.indicators).map(\.value))
    }

    private func checkReceipts(of feeds: [FeedReader.Draft], in section: Section) {
        guard !section.has("mail") else { return }
        for address in feeds.compactMap(\.receiptTo) {
            context.faults.add(
                "'receipt_to' sends mail and there is no 'mail'; add it to the configuration",
                at: address.place
            )
        }
    }

    /// Sees to it that feeds bring values of indicators that there are, and that are measured.
    private func checkIndicators(of feeds: [FeedReader.Draft], in register: IndicatorRegister) {
        for id in feeds.flatMap(\.indicators) {
            guard let indicator = register.indicators[id.value] else {
                let known = register.indicators.keys.map(\.description)
                let hint = NearestName.find(id.value.description, in: known).map { "; did you mean '\($0)'?" } ?? ""
                context.faults.add("unknown indicator \(quoted(id.value.description))\(hint)", at: id.place)
                continue
            }
            if indicator.derivation != nil {
                context.faults.add(
                    "the indicator \(quoted(id.value.description)) is calculated, and cannot be supplied",
                    at: id.place
                )
            }
        }
    }

    /// The files of all globs, each once, in order.
    private func files(of patterns: [Located<String>], called kind: String) -> [String] {
        var files: [String] = []
        for pattern in patterns {
            guard let found = context.matches(pattern) else { continue }
            if found.isEmpty {
                context.faults.add(
                    """
                    the glob \(quoted(pattern.value)) matches no file; the \(kind) files are meant from the \
                    configuration's own folder
                    """,
                    at: pattern.place
                )
            }
            files += found.filter { !files.contains($0) }
        }
        return files
    }
}

/// Notes every name that was used before, with the place where it was used first.
func noteDuplicates(
    of names: [Located<String>],
    called kind: String,
    in faults: FaultList,
    wayOut: String = "give one of them another"
) {
    var first: [String: Place] = [:]
    for name in names {
        guard let earlier = first[name.value] else {
            first[name.value] = name.place
            continue
        }
        faults.add(
            """
            the \(kind) id \(quoted(name.value)) is used twice, first on \(earlier.named(from: name.place)); \
            \(wayOut)
            """,
            at: name.place
        )
    }
}

extension Subscription {
    /// Whether both mail one address about some of the same, both at fixed hours or both at once.
    fileprivate func mailsTheSame(as other: Subscription) -> Bool {
        who.address.lowercased() == other.who.address.lowercased() && about.overlaps(other.about)
            && (digest != nil && other.digest != nil || atOnce != nil && other.atOnce != nil)
    }
}

extension Subscription.Scope {
    /// Whether both surely cover something, as their names alone say.
    fileprivate func overlaps(_ other: Self) -> Bool {
        let isAll = [self, other].contains { $0.programmes.isEmpty && $0.packages.isEmpty && $0.owners.isEmpty }
        return isAll || !programmes.isDisjoint(with: other.programmes) || !packages.isDisjoint(with: other.packages)
            || !owners.isDisjoint(with: other.owners)
    }
}
