internal import Alerting
internal import Assessment
internal import Catalogue
internal import Feeds
internal import Files
internal import Indicators
internal import Logging
internal import Storage
internal import Telling

/// The work itself: takes in, judges, sends digests, writes log and outbox.
///
/// Its caller is one loop, so that one thing happens after another.
actor Engine {
    /// What one pass did.
    struct Summary: Sendable {
        var inbox = InboxPass()
        var judged = Judge.Summary()
        /// The mails that tell how things stand where indicators come under watch.
        var openings = 0
        /// The mails made of what has to be told at once.
        var urgent = 0
        var digests = 0
        /// The files with acts of handling that were refused.
        var refusedActs = 0
        /// The receipts that were written when what follows was known, by the name of the claim.
        var receipts: [String: ToldReceipt] = [:]
        /// The seconds after which a file may be ready that was not.
        var nextScanIn: Double?
    }

    let store: any Store
    let inbox: Inbox
    let outbox: Outbox
    let alertLog: AlertLogFile
    let clock: WallClock
    /// What long work says that it goes on by, and is stopped by.
    nonisolated let pulse: Pulse
    let logger: Logger
    /// `nil` where no pictures can be made.
    private let pictureDesk: PictureDesk?
    private(set) var active: ActiveConfiguration
    var folderWatch = FolderWatch()
    /// When something of the handling of alerts is due.
    var handlingWatch = HandlingWatch()
    /// When what is old enough may be removed.
    var retentionWatch = RetentionWatch()
    /// What cannot be opened anew while the daemon runs.
    private(set) var held: [HeldEntry] = []
    private var clockWatch = ClockWatch()
    /// Whether notices that have to be told at once may have been committed and not mailed.
    var owesUrgent = false
    /// Whether somebody may still have to be told how things stand where indicators come under watch.
    private var isOpening = false
    private(set) var lastPass: Summary?
    /// Whether the alert log could not be written while events were committed.
    var logWaits = false
    /// Whether something was done since memory was given back.
    private var holdsFreedMemory = true
    /// What was in the way of reading the mailbox of reports when it was last looked into.
    var bounceTrouble: String?
    /// Why no mail goes out.
    private(set) var trouble: RelayTrouble?
    /// How often in a row judging has waited for another file, and what was taken in meanwhile.
    private var postponements = 0
    private var taken = InboxPass()
    /// Whoever drops files without end does not keep the watch from judging.
    private static let mostPostponements = 10

    init(
        active: ActiveConfiguration,
        store: any Store,
        clock: WallClock,
        notifier: SystemdNotifier,
        watchdog: Watchdog?,
        logger: Logger,
        pictures: PictureDesk? = nil,
        mostFilesAtOnce: Int = 1000
    ) throws {
        self.active = active
        self.active.links = try MailLinkKey.signer(of: active.configuration)
        pictureDesk = pictures
        self.store = store
        self.clock = clock
        pulse = Pulse(watchdog, clock: WallClock.steady) { notifier.watchdog() }
        self.logger = logger
        let folders = try IntakeFolders(opening: active.configuration.folders)
        try folders.verifyMoves()
        inbox = Inbox(folders: folders, clock: WallClock.system.now, mostHeld: mostFilesAtOnce)
        outbox = try UnusableFolder.naming("folders: outbox") { () throws(FileSystemFault) in
            try Outbox(path: active.configuration.folders.outbox)
        }
        alertLog = try AlertLogFile(
            path: active.configuration.alertLogPath,
            language: active.language,
            isByMonth: active.configuration.alertLogIsByMonth
        )
    }

    /// Ends the watch for a restart where one of these no longer has its path.
    func hold(_ entries: [HeldEntry]) { held += entries }

    /// Makes everything whole after a start, however the last run ended.
    func start() async throws {
        try verifyHandlingFolder()
        try await resumeSilences()
        try await adopt()
        let mended = try await outbox.makeWhole(with: store, clock: WallClock.system.now())
        if mended > 0 { logger.notice("outbox made whole", metadata: ["files": "\(mended)"]) }
        _ = try await UrgentRound(store: store, active: active, pictures: await pictures()).run(at: clock.now())
        try await writeOutputs()
    }

    /// Takes the configuration over, and decides what it changes before anything new is looked at.
    private func adopt() async throws {
        let now = clock.now()
        try await store.adopt(expected: active.expectedSeries, at: now)
        try await DigestRound(store: store, active: active).adoptHours(at: now)
        let edits = try await Judge(store: store, active: active).runEdits(at: now) { [pulse] in pulse.beat() }
        try await tell(edits.transitions)
        let mended = try await MendedSender(store: store, outbox: outbox, active: active).run(at: now)
        if mended > 0 { logger.notice("mail that waits has another sender now", metadata: ["mails": "\(mended)"]) }
        let moved = try await MendedAddresses(store: store, active: active).run(at: now)
        if moved > 0 { logger.notice("mail goes to another address now", metadata: ["mails": "\(moved)"]) }
        // Whoever follows more than before hears how that stands before anything of it is news.
        isOpening = true
        _ = try await OpeningRound(store: store, active: active)
            .run(at: now) { [pulse] in pulse.beat() }
    }

    /// One whole pass: takes in what is ready, judges, closes digest slots, writes log and outbox.
    ///
    /// Files that are dropped together are judged together, so that nobody gets a mail for each: while another one is
    /// about to be ready, judging waits. What was taken in is marked in the store, so that a sudden end loses nothing.
    ///
    /// - Parameter patience: the seconds for which another file is waited for.
    /// - Returns: what was done.
    /// - Throws: what no later pass could mend without a new start.
    func pass(patience: Double = 0.5) async throws -> Summary {
        var summary = Summary()
        try await lookAtTheClock()
        guard try await hasItsFolders() else {
            summary.nextScanIn = 1
            return summary
        }
        summary.inbox = try await takeIn()
        summary.nextScanIn = summary.inbox.nextLook.map { next in
            max(0.01, Double(next.milliseconds - WallClock.system.now().milliseconds) / 1000)
        }
        // Where no more can be held, judging comes first.
        if let wait = summary.nextScanIn, wait <= patience, postponements < Self.mostPostponements,
            !summary.inbox.isFull
        {
            postponements += 1
            taken = summary.inbox
            return summary
        }
        (postponements, taken) = (0, InboxPass())
        summary.refusedActs = try await takeHandling()
        try await decide(&summary)
        if folderWatch.isWaiting { summary.nextScanIn = 1 }
        try await tidy()
        // Of what was told at once nothing is needed any more.
        summary.judged.urgent = []
        lastPass = summary
        giveMemoryBack(after: summary)
        tellEnd(of: summary)
        return summary
    }

    /// Memory that a large pass has freed goes back to the system in the first pass after it that has nothing to do.
    private func giveMemoryBack(after summary: Summary) {
        if summary.didSomething {
            holdsFreedMemory = true
        } else if holdsFreedMemory {
            FreedMemory.giveBack()
            holdsFreedMemory = false
        }
    }

    private func lookAtTheClock() async throws {
        guard let seconds = clockWatch.leap(shown: clock.now(), sinceBoot: clock.sinceBoot()) else { return }
        retentionWatch.distrust()
        logger.warning(
            "the clock was put \(seconds > 0 ? "forward" : "back"); what was decided by a wrong clock is decided again",
            metadata: ["seconds": "\(abs(seconds))"]
        )
        if seconds < 0 { try await resumeSilences() }
    }

    /// Takes in what is ready; the counts go on from the last time that something was decided.
    private func takeIn() async throws -> InboxPass {
        var pass = try await inbox.pass(with: intake, at: clock.now(), isHolding: true) { [logger] receipt in
            Self.tell(receipt, logger)
            await self.heartbeat()
        }
        for trouble in pass.troubles {
            logger.warning(
                "stays in the inbox: \(trouble.why.sentence)",
                metadata: ["file": "\(trouble.name.printable)"]
            )
        }
        if pass.filedLate > 0 {
            logger.notice("receipts that waited are written", metadata: ["files": "\(pass.filedLate)"])
        }
        pass.outcomes.merge(taken.outcomes, uniquingKeysWith: +)
        pass.withRowsSetAside += taken.withRowsSetAside
        return pass
    }

    /// Judges and sends, and writes what was committed.
    func decide(_ summary: inout Summary) async throws {
        let now = clock.now()
        let progress: @Sendable () -> Void = { [pulse] in pulse.beat() }
        // Until the mails are made: where anything stands in the way before that, the next pass makes them.
        let isOwing = owesUrgent
        owesUrgent = true
        // What is committed is told, also where log or outbox cannot be written now.
        summary.judged = try await Judge(store: store, active: active, digests: store)
            .run(at: now, progress: progress) { [self] in try await take($0) }
        let reminded = try await attend(after: summary.judged, at: now)
        if isOpening {
            summary.openings = try await OpeningRound(store: store, active: active).run(at: now, progress: progress)
            isOpening = false
        }
        let pictures = await pictures()
        summary.urgent = try await tellAtOnce(
            summary.judged.urgent + reminded,
            isOwing: isOwing,
            with: pictures,
            at: now,
            progress: progress
        )
        await readBounces()
        _ = try await sendBare()
        summary.digests = try await DigestRound(store: store, active: active, pictures: pictures)
            .run(at: now, progress: progress)
        // Who was told, may not take it up.
        if summary.openings + summary.urgent + summary.digests > 0 { handlingWatch.forget() }
        try await writeOutputs()
        // Whoever reads a receipt finds the mails that it speaks of.
        try await fileReceipts(&summary)
    }

    /// Sends what was too large for the relay again without what goes with its words; gives how many mails that are.
    func sendBare() async throws -> Int {
        let count = try await TooLargeMails(store: store, outbox: outbox, active: active).run(at: clock.now())
        if count > 0 {
            logger.notice(
                "mail that was too large is sent again without charts and attachment",
                metadata: ["mails": "\(count)"]
            )
        }
        return count
    }

    /// The desk for the mails of one round; `nil` where they have no pictures.
    private func pictures() async -> PictureDesk? {
        guard let pictureDesk, active.configuration.mail?.charts ?? true else { return nil }
        await pictureDesk.begin()
        return pictureDesk
    }

    /// Remembers what inotify told.
    func note(_ hint: InboxHint) async { await inbox.note(hint) }

    /// Takes another configuration over and judges what it changes.
    ///
    /// - Returns: a complaint where it cannot be taken over without a restart; then the old one stays in force.
    func reload(_ configuration: Configuration) async throws -> String? {
        let keys = active.configuration.fixedKeysChanged(in: configuration)
        guard keys.isEmpty else {
            let named = Phrases(.en).list(keys.map { "'\($0)'" })
            return
                "\(named) \(keys.count == 1 ? "has" : "have") changed, and that needs a restart; the old configuration "
                + "stays in force"
        }
        // What has to be judged by now is judged by what held until now: only then is it known what the edit changes.
        var summary = Summary()
        try await decide(&summary)
        // The key stays: what concerns the page cannot change while the daemon runs.
        let links = active.links
        active = ActiveConfiguration(configuration)
        active.links = links
        handlingWatch.forget()
        try await adopt()
        return nil
    }

    var foresight: Foresight { Foresight(store: store, active: active) }
    var now: Instant { clock.now() }

    var intake: Intake {
        Intake(store: store, settings: IntakeSettings(active, by: disclosure) { [pulse] in try pulse.goOn() })
    }

    /// Says what may be told now.
    var disclosure: @Sendable () async throws -> Disclosure {
        let loader = DisclosureLoader(store: store, active: active)
        return { try await loader.disclosure() }
    }

    /// Pings systemd while the work goes on.
    ///
    /// It is called from the work itself: that it is called at all is the work loop's progress.
    func heartbeat() { pulse.beat() }

    /// Notes that the relay loop has brought one more message to its end.
    func relayAdvanced() { pulse.change { $0.advance("relay", at: $1) } }

    /// Notes that the relay loop begins to send.
    func relayBegins() { pulse.change { $0.expect("relay", every: Self.longestDelivery, from: $1) } }

    /// Notes what keeps mail from going out, if anything.
    func note(_ trouble: RelayTrouble?) { self.trouble = trouble }

    /// Notes that the relay loop waits for more to do.
    func relayRests() { pulse.change { watchdog, _ in watchdog.forget("relay") } }

    /// A delivery ends by itself after twice 660 seconds; one that takes longer hangs.
    private static let longestDelivery = 1500

    var evaluateEvery: Double { Double(active.configuration.evaluateEvery) }

    var heartbeatInterval: Double? { pulse.interval }
}
