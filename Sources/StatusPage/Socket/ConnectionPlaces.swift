internal import HummingbirdCore
internal import NIOCore
internal import Synchronization

/// The places of a server whose clients may wait for long.
///
/// A further client takes the place of the one that has been silent for the longest time while its request had not come
/// whole; where all have asked and await their answers, it waits in the system's line.
final class ConnectionPlaces: AvailableConnectionsDelegate {
    fileprivate struct Place {
        let channel: any Channel
        /// Whether its client is waited for, and not the other way round.
        var isAsking = true
        var lastHeard = NIODeadline.now()
        var look: Scheduled<Void>?
    }

    private struct State {
        var places: [ObjectIdentifier: Place] = [:]
        var open = 0
    }

    private let state = Mutex(State())
    private let most: Int
    /// Without a byte of a client that is waited for.
    private let patience: TimeAmount
    /// Is told of whoever sends something that is no HTTP.
    let hearNonsense: @Sendable () -> Void

    init(_ limits: ServerLimits, patience: Double, hearNonsense: @escaping @Sendable () -> Void) {
        most = limits.mostConnections
        self.patience = .milliseconds(Int64(patience * 1000))
        self.hearNonsense = hearNonsense
    }

    // MARK: The line

    func connectionOpened() {
        let silent = state.withLock { state -> Place? in
            state.open += 1
            guard state.open > most,
                let (id, _) = state.places.filter(\.value.isAsking).min(by: { $0.value.lastHeard < $1.value.lastHeard })
            else { return nil }
            return state.places.removeValue(forKey: id)
        }
        silent?.end()
    }

    func connectionClosed() { state.withLock { $0.open -= 1 } }

    func isAcceptingNewConnections() -> Bool {
        state.withLock { $0.open < most || $0.places.values.contains(where: \.isAsking) }
    }

    // MARK: Places

    func enter(_ channel: any Channel) {
        state.withLock { $0.places[ObjectIdentifier(channel)] = Place(channel: channel) }
        look(at: channel, in: patience)
    }

    func leave(_ channel: any Channel) {
        let place = state.withLock { $0.places.removeValue(forKey: ObjectIdentifier(channel)) }
        place?.look?.cancel()
    }

    /// Notes that something came.
    func hear(_ channel: any Channel) {
        state.withLock { $0.places[ObjectIdentifier(channel)]?.lastHeard = .now() }
    }

    /// Notes whether the client is waited for from now on.
    func note(_ channel: any Channel, isAsking: Bool) {
        state.withLock { state in
            state.places[ObjectIdentifier(channel)]?.isAsking = isAsking
            state.places[ObjectIdentifier(channel)]?.lastHeard = .now()
        }
    }

    private func look(at channel: any Channel, in time: TimeAmount) {
        let look = channel.eventLoop.scheduleTask(in: time) { self.look(at: channel) }
        let isKept = state.withLock { state in
            state.places[ObjectIdentifier(channel)]?.look = look
            return state.places[ObjectIdentifier(channel)] != nil
        }
        if !isKept { look.cancel() }
    }

    /// Ends a connection whose client has been silent for too long, or says when to look again.
    private func look(at channel: any Channel) {
        let place = state.withLock { $0.places[ObjectIdentifier(channel)] }
        guard let place else { return }
        guard place.isAsking else { return look(at: channel, in: patience) }
        let rest: TimeAmount = place.lastHeard + patience - NIODeadline.now()
        guard rest <= .nanoseconds(0) else { return look(at: channel, in: rest) }
        channel.close(promise: nil)
    }
}

extension ConnectionPlaces.Place {
    fileprivate func end() {
        look?.cancel()
        channel.close(promise: nil)
    }
}
