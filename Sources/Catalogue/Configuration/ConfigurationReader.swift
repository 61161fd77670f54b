internal import Alerting
internal import Assessment
internal import Feeds
internal import Indicators

/// Reads `peilwacht.yaml` and what it names.
struct ConfigurationReader {
    let context: LoadingContext

    /// The configuration; `nil` where a part is missing, which is then among the faults.
    func configuration(_ root: YAMLNode) -> Configuration? {
        guard let section = Section(root, as: .configuration, faults: context.faults) else { return nil }
        let language = section.word("language", of: Language.self)?.value ?? .nl
        let zone = zone(in: section)
        let paths = PathsReader(context: context).paths(in: section)
        let interval = interval(in: section)
        let largestFile = largestFile(in: section)
        let rules = RuleReader(registry: context.rules).rules(in: section)
        let mail = MailReader(context: context).mail(in: section)
        let programmes = programmes(in: section)
        let feeds = feeds(in: section)
        let subscriptions = SubscriptionReader(context: context, programmes: programmes).subscriptions(in: section)
        let watched = RegisterBuilder(programmes: programmes, faults: context.faults).build()
        guard context.faults.isEmpty, let zone, let paths else { return nil }
        return Configuration(
            language: language,
            zone: zone,
            folders: paths.folders,
            storePath: paths.store,
            alertLogPath: paths.alertLog,
            controlSocketPath: paths.controlSocket,
            evaluateEvery: interval,
            largestFile: largestFile,
            register: watched.register,
            feedProfiles: feeds,
            rules: rules,
            mail: mail,
            subscriptions: subscriptions,
            transcript: watched.transcript,
            notes: watched.notes
        )
    }

    private func zone(in section: Section) -> LocalZone? {
        guard let name = section.text("timezone") else { return LocalZone(iana: "Europe/Amsterdam") }
        if let zone = LocalZone(iana: name.value) { return zone }
        let hint =
            NearestName.closest(to: name.value, among: LocalZone.systemNames).map {
                "; the nearest known one is '\($0)'"
            } ?? ""
        context.faults.add("unknown time zone \(quoted(name.value))\(hint)", at: name.place)
        return nil
    }

    private func interval(in section: Section) -> Int {
        let expected = "\(Notations.durationWords), from 1s through 24h"
        return section.value("evaluate_every", expecting: expected) { text in
            Notations.duration(text).flatMap { $0 <= 86_400 ? $0 : nil }
        }?.value ?? 60
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

    private func feeds(in section: Section) -> [FeedProfile] {
        let reader = FeedReader(faults: context.faults)
        let drafts = files(of: section.texts("feeds"), called: "feed").compactMap { file in
            context.document(file).flatMap(reader.feed)
        }
        noteDuplicates(of: drafts.map { $0.map(\.name) }, called: "feed", in: context.faults)
        return drafts.map(\.value)
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
