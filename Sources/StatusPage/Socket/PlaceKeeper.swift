internal import NIOCore
internal import NIOHTTP1

/// Tells the places of a server what comes and ends on one connection.
final class PlaceKeeper: ChannelInboundHandler, ChannelOutboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny
    typealias OutboundIn = NIOAny

    private let places: ConnectionPlaces

    init(_ places: ConnectionPlaces) {
        self.places = places
    }

    func handlerAdded(context: ChannelHandlerContext) { places.enter(context.channel) }

    func handlerRemoved(context: ChannelHandlerContext) { places.leave(context.channel) }

    func channelInactive(context: ChannelHandlerContext) {
        places.leave(context.channel)
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        places.hear(context.channel)
        context.fireChannelRead(data)
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        switch event as? ConnectionGuard.Sign {
        // Whether it reads what it is sent its guard sees.
        case .answerBegins: places.note(context.channel, isAsking: false)
        case .answerEnds: places.note(context.channel, isAsking: true)
        case .answerIsKnown, nil: break
        }
        context.triggerUserOutboundEvent(event, promise: promise)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // A client that hangs up is none that speaks something else.
        if error is HTTPParserError, error as? HTTPParserError != .invalidEOFState { places.hearNonsense() }
        context.fireErrorCaught(error)
    }
}
