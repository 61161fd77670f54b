internal import Files
internal import Glibc
internal import Indicators
package import Logging
internal import StatusPage
internal import Synchronization

/// Takes the requests of commands on a Unix socket, over HTTP.
package struct ControlServer: Sendable {
    /// Answers a request.
    package typealias Handler = @Sendable (ControlRequest) async -> ControlAnswer

    /// Why the socket could not be opened.
    package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        package let description: String
    }

    /// So many are served at once, silent ones apart, which make room.
    private static let mostConnections = 256
    /// In bytes, as the system's addresses hold no more.
    private static let longestPath = 107

    private let path: String
    private let patience: Double
    private let sendTime: Double
    private let logger: Logger
    private let largestFile: @Sendable () async -> Int
    private let handler: Handler
    private let replies = OpenReplies()
    private let large = LargeRequests()

    /// A server that has not begun yet.
    ///
    /// - Parameters:
    ///   - path: at most 107 bytes, as the system's addresses hold no more.
    ///   - patience: the seconds without a byte after which a client that is waited for is given up.
    ///   - sendTime: the seconds after which an answer is given up that its reader has not taken whole: it has a place of few.
    ///   - logger: hears of what came that is no request.
    ///   - largestFile: gives how many bytes a file may have that is handed over.
    ///   - handler: answers a request.
    package init(
        path: String,
        patience: Double = 30,
        sendTime: Double = 600,
        logger: Logger,
        largestFile: @escaping @Sendable () async -> Int,
        handler: @escaping Handler
    ) {
        self.path = path
        self.patience = patience
        self.sendTime = sendTime
        self.logger = logger
        self.largestFile = largestFile
        self.handler = handler
    }

    /// Does the work, and answers commands from before its beginning until after its end.
    ///
    /// A socket file that a dead process left is replaced; one that answers is a fault. Whoever has no answer when the work
    /// ends is told so.
    ///
    /// - Throws: ``Fault`` where nobody can listen there; what the work throws.
    package func serve(while work: () async throws -> Void) async throws {
        guard path.utf8.count <= Self.longestPath else {
            let shown = path.shownSafely()
            throw Fault(description: "the path of the control socket is too long: '\(shown)' (at most 107 bytes)")
        }
        do {
            try await server.serve {
                defer { replies.close() }
                try await work()
            }
        } catch let fault as SocketServer.Fault {
            throw Fault(fault, path: path)
        }
    }

    private var server: SocketServer {
        SocketServer(
            path: path,
            mostConnections: Self.mostConnections,
            patience: patience,
            sendTime: sendTime,
            logger: logger,
            hearNonsense: Nonsense(logger: logger).hear,
            responder: answer
        )
    }
}

extension ControlServer.Fault {
    fileprivate init(_ fault: SocketServer.Fault, path: String) {
        let shown = path.shownSafely()
        description =
            switch fault {
            case .holdsSomethingElse: "the path of the control socket holds something else: '\(shown)'"
            case .isTaken: "another daemon answers on the control socket '\(shown)'"
            case .refused(let why): "cannot listen on the control socket '\(shown)': \(why)"
            }
    }
}

// MARK: Requests

extension ControlServer {
    /// In bytes, of who may only ask, and of who may give orders; a file comes beside that.
    fileprivate static let (longestQuestion, longestOrder) = (16_384, 1 << 20)

    private func answer(_ asked: SocketRequest) async throws -> SocketAnswer {
        guard let kind = ControlKind(target: asked.target) else { return await asked.refused(.notFound, Self.unknown) }
        guard asked.isPost else { return await asked.refused(.methodNotAllowed, Self.unknown) }
        // The folder's rights decide who reaches the socket; beside root only the daemon's own user may give orders.
        let mayOrder = asked.user == 0 || asked.user == geteuid()
        guard mayOrder || !kind.isOrder else { return await asked.refused(.forbidden, Self.onlyForItsUser) }
        do {
            guard kind != .take else { return try await take(asked) }
            let json = try await asked.body(upTo: mayOrder ? Self.longestOrder : Self.longestQuestion)
            return await answer(to: try ControlCoding.decode(kind, json))
        } catch is ControlCoding.Malformed {
            return SocketAnswer(.badRequest, Self.unknown)
        } catch is SocketRequest.TooLong {
            return SocketAnswer(.contentTooLarge, Self.tooLong)
        }
    }

    private func answer(to request: ControlRequest) async -> SocketAnswer {
        let answer = await replies.answer(isForgettable: !request.kind.isOrder) { [handler] in await handler(request) }
        return SocketAnswer(.ok, answer)
    }

    /// Takes a file in that comes with the request.
    private func take(_ asked: SocketRequest) async throws -> SocketAnswer {
        guard let length = asked.announcedLength, let written = asked.header(ControlCoding.nameHeader) else {
            throw ControlCoding.Malformed()
        }
        let name = try ControlCoding.name(written)
        let isDryRun = asked.header(ControlCoding.dryRunHeader) == "true"
        guard length <= (await largestFile()) else { throw SocketRequest.TooLong() }
        let turn = length > LargeRequests.threshold ? await large.turn() : nil
        do {
            let file = HandedFile(try await content(of: asked, length), in: turn)
            return await answer(to: .take(name: name, file, isDryRun: isDryRun))
        } catch let fault as FileSystemFault {
            return SocketAnswer(.ok, ControlAnswer(ControlResponse(failure: fault)))
        }
    }

    /// What comes with a request, in a file without a name: memory does not grow with it.
    private func content(of asked: SocketRequest, _ length: Int) async throws -> OpenFile {
        let file = Mutex<OpenFile?>(nil)
        try await asked.pieces(of: length) { piece in
            try file.withLock { file in
                let open = try file ?? OpenFile.temporary(holding: [])
                file = open
                try open.write(piece)
            }
        }
        return try file.withLock(\.self) ?? OpenFile.temporary(holding: [])
    }
}

// MARK: Refusals

extension ControlServer {
    private static func refusal(_ status: ExitStatus, _ words: String) -> ControlAnswer {
        ControlAnswer(ControlResponse(status: status, words: words))
    }

    private static let unknown = refusal(
        .tryAgainLater,
        "the running daemon does not know this request: it is of another version than this command; restart it, "
            + "as by 'systemctl restart peilwacht'"
    )
    private static let tooLong = refusal(.dataRefused, "this is more than the daemon takes over its socket")
    private static let onlyForItsUser = refusal(
        .tryAgainLater,
        "peilwacht: \(OrderNotAllowed.words)"
    )
}

extension SocketAnswer {
    fileprivate init(_ status: Status, _ answer: ControlAnswer) {
        self.init(status, answer.content)
    }
}

extension SocketRequest {
    /// The refusal, behind a body that is short: not every client reads before it has sent all.
    fileprivate func refused(_ status: SocketAnswer.Status, _ answer: ControlAnswer) async -> SocketAnswer {
        _ = try? await body(upTo: ControlServer.longestQuestion)
        return SocketAnswer(status, answer)
    }
}
