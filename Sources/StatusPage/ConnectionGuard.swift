internal import NIOCore

/// Ends a connection that lives too long, takes nothing of what it is sent, or goes on after the server was asked to stop.
final class ConnectionGuard: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny

    private let limits: ServerLimits
    private var life: Scheduled<Void>?
    private var stall: Scheduled<Void>?
    private var farewell: Scheduled<Void>?

    init(limits: ServerLimits) {
        self.limits = limits
    }

    func handlerAdded(context: ChannelHandlerContext) {
        life = context.channel.end(in: limits.lifeTime)
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

    private func forget() {
        for task in [life, stall, farewell] { task?.cancel() }
    }
}

extension Channel {
    /// Closes the connection so many seconds from now, unless that is cancelled.
    func end(in seconds: Double) -> Scheduled<Void> {
        eventLoop.scheduleTask(in: .milliseconds(Int64(seconds * 1000))) { self.close(promise: nil) }
    }
}
