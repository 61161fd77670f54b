internal import Catalogue
internal import Files
internal import Storage
internal import SystemPackage

/// The way of an order: it is carried out here, or by the daemon that has the store.
struct OrderWay {
    let configuration: Configuration

    /// Carries an order out.
    ///
    /// - Parameters:
    ///   - request: the order, as the daemon is given it.
    ///   - here: carries it out where no daemon runs.
    /// - Returns: what became of it.
    /// - Throws: what is in the way here; ``OrderNotAllowed``, ``ControlClient/Fault``.
    func carryOut(
        _ request: ControlRequest,
        here: () async throws -> ControlResponse
    ) async throws -> ControlResponse {
        try await carryOut(here: here) { try await ControlClient.ask(request, path: configuration.controlSocketPath) }
    }

    /// Carries an order out that is handed over in more than one step.
    func carryOut(
        here: () async throws -> ControlResponse,
        there: () async throws -> ControlResponse
    ) async throws -> ControlResponse {
        do {
            return try await here()
        } catch {
            guard let instead = reason(of: error) else { throw error }
            do {
                return try await there()
            } catch ControlClient.Fault.nobodyListens {
                throw instead
            }
        }
    }

    /// What there is to say where no daemon can be asked; `nil` where it is not asked at all.
    private func reason(of error: any Error) -> (any Error)? {
        // No daemon may have it, but a single pass, or another import.
        if case StoreError.inUse = error { return error }
        // Asked all the same: it may be root's order, or a daemon of the same user in a sandbox.
        guard FilePath(configuration.storePath).isForbidden(toWrite: true) else { return nil }
        return OrderNotAllowed(fault: wordsForPeople(about: error))
    }
}
