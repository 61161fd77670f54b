internal import NIOCore

/// One connection, seen from outside its event loop.
struct SMTPConnection: Sendable {
    private let eventLoop: any EventLoop
    private let session: NIOLoopBoundBox<SMTPSession>

    /// Prepares a connection for a first message.
    init(_ envelope: SMTPEnvelope, settings: SMTPSettings, eventLoop: any EventLoop, isKept: Bool) {
        self.eventLoop = eventLoop
        let conversation = SMTPConversation(envelope, settings: settings, isKept: isKept)
        session = NIOLoopBoundBox.makeBoxSendingValue(
            SMTPSession(conversation, settings: settings, eventLoop: eventLoop),
            eventLoop: eventLoop
        )
    }

    /// Connects and delivers the first message.
    func begin() async -> DeliveryOutcome {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                eventLoop.execute { session.value.begin { continuation.resume(returning: $0) } }
            }
        } onCancel: {
            eventLoop.execute { session.value.feed(.cancelled) }
        }
    }

    /// Delivers another message; `nil` where the connection is gone and nothing was sent.
    func goOn(with envelope: SMTPEnvelope) async -> DeliveryOutcome? {
        guard !Task.isCancelled else { return .temporary(DeliveryFailure(.cancelled, at: .rest)) }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                eventLoop.execute {
                    guard session.value.rests else { return continuation.resume(returning: nil) }
                    session.value.goOn(with: envelope) { continuation.resume(returning: $0) }
                }
            }
        } onCancel: {
            eventLoop.execute { session.value.feed(.cancelled) }
        }
    }

    /// Takes leave of the relay, where nothing is under way; nobody waits for its answer.
    func close() {
        eventLoop.execute { session.value.feed(.farewell) }
    }
}
