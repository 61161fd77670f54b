internal import Glibc
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import Synchronization

/// Asks a ``SocketServer``: one request, one connection.
package struct SocketClient: Sendable {
    /// Why no answer came.
    package enum Fault: Error, Hashable {
        case nobodyListens
        /// Nothing came or went for so long that it was given up.
        case isSilent
        /// The connection ended first, or what came was no HTTP.
        case endedEarly
    }

    private typealias Connection = NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>

    private let path: String
    private let patience: Int

    /// - Parameters:
    ///   - path: of the socket.
    ///   - patience: the seconds of silence after which the server is given up.
    package init(path: String, patience: Int = 300) {
        self.path = path
        self.patience = patience
    }

    /// Whether somebody listens.
    package func isAnswered() async -> Bool {
        do {
            let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            let channel = try await bootstrap.connect(unixDomainSocketPath: path).get()
            try? await channel.close()
            return true
        } catch {
            // Whatever else is in the way, as a right or the number of open files, says nothing of who listens.
            return (error as? IOError).map { $0.errnoCode != ECONNREFUSED && $0.errnoCode != ENOENT } ?? false
        }
    }

    /// Sends a request and gives the body of the answer, whatever its status, in pieces as they come.
    ///
    /// - Throws: ``Fault``; why the content could not be read; what `take` throws.
    package func post(
        _ target: String,
        headers: [(name: String, value: String)] = [],
        _ content: SocketContent,
        _ take: ([UInt8]) throws -> Void
    ) async throws {
        let own = [("Host", "localhost"), ("Connection", "close"), ("Content-Length", "\(content.length)")]
        let fields = HTTPHeaders(own + headers.map { ($0.name, $0.value) })
        let head = HTTPRequestHead(version: .http1_1, method: .POST, uri: target, headers: fields)
        let silence = Silence()
        let connection = try await connection(noting: silence)
        let sending = Sending(head: head, content: content, channel: connection.channel)
        var takingFault: (any Error)?
        let isWhole = try? await connection.executeThenClose { inbound, outbound in
            // The answer may come before all is sent, and is what counts.
            async let _: Void = sending.send(to: outbound)
            return try await Self.isWhole(inbound) { piece in
                do {
                    try take(piece)
                } catch {
                    takingFault = error
                    throw error
                }
            }
        }
        if let fault = takingFault ?? sending.fault.withLock(\.self) { throw fault }
        guard isWhole == true else { throw silence.isOver.withLock(\.self) ? Fault.isSilent : .endedEarly }
    }

    /// Connects; where the server's line is full, it waits for a place in it.
    private func connection(noting silence: Silence) async throws -> Connection {
        let end = ContinuousClock.now + .seconds(patience)
        while true {
            do {
                return try await connect(silence)
            } catch let error where Self.hasALine(error) {
                guard ContinuousClock.now < end else { throw Fault.isSilent }
                try await Task.sleep(for: .milliseconds(50))
            } catch {
                throw Fault.nobodyListens
            }
        }
    }

    private func connect(_ silence: Silence) async throws -> Connection {
        let patience = TimeAmount.seconds(Int64(patience))
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        return try await bootstrap.connect(unixDomainSocketPath: path) { channel in
            channel.eventLoop.makeCompletedFuture {
                let pipeline = channel.pipeline.syncOperations
                try pipeline.addHandlers([IdleStateHandler(allTimeout: patience), EndOfSilence(silence)])
                try pipeline.addHTTPClientHandlers()
                return try Connection(wrappingChannelSynchronously: channel)
            }
        }
    }

    /// Whether a server is there whose line of clients is full (unix(7)).
    private static func hasALine(_ error: any Error) -> Bool { (error as? IOError)?.errnoCode == EAGAIN }

    /// Takes the body of the answer; gives whether it came to its end.
    private static func isWhole(
        _ inbound: NIOAsyncChannelInboundStream<HTTPClientResponsePart>,
        _ take: ([UInt8]) throws -> Void
    ) async throws -> Bool {
        for try await part in inbound {
            switch part {
            case .head: break
            case .body(let piece): try take(Array(piece.readableBytesView))
            case .end: return true
            }
        }
        return false
    }
}

/// One request on its way.
private final class Sending: Sendable {
    let fault = Mutex<(any Error)?>(nil)
    private let head: HTTPRequestHead
    private let content: SocketContent
    private let channel: any Channel

    init(head: HTTPRequestHead, content: SocketContent, channel: any Channel) {
        (self.head, self.content, self.channel) = (head, content, channel)
    }

    /// Sends it; where its content cannot be read, nothing of it counts.
    func send(to outbound: NIOAsyncChannelOutboundWriter<HTTPClientRequestPart>) async {
        // Where the other side takes no more, its answer says why.
        guard (try? await outbound.write(.head(head))) != nil else { return }
        var sent = 0
        while sent < content.length {
            guard let piece = piece(at: sent) else { return channel.close(promise: nil) }
            guard (try? await outbound.write(.body(.byteBuffer(ByteBuffer(bytes: piece))))) != nil else { return }
            sent += piece.count
        }
        try? await outbound.write(.end(nil))
    }

    private func piece(at offset: Int) -> [UInt8]? {
        do {
            return try content.piece(at: offset)
        } catch {
            fault.withLock { $0 = error }
            return nil
        }
    }
}

/// Whether the other side was silent for too long.
private final class Silence: Sendable {
    let isOver = Mutex(false)
}

/// Ends a connection on which nothing comes or goes for long.
private final class EndOfSilence: ChannelInboundHandler {
    typealias InboundIn = NIOAny

    private let silence: Silence

    init(_ silence: Silence) { self.silence = silence }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is IdleStateHandler.IdleStateEvent else { return context.fireUserInboundEventTriggered(event) }
        silence.isOver.withLock { $0 = true }
        context.close(promise: nil)
    }
}
