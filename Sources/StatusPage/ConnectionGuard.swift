internal import NIOCore

/// Ends a connection that lives too long, takes nothing of what it is sent, or goes on after the server was asked to stop.
///
/// Whoever is being answered when the life of the connection is over gets that answer whole, and nothing after it.
final class ConnectionGuard: ChannelInboundHandler, ChannelOutboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny
    typealias OutboundIn = NIOAny

    /// What whoever answers on the connection tells its guard.
    enum Sign: Sendable {
        case answerBegins
        /// What is sent from now on is there: it waits for its reader only.
        case answerIsKnown
        /// All of the answer has been handed over for sending.
        case answerEnds
    }

    private let limits: ServerLimits
    private var life: Scheduled<Void>?
    private var stall: Scheduled<Void>?
    private var farewell: Scheduled<Void>?
    private var sending: Scheduled<Void>?
    private var isAnswering = false
    private var isOver = false

    init(limits: ServerLimits) {
        self.limits = limits
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let channel = context.channel
        life = limits.lifeTime.map { seconds in
            channel.eventLoop.assumeIsolated().scheduleTask(in: .seconds(seconds)) { self.endLife(of: channel) }
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) { forget() }

    func channelInactive(context: ChannelHandlerContext) {
        forget()
        context.fireChannelInactive()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        stall?.cancel()
        stall = context.channel.isWritable ? nil : context.channel.end(in: limits.stallTime)
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent, farewell == nil {
            farewell = context.channel.end(in: limits.farewellTime)
        }
        context.fireUserInboundEventTriggered(event)
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        guard let sign = event as? Sign else {
            return context.triggerUserOutboundEvent(event, promise: promise)
        }
        switch sign {
        case .answerBegins: isAnswering = true
        case .answerIsKnown: sending = limits.sendTime.map { context.channel.end(in: $0) }
        case .answerEnds:
            isAnswering = false
            sending?.cancel()
            // What has been handed over is sent first.
            if isOver || limits.isForOneAnswer { context.close(mode: .output, promise: nil) }
        }
        promise?.succeed()
    }

    /// Between two answers it ends at once; an answer that is under way has some time more.
    private func endLife(of channel: any Channel) {
        guard isAnswering else { return channel.close(promise: nil) }
        isOver = true
        life = channel.end(in: limits.lastAnswerTime)
    }

    private func forget() {
        for task in [life, stall, farewell, sending] { task?.cancel() }
    }
}

extension Channel {
    /// Closes the connection so many seconds from now, unless that is cancelled.
    func end(in seconds: Double) -> Scheduled<Void> {
        eventLoop.scheduleTask(in: .seconds(seconds)) { self.close(promise: nil) }
    }
}

extension TimeAmount {
    /// Seconds with their fractions.
    static func seconds(_ seconds: Double) -> TimeAmount { .milliseconds(Int64(seconds * 1000)) }
}
