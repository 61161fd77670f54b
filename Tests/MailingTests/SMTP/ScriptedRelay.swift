import NIOCore
import NIOPosix
import NIOSSL
import NIOTLS
import Synchronization
import TestSupport

/// What a scripted relay does when it is its turn.
enum RelayAnswer: Sendable {
    /// Sends the text as it is, line ends added.
    case say(String)

    /// The same, then closes.
    case sayAndClose(String)

    /// Says nothing, for ever.
    case silence

    /// Says this, then hears and says nothing, for ever.
    case sayAndGoDeaf(String)

    /// Waits until the test calls `release`, then says this.
    case held(String)

    /// Sends one octet at a time, never a line end.
    case drip

    /// Closes in order.
    case close

    /// Closes with a TCP reset.
    case reset

    /// Says this and begins TLS.
    case startTLS(String)
}

/// The answers of a relay by turn.
///
/// A turn is "greeting", a verb, "EHLO/TLS" once encrypted, "challenge" for the lines within AUTH, or "." for the end of
/// the message. What is not named is answered as a good relay would.
struct RelayScript: Sendable {
    var answers: [String: RelayAnswer] = [:]
    var certificate: TestCertificates.Pair?
    var isImplicitTLS = false
    /// The answers once a connection has carried so many messages.
    var afterwards: (messages: Int, answers: [String: RelayAnswer])?

    private static let good: [String: String] = [
        "greeting": "220 relay.test ESMTP", "EHLO": "250-relay.test\r\n250-SIZE 1000000\r\n250 ENHANCEDSTATUSCODES",
        "EHLO/TLS": "250-relay.test\r\n250 AUTH PLAIN LOGIN", "AUTH": "334 ", "challenge": "235 2.7.0 welcome",
        "DATA": "354 go", ".": "250 2.0.0 queued as ABC123", "QUIT": "221 bye",
    ]

    func answer(to turn: String, messages: Int) -> RelayAnswer {
        if let afterwards, messages >= afterwards.messages, let answer = afterwards.answers[turn] { return answer }
        if let answer = answers[turn] { return answer }
        let answer = RelayAnswer.say(Self.good[turn] ?? "250 ok")
        return turn == "QUIT" ? .sayAndClose("221 bye") : answer
    }
}

/// A relay on a free port of 127.0.0.1 that plays one script to whoever connects.
final class ScriptedRelay: Sendable {
    /// Where it listens.
    let port: Int

    /// Each turn as it comes, for tests that have to act at a certain one.
    let turns: AsyncStream<String>

    private let listener: any Channel
    private let log: RelayLog

    private init(listener: any Channel, log: RelayLog, turns: AsyncStream<String>) {
        self.listener = listener
        self.log = log
        self.turns = turns
        port = listener.localAddress?.port ?? 0
    }

    deinit {
        listener.close(promise: nil)
    }

    /// Listens.
    static func start(_ script: RelayScript) async throws -> ScriptedRelay {
        let (turns, continuation) = AsyncStream.makeStream(of: String.self)
        let log = RelayLog(continuation)
        let context = try script.certificate.map(makeContext)
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let player = RelayPlayer(script: script, log: log, context: context)
                    if script.isImplicitTLS, let context {
                        try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
                    }
                    try channel.pipeline.syncOperations.addHandler(player)
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return ScriptedRelay(listener: listener, log: log, turns: turns)
    }

    /// The lines received so far; those under TLS begin with "TLS ".
    var lines: [String] { log.lines }

    /// Lets a held answer go.
    func release() { log.release() }

    private static func makeContext(_ pair: TestCertificates.Pair) throws -> NIOSSLContext {
        let chain = try NIOSSLCertificate.fromPEMFile(pair.certificate).map { NIOSSLCertificateSource.certificate($0) }
        let key = try NIOSSLPrivateKey(file: pair.key, format: .pem)
        return try NIOSSLContext(
            configuration: .makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(key))
        )
    }
}

/// What a relay has seen, shared between its connections and the test.
private final class RelayLog: Sendable {
    private struct State {
        var lines: [String] = []
        var held: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())
    private let turns: AsyncStream<String>.Continuation

    init(_ turns: AsyncStream<String>.Continuation) { self.turns = turns }

    var lines: [String] { state.withLock(\.lines) }

    func append(_ line: String) { state.withLock { $0.lines.append(line) } }

    func announce(_ turn: String) { turns.yield(turn) }

    func hold(_ action: @escaping @Sendable () -> Void) { state.withLock { $0.held = action } }

    func release() {
        let action = state.withLock { state in
            defer { state.held = nil }
            return state.held
        }
        action?()
    }
}

/// Plays the script on one connection.
private final class RelayPlayer: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let script: RelayScript
    private let log: RelayLog
    private let context: NIOSSLContext?
    private var pending: [UInt8] = []
    private var isEncrypted = false
    private var isInAuth = false
    private var isDeaf = false
    private var isInData = false
    /// How many messages this connection has carried.
    private var messages = 0

    init(script: RelayScript, log: RelayLog, context: NIOSSLContext?) {
        self.script = script
        self.log = log
        self.context = context
    }

    func channelActive(context: ChannelHandlerContext) {
        if !script.isImplicitTLS { play("greeting", context) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case .handshakeCompleted = event as? TLSUserEvent else { return }
        isEncrypted = true
        if script.isImplicitTLS { play("greeting", context) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isDeaf else { return }
        pending += Array(unwrapInboundIn(data).readableBytesView)
        while let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
            let line = String(decoding: pending[..<end], as: UTF8.self)
            pending.removeFirst(end + 1)
            hear(line.hasSuffix("\r") ? String(line.dropLast()) : line, context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func hear(_ line: String, _ context: ChannelHandlerContext) {
        log.append(isEncrypted ? "TLS \(line)" : line)
        if isInData {
            guard line == "." else { return }
            isInData = false
            return play(".", context)
        }
        if isInAuth { return play("challenge", context) }
        let verb = String(line.prefix { $0 != " " })
        play(verb == "EHLO" && isEncrypted ? "EHLO/TLS" : verb, context)
    }

    private func play(_ turn: String, _ context: ChannelHandlerContext) {
        let answer = script.answer(to: turn, messages: messages)
        if turn == "." { messages += 1 }
        if case .say(let text) = answer {
            isInData = turn == "DATA" && text.hasPrefix("354")
            isInAuth = (turn == "AUTH" || turn == "challenge") && text.hasPrefix("334")
        }
        perform(answer, context)
        // Afterwards, so that whoever waits for the turn finds a held answer already held.
        log.announce(turn)
    }

    private func perform(_ answer: RelayAnswer, _ context: ChannelHandlerContext) {
        switch answer {
        case .say(let text): say(text, context)
        case .sayAndClose(let text):
            say(text, context)
            context.close(promise: nil)
        case .silence: break
        case .sayAndGoDeaf(let text):
            say(text, context)
            isDeaf = true
        case .held(let text): hold(text, context)
        case .drip: drip(context)
        case .close: context.close(promise: nil)
        case .reset: reset(context)
        case .startTLS(let text): startTLS(after: text, context)
        }
    }

    private func say(_ text: String, _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: "\(text)\r\n")), promise: nil)
    }

    private func hold(_ text: String, _ context: ChannelHandlerContext) {
        let channel = context.channel
        log.hold { channel.writeAndFlush(ByteBuffer(string: "\(text)\r\n"), promise: nil) }
    }

    private func drip(_ context: ChannelHandlerContext) {
        let channel = context.channel
        channel.eventLoop.scheduleRepeatedTask(initialDelay: .zero, delay: .milliseconds(5)) { task in
            if channel.isActive { channel.writeAndFlush(ByteBuffer(string: "2"), promise: nil) } else { task.cancel() }
        }
    }

    private func reset(_ context: ChannelHandlerContext) {
        let noLinger = linger(l_onoff: 1, l_linger: 0)
        // With no time to linger, closing drops what is unsent and resets.
        _ = (context.channel as? any SocketOptionProvider)?.setSoLinger(noLinger)
        context.close(promise: nil)
    }

    private func startTLS(after text: String, _ context: ChannelHandlerContext) {
        say(text, context)
        guard let tls = self.context else { return }
        try? context.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls), position: .first)
    }
}
