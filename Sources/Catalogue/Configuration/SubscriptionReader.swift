internal import Alerting
internal import Assessment
internal import Indicators

/// Reads who is told about what, and when.
struct SubscriptionReader {
    let context: LoadingContext
    let programmes: [ProgrammeDraft]
    /// The moments of planning and control that the configuration lists.
    let moments: [PlanningMoment]

    /// The subscriptions in the order of the configuration.
    func subscriptions(in configuration: Section) -> [Subscription] {
        let drafts = configuration.list("subscriptions").flatMap { subscriptions($0) }
        noteDuplicates(
            of: drafts.map { $0.map(\.id) },
            called: "subscription",
            in: context.faults,
            wayOut: "give each an 'id' of its own"
        )
        return drafts.map(\.value)
    }

    /// A subscription, and the one that is told in its place.
    private func subscriptions(_ node: YAMLNode) -> [Located<Subscription>] {
        guard let section = Section(node, as: .subscription, faults: context.faults) else { return [] }
        let own = subscription(section)
        guard let draft = escalation(in: section), let own else { return [own].compactMap(\.self) }
        return [own, own.map { EscalationReader.subscription(of: $0, draft) }]
    }

    private func escalation(in section: Section) -> EscalationReader.Draft? {
        section.section("escalate", as: .escalate).flatMap { escalate in
            let to = who("to", in: escalate)
            return EscalationReader(faults: context.faults).draft(in: escalate, to: to?.value)
        }
    }

    private func subscription(_ section: Section) -> Located<Subscription>? {
        let id = section.value("id", expecting: Notations.idWords, Notations.id)
        let who = who("who", in: section)
        let about = about(in: section)
        let when = when(in: section)
        guard let who else { return nil }
        let subscription = Subscription(
            id: id?.value ?? who.value.address,
            who: who.value,
            about: about,
            digest: when.digest,
            atOnce: when.atOnce,
            grouping: section.word("group_by", of: Subscription.Grouping.self)?.value ?? .none,
            isAboutOperations: isAboutOperations(section, digest: when.digest),
            hasHeartbeat: when.hasHeartbeat,
            attachesFigures: section.value("csv", expecting: "true or false") { Bool($0) }?.value ?? true
        )
        return Located(value: subscription, place: id?.place ?? who.place)
    }

    private func isAboutOperations(_ section: Section, digest: DigestTimes?) -> Bool {
        guard let answer = section.value("operations", expecting: "true or false", { Bool($0) }) else { return false }
        if answer.value, digest == nil, section.has("when") {
            context.faults.add(
                "'operations: true' needs a 'digest' in 'when': that is where mails that failed are told",
                at: answer.place
            )
        }
        return answer.value
    }

    // MARK: Who

    private func who(_ key: String, in section: Section) -> Located<Subscription.Recipient>? {
        guard let node = section.node(key) else { return nil }
        if case .scalar = node.content {
            return address(key, in: section).map { Located(value: .init(address: $0.value), place: $0.place) }
        }
        guard let who = Section(node, as: .who, faults: context.faults), let address = address("address", in: who)
        else { return nil }
        return address.map { .init(address: $0, name: who.text("name")?.value) }
    }

    private func address(_ key: String, in section: Section) -> Located<String>? {
        guard let address = section.text(key) else { return nil }
        noteComplaint(context.checks.mailAddress(address.value), about: address, key: key, in: context.faults)
        return address
    }

    // MARK: About what

    private func about(in section: Section) -> Subscription.Scope {
        guard let node = section.node("about") else { return .init() }
        if case .scalar("all", _) = node.content { return .init() }
        guard case .mapping = node.content else {
            context.faults.add(
                "'about' has to be 'all' or a mapping with 'programmes', 'packages' or 'owners', not \(node.kindInWords)",
                at: node.place
            )
            return .init()
        }
        guard let about = Section(node, as: .about, faults: context.faults) else { return .init() }
        let programmes = about.texts("programmes")
        let packages = about.texts("packages")
        let owners = about.texts("owners")
        if programmes.isEmpty, packages.isEmpty, owners.isEmpty {
            context.faults.add(
                "'about' names no programme, package or owner; name one, or write 'about: all'",
                at: node.place
            )
        }
        check(programmes, among: self.programmes.map(\.id.value), called: "programme")
        let ids = self.programmes.flatMap(\.packages).map(\.id.value)
        let inFull = self.programmes.flatMap { programme in
            programme.packages.map { "\(programme.id.value)/\($0.id.value)" }
        }
        check(packages, among: ids + inFull, called: "package")
        let known = self.programmes.flatMap(\.packages).flatMap(\.indicators).compactMap(\.owner)
        check(owners, among: Array(Set(known)).sorted(), called: "owner")
        return .init(
            programmes: Set(programmes.map(\.value)),
            packages: Set(packages.map(\.value)),
            owners: Set(owners.map(\.value))
        )
    }

    private func check(_ names: [Located<String>], among known: [String], called kind: String) {
        for name in names where !known.contains(name.value) {
            let hint =
                NearestName.like(name.value, among: known).map { "; the nearest is '\($0)'" }
                ?? (known.isEmpty
                    ? "; no indicator has one: give it '\(kind)' in its programme file, or leave this out" : "")
            context.faults.add("there is no \(kind) \(quoted(name.value))\(hint)", at: name.place)
        }
    }

    // MARK: When

    private struct When {
        var digest: DigestTimes?
        var atOnce: Severity?
        var hasHeartbeat = false
    }

    private func when(in section: Section) -> When {
        guard let when = section.section("when", as: .when) else { return When() }
        let digest = when.section("digest", as: .digest)
        let times = digest.map { DigestTimesReader(faults: context.faults).times($0, moments: moments) }
        let atOnce = when.word("at_once", of: Severity.self)?.value
        if !when.has("digest"), !when.has("at_once") {
            context.faults.add("'when' says neither 'digest' nor 'at_once'; add one of them", at: when.place)
        }
        let hasHeartbeat = digest?.value("when_nothing", expecting: "true or false") { Bool($0) }
        return When(digest: times, atOnce: atOnce, hasHeartbeat: hasHeartbeat?.value ?? false)
    }
}
