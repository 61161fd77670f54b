package import Alerting
internal import Catalogue
internal import Files
internal import Indicators
internal import Storage

/// The commands `ack`, `silence`, `unsilence` and `note`: hands an order to the daemon, or carries it out itself where none
/// runs.
package struct HandlingCommand: Sendable {
    private let active: ActiveConfiguration
    private let clock: WallClock
    private let environment: [String: String]

    package init(active: ActiveConfiguration, clock: WallClock, environment: [String: String]) {
        self.active = active
        self.clock = clock
        self.environment = environment
    }

    /// Carries out an order.
    ///
    /// - Returns: what became of it, with an exit status.
    /// - Throws: ``StoreError``, ``FileSystemFault``, ``ControlClient/Fault``.
    package func carryOut(_ order: HandlingOrder) async throws -> ControlResponse {
        try await OrderWay(configuration: active.configuration).carryOut(.handle(order)) {
            let engine = try await Engine.forCommand(active, clock: clock, environment: environment)
            return try await engine.handle(order)
        }
    }
}
