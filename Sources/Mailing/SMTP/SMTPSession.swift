import NIOCore
import NIOPosix
import NIOSSL
import NIOTLS

/// Carries out what a conversation asks for, message by message, on one connection and one event loop.
///
/// Not `Sendable`: everything happens on the event loop, which `NIOLoopBoundBox` checks.
final class SMTPSession: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let eventLoop: any EventLoop
    private let settings: SMTPSettings
    private var conversation: SMTPConversation
    private var tlsContext: NIOSSLContext?
    private var context: ChannelHandlerContext?
    private var report: ((DeliveryOutcome) -> Void)?
    private var pending: [SMTPConversation.Event] = []
    private var isDraining = false
    private var stepTimer: Scheduled<Void>?
    private var timedStep: SMTPStep?
    private var totalTimer: Scheduled<Void>?

    init(_ conversation: SMTPConversation, settings: SMTPSettings, eventLoop: any EventLoop) {
        self.conversation = conversation
        self.settings = settings
        self.eventLoop = eventLoop
    }

    /// Begins, and reports exactly once, when the outcome is known.
    func begin(reportingTo report: @escaping (DeliveryOutcome) -> Void) {
        // A task that was cancelled before it came here has its outcome already.
        if let outcome = conversation.outcome { return report(outcome) }
        self.report = report
        totalTimer = schedule(after: settings.timeouts.total)
        feed(loadAuthorities() ? .begun : .tlsFailed(.authoritiesUnreadable))
    }

    /// Whether the connection stands and can carry another message.
    var rests: Bool { conversation.step == .rest }

    /// Goes on with another message while it ``rests``, and reports exactly once.
    func goOn(with envelope: SMTPEnvelope, reportingTo report: @escaping (DeliveryOutcome) -> Void) {
        self.report = report
        totalTimer = schedule(after: settings.timeouts.total)
        feed(.next(envelope))
    }

    private func loadAuthorities() -> Bool {
        guard settings.protection != .none else { return true }
        tlsContext = try? SMTPTLS.makeContext(settings: settings)
        return tlsContext != nil
    }

    /// Tells the conversation what happened.
    ///
    /// A send can complete while it is being made. Such events wait their turn, since recursion would take one stack
    /// frame for each block of a long message.
    func feed(_ event: SMTPConversation.Event) {
        pending.append(event)
        guard !isDraining else { return }
        isDraining = true
        while !pending.isEmpty {
            for action in conversation.handle(pending.removeFirst()) { perform(action) }
        }
        isDraining = false
        setTimer()
    }

    private func perform(_ action: SMTPConversation.Action) {
        switch action {
        case .connect: connect()
        case .startTLS: startTLS()
        case .send(let octets): send(octets)
        case .finish(let outcome):
            let report = report
            self.report = nil
            report?(outcome)
        case .close: context?.close(promise: nil)
        }
    }

    private func send(_ octets: [UInt8]) {
        guard let context else { return }
        let promise = eventLoop.makePromise(of: Void.self)
        // A failed write needs no event: the channel closes, and says so.
        promise.futureResult.assumeIsolated().whenSuccess { self.feed(.sent) }
        context.writeAndFlush(wrapOutboundOut(context.channel.allocator.buffer(bytes: octets)), promise: promise)
    }

    private func startTLS() {
        do {
            guard let context, let tlsContext else { return feed(.tlsFailed(.authoritiesUnreadable)) }
            let handler = try SMTPTLS.makeHandler(context: tlsContext, relay: settings.relay)
            try context.pipeline.syncOperations.addHandler(handler, position: .first)
        } catch {
            feed(.tlsFailed(.handshakeFailed))
        }
    }
}

/// Connecting.
extension SMTPSession {
    private func connect() {
        // The handler is added afterwards, since a name with several addresses is tried over several channels; until
        // then nothing is read, so that nothing is lost.
        ClientBootstrap(group: eventLoop)
            .connectTimeout(TimeAmount(min(settings.timeouts.connect, settings.timeouts.total)))
            .channelOption(.autoRead, value: false)
            .connect(host: settings.relay.host, port: settings.relay.port)
            .assumeIsolated()
            .whenComplete { result in
                switch result {
                case .success(let channel): self.attach(to: channel)
                case .failure(let error): self.feed(.connectFailed(SMTPConnectFault(error)))
                }
            }
    }

    private func attach(to channel: any Channel) {
        // Time may have run out, or the caller given up, while the connection was being made.
        guard conversation.outcome == nil else { return channel.close(promise: nil) }
        do {
            try channel.pipeline.syncOperations.addHandler(self)
            feed(.connected(overLoopback: channel.remoteAddress?.isLoopback ?? false))
            try channel.syncOptions?.setOption(.autoRead, value: true)
        } catch {
            channel.close(promise: nil)
            feed(.connectFailed(.unreachable))
        }
    }
}

/// Time.
extension SMTPSession {
    private func setTimer() {
        guard conversation.step != timedStep else { return }
        timedStep = conversation.step
        stepTimer?.cancel()
        stepTimer = nil
        if conversation.step == .closed || conversation.step == .rest {
            totalTimer?.cancel()
            totalTimer = nil
        }
        guard conversation.step != .closed else { return }
        stepTimer = schedule(after: settings.timeouts.limit(of: conversation.step))
    }

    private func schedule(after limit: Duration) -> Scheduled<Void> {
        eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(limit)) { self.feed(.deadlinePassed) }
    }
}

/// What the channel reports.
extension SMTPSession {
    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        feed(.connectionClosed)
    }

    func channelInactive(context: ChannelHandlerContext) {
        feed(.connectionClosed)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        feed(.received(Array(unwrapInboundIn(data).readableBytesView)))
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .handshakeCompleted = event as? TLSUserEvent { feed(.tlsEstablished) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if conversation.step == .handshake, let fault = SMTPTLS.fault(of: error) {
            feed(.tlsFailed(fault))
        } else {
            feed(.connectionClosed)
        }
    }
}

extension SocketAddress {
    /// Whether the address is this very machine's own.
    fileprivate var isLoopback: Bool { ipAddress.map(HostName.isLoopback) ?? false }
}
