internal import Catalogue
internal import Dispatch
internal import Files
internal import Indicators
internal import Logging
internal import ServiceLifecycle
internal import Storage

/// Everything but mail, one thing after another: files in, judged, committed, written.
///
/// Timer, inotify, signals and the control socket only put an event in line; nothing happens beside the loop, so nothing
/// has to be locked.
struct WorkLoop: Service {
    /// Something to do.
    enum Event: Sendable {
        /// The timer, or a hint that a file may be ready.
        case pass
        /// The relay has answered: files of the outbox may have to be moved.
        case writeOutputs
        /// Tell systemd that the work goes on.
        case heartbeat
        /// SIGHUP.
        case reload
        case request(ControlRequest, ControlReply)
    }

    let engine: Engine
    let line: EventLine
    let loader: ConfigurationLoader
    let notifier: SystemdNotifier
    let watcher: InboxWatcher
    let relayWake: Wake
    let clock: WallClock
    let vitalSigns: VitalSigns
    let logger: Logger

    func run() async throws {
        do {
            try await runUntilStopped()
        } catch {
            await line.end()
            throw error
        }
        await line.end()
    }

    private func runUntilStopped() async throws {
        noteConfiguration(isFaulty: false)
        try await engine.start()
        let sources = try await eventSources()
        defer { for source in sources { source.cancel() } }
        let status = await engine.statusLine
        notifier.ready(status: status)
        logger.info("\(status)")
        line.put(.pass)
        try await withGracefulShutdownHandler {
            try await work()
        } onGracefulShutdown: { [pulse = engine.pulse] in
            pulse.stop()
        }
        notifier.stopping()
        logger.info("stopping")
    }

    private func work() async throws {
        var isHeldUp = false
        for await event in line.events.cancelOnGracefulShutdown() {
            line.took(event)
            do {
                let isDone = try await handle(event)
                if isDone, isHeldUp, event.isPass { logger.notice("what was held up is done") }
                isHeldUp = isDone ? isHeldUp && !event.isPass : true
            } catch is Pulse.Stopped {
                // A file that was being read: nothing is kept of it, and the next start begins it anew.
                return
            }
        }
    }

    /// Does what the event asks; what stands in its way only for a while is told and tried again, and ends nothing.
    ///
    /// - Returns: whether it was done.
    private func handle(_ event: Event) async throws -> Bool {
        do {
            try await carryOut(event)
            return true
        } catch let fault where isPassing(fault) {
            logger.warning("\(wordsForPeople(about: fault)); the next try is within \(Int(Self.breather)) seconds")
            line.put(event.again, after: Self.breather)
            return false
        }
    }

    private func carryOut(_ event: Event) async throws {
        switch event {
        case .pass: try await pass()
        case .writeOutputs:
            try await engine.writeOutputs()
            notifier.status(await engine.statusLine)
        case .heartbeat: await engine.heartbeat()
        case .reload: try await reload()
        case .request(let request, let reply): try await answer(request, reply)
        }
    }

    /// The seconds until work that could not be done is tried again.
    private static let breather = 10.0

    private func pass() async throws {
        watch()
        let summary = try await engine.pass()
        // The pass may have made the inbox anew: what was dropped before it was watched is found by another one.
        if watch() { line.put(.pass) }
        notifier.status(await engine.statusLine)
        let now = clock.now()
        vitalSigns.note { $0.passedAt = now }
        relayWake.signal()
        if let wait = summary.nextScanIn { line.put(.pass, after: wait) }
    }

    /// Watches the inbox, if it can be; gives whether that begins now.
    @discardableResult
    private func watch() -> Bool {
        switch watcher.renew() {
        case .watching, .stillRefused: return false
        case .begun(let afterTrouble):
            if afterTrouble { logger.notice("the inbox is watched again") }
            return true
        case .refused(let fault):
            logger.warning("the inbox is not watched; the timer still looks into it: \(fault)")
            return false
        }
    }

    /// Answers a request.
    ///
    /// One that fails gets an error for an answer, and the watch goes on: it ends only where nothing that is written from
    /// now on would be certain.
    private func answer(_ request: ControlRequest, _ reply: ControlReply) async throws {
        do {
            reply.give(try await engine.answer(request))
            relayWake.signal()
        } catch let stopped as Pulse.Stopped {
            // Forgotten, a request is told that the daemon is stopping.
            throw stopped
        } catch {
            reply.give(ControlResponse(failure: error))
            logger.warning("a request could not be answered: \(wordsForPeople(about: error))")
            if endsTheWatch(error) { throw error }
        }
    }

    private func endsTheWatch(_ error: any Error) -> Bool {
        switch error {
        case StoreError.inputOutput: true
        case let fault as FileSystemFault: fault.isFatal
        case is ReplacedFolder: true
        default: false
        }
    }

    /// A faulty configuration changes nothing: the old one stays in force, and its faults are told.
    private func reload() async throws {
        notifier.reloading()
        do {
            let complaint = try await engine.reload(try loader.load())
            noteConfiguration(isFaulty: complaint != nil, because: complaint)
            if let complaint {
                logger.error("configuration not taken over: \(complaint)")
            } else {
                logger.info("configuration read again")
            }
        } catch let faults as ConfigurationFaults {
            noteConfiguration(isFaulty: true)
            for fault in faults.faults { logger.error("\(fault.description)") }
            if faults.cause == .passing { line.put(.reload, after: Self.breather) }
            logger.error(
                "configuration has faults; the old one stays in force",
                metadata: ["faults": "\(faults.faults.count)"]
            )
        }
        notifier.ready(status: await engine.statusLine)
        try await pass()
    }

    private func noteConfiguration(isFaulty: Bool, because complaint: String? = nil) {
        let now = clock.now()
        vitalSigns.note { signs in
            signs.configuredAt = now
            signs.configurationIsFaulty = isFaulty
            signs.configurationComplaint = complaint
        }
    }

    /// The timer, the watchdog's pulse, SIGHUP and inotify.
    private func eventSources() async throws -> [any DispatchSourceProtocol] {
        let queue = DispatchQueue(label: "peilwacht.events")
        let evaluateEvery = await engine.evaluateEvery
        var sources: [any DispatchSourceProtocol] = [
            timer(every: evaluateEvery, on: queue) { [line] in line.put(.pass) },
            // Who judges once a day still looks every minute into an inbox of which inotify says nothing.
            timer(every: min(evaluateEvery, Self.longestBlindness), on: queue) { [line, watcher] in
                if !watcher.isWatching { line.put(.pass) }
            },
            Hangup.source(on: queue) { [line] in line.put(.reload) },
        ]
        if let pulse = await engine.heartbeatInterval {
            sources.append(timer(every: pulse, on: queue) { [line] in line.put(.heartbeat) })
        }
        return sources
    }

    /// In seconds.
    private static let longestBlindness: Double = 60

    private func timer(
        every seconds: Double,
        on queue: DispatchQueue,
        _ handler: @escaping @Sendable () -> Void
    ) -> any DispatchSourceProtocol {
        let timer = DispatchSource.makeTimerSource(queue: queue)
        // Some leeway lets the kernel wake the machine once for several timers.
        timer.schedule(deadline: .now() + seconds, repeating: seconds, leeway: .milliseconds(Int(seconds * 50)))
        timer.setEventHandler(handler: handler)
        timer.activate()
        return timer
    }
}

extension WorkLoop.Event {
    /// Whether it is the whole of the work: where that is done, nothing is held up any more.
    fileprivate var isPass: Bool {
        switch self {
        case .pass, .reload: true
        case .writeOutputs, .heartbeat, .request: false
        }
    }

    /// What is to be done in the place of an event that could not be handled: a request has had its answer.
    fileprivate var again: WorkLoop.Event {
        switch self {
        case .pass, .request: .pass
        case .writeOutputs: .writeOutputs
        case .heartbeat: .heartbeat
        case .reload: .reload
        }
    }
}
