internal import Alerting
internal import Catalogue
internal import Glibc
internal import Logging
internal import Mailing
internal import ServiceLifecycle
internal import StatusPage
internal import Storage
internal import Telling
internal import UnixSignals

/// The whole daemon, built of a configuration.
package struct PeilwachtDaemon {
    private let active: ActiveConfiguration
    private let loader: ConfigurationLoader
    private let clock: WallClock
    private let environment: [String: String]
    private let store: SQLiteStore
    private let engine: Engine
    private let workFolder: WorkFolder
    private let notifier: SystemdNotifier
    private let logger: Logger

    /// Opens the store and the folders; nothing is done yet.
    ///
    /// - Throws: ``StoreError``, ``FileSystemFault``.
    package init(
        active: ActiveConfiguration,
        loader: ConfigurationLoader,
        clock: WallClock,
        environment: [String: String]
    ) throws {
        self.active = active
        self.loader = loader
        self.clock = clock
        self.environment = environment
        logger = Logger(label: "peilwacht") { _ in
            StandardErrorLog(environment: environment, clock: clock, zone: active.zone)
        }
        notifier = SystemdNotifier(environment: environment)
        store = try SQLiteStore.openForWriting(active.configuration)
        engine = try Engine(
            active: active,
            store: store,
            clock: clock,
            notifier: notifier,
            watchdog: Watchdog(environment: environment),
            logger: logger,
            pictures: Self.pictures(active, environment, logger)
        )
        workFolder = try WorkFolder(locking: active.configuration.folders.work)
    }

    /// What makes pictures for mails; `nil` where the program for it is not there.
    private static func pictures(
        _ active: ActiveConfiguration,
        _ environment: [String: String],
        _ logger: Logger
    ) -> PictureDesk? {
        if let program = PictureProgram(environment: environment) { return PictureDesk(program, logger: logger) }
        let isWanted = active.configuration.mail?.charts == true
        logger.log(level: isWanted ? .notice : .debug, "mails go without pictures: \(PictureProgram.absence)")
        return nil
    }

    /// Makes one whole pass and tries to deliver what is due.
    ///
    /// - Returns: whether nothing was refused and everything that was due was delivered.
    package func runOnce() async throws -> Bool {
        try await engine.start()
        let isComplete = try await passUntilNothingIsLeft()
        guard let relay = try relay() else { return isComplete }
        var sent = try await relay.run(now: clock.now) { try await engine.writeOutputs() }
        let again = try await engine.sendBare()
        if again > 0 { sent.add(try await relay.run(now: clock.now) { try await engine.writeOutputs() }, again: again) }
        try await engine.writeOutputs()
        let waiting = try await store.outboxCounts().waiting
        let isHeld = sent.trouble?.needsMending == true && waiting > 0
        if let trouble = sent.trouble, isHeld {
            logger.error("\(trouble.words(in: active.zone))")
        } else if let failure = sent.lastFailure {
            logger.warning("\(failure)")
        }
        return isComplete && sent.deferred == 0 && sent.failed == 0 && !isHeld
    }

    /// Makes a pass, and another one when files that were dropped a moment ago have been left alone long enough, or while there
    /// are more than one pass takes.
    ///
    /// - Returns: whether nothing was refused and nothing stays behind.
    private func passUntilNothingIsLeft() async throws -> Bool {
        var summary = try await engine.pass(patience: Self.longestWait)
        var (isComplete, passes, fullPasses) = (true, 0, 0)
        while let wait = summary.nextScanIn, wait <= Self.longestWait {
            if summary.inbox.isFull {
                isComplete = isComplete && summary.isComplete
                fullPasses += 1
            } else {
                passes += 1
            }
            guard passes <= Self.mostPasses, fullPasses <= Self.mostFullPasses else { break }
            try await Task.sleep(for: .seconds(wait))
            summary = try await engine.pass(patience: Self.longestWait)
        }
        return isComplete && summary.isComplete && !summary.inbox.isFull
    }

    private static let mostPasses = 12
    /// Whoever drops files without end does not keep it going.
    private static let mostFullPasses = 1000
    /// In seconds; what needs longer is still being written.
    private static let longestWait = 2.5

    /// Runs until SIGTERM or SIGINT.
    package func run() async throws {
        let line = EventLine()
        let relayWake = Wake()
        let vitalSigns = VitalSigns(startedAt: clock.now())
        // Who asks right after the start is answered: the socket is there before anything else.
        try await control(line, relayWake, vitalSigns).serve { try await work(line, relayWake, vitalSigns) }
    }

    private func control(_ line: EventLine, _ relayWake: Wake, _ vitalSigns: VitalSigns) -> ControlServer {
        let desk = ReportDesk(clock: clock) { [engine] in await engine.active }
        let serviceDesk = ServiceDesk(clock: clock, vitalSigns: vitalSigns) { [engine] in await engine.active }
        let mailDesk = MailTestDesk(
            tester: MailTester(active: active),
            store: store,
            clock: clock,
            relayWake: relayWake,
            logger: logger
        )
        return ControlServer(
            path: active.configuration.controlSocketPath,
            logger: logger,
            largestFile: { [engine] in await engine.active.configuration.largestFile },
            handler: { request in
                switch request {
                case .show(let question): return await desk.answer(question)
                case .health: return ControlAnswer(await serviceDesk.answer())
                case .testMail(let order): return ControlAnswer(await mailDesk.answer(order))
                case .take, .takeAt, .pass, .queue, .withdraw, .disclose, .handle:
                    return ControlAnswer(
                        await withCheckedContinuation { line.put(.request(request, ControlReply($0))) }
                    )
                }
            }
        )
    }

    private func work(_ line: EventLine, _ relayWake: Wake, _ vitalSigns: VitalSigns) async throws {
        await engine.hold(
            try [
                HeldEntry("the store", at: active.configuration.storePath),
                HeldEntry("the control socket", at: active.configuration.controlSocketPath),
            ].compactMap(\.self)
        )
        let watcher = InboxWatcher(path: active.configuration.folders.inbox) { [engine] hint in
            Task {
                await engine.note(hint)
                line.put(.pass)
            }
        }
        defer { watcher.stop() }
        let work = WorkLoop(
            engine: engine,
            line: line,
            loader: loader,
            notifier: notifier,
            watcher: watcher,
            relayWake: relayWake,
            clock: clock,
            vitalSigns: vitalSigns,
            logger: logger
        )
        // They end in the reverse order: the work waits for no page, and forms that came too late for it are told so.
        let services: [(any Service)?] = [
            pageServer(vitalSigns, line), work, try relayLoop(line, relayWake, vitalSigns),
        ]
        try await group(of: services.compactMap(\.self)).run()
    }

    private func relayLoop(_ line: EventLine, _ wake: Wake, _ vitalSigns: VitalSigns) throws -> RelayLoop? {
        try relay().map { relay in
            RelayLoop(
                relay: relay,
                engine: engine,
                wake: wake,
                clock: clock,
                line: line,
                vitalSigns: vitalSigns,
                logger: logger
            )
        }
    }

    /// The status page; `nil` where the configuration has none.
    private func pageServer(_ vitalSigns: VitalSigns, _ line: EventLine) -> PageServer? {
        let handle: @Sendable (HandlingOrder) async -> ControlResponse = { order in
            await withCheckedContinuation { line.put(.request(.handle(order), ControlReply($0))) }
        }
        let desk = PageDesk(clock: clock, vitalSigns: vitalSigns, version: programVersion, handle: handle) { [engine] in
            await engine.active
        }
        return PageServer(active.configuration, source: desk, clock: clock, logger: logger)
    }

    private func group(of services: [any Service]) -> ServiceGroup {
        // The group logs its own comings and goings at debug level only; what matters to people the loops say.
        var quiet = logger
        quiet.logLevel = .error
        var configuration = ServiceGroupConfiguration(
            services: services.map {
                ServiceGroupConfiguration.ServiceConfiguration(
                    service: $0,
                    successTerminationBehavior: .gracefullyShutdownGroup,
                    failureTerminationBehavior: .gracefullyShutdownGroup
                )
            },
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: quiet
        )
        configuration.maximumGracefulShutdownDuration = .seconds(20)
        return ServiceGroup(configuration: configuration)
    }

    /// The relay; `nil` where messages rest in the outbox.
    private func relay() throws -> Relay? {
        guard let mail = active.configuration.mail, let name = mail.relay,
            let route = try RelaySettings.route(of: active, hostName: Self.hostName())
        else { return nil }
        let policy = RetryPolicy(lifetime: mail.retryFor)
        return Relay(store: store, name: name, route: route, policy: policy, sender: mail.from)
    }

    /// The name of this machine.
    package static func hostName() -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard gethostname(&buffer, buffer.count - 1) == 0 else { return "localhost" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
