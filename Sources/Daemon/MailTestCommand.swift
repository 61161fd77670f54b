internal import Catalogue

/// The `mail test` command: has the running daemon try it, or tries it itself where none runs.
///
/// The daemon has the credentials and the sandbox by which mail really goes out.
package struct MailTestCommand: Sendable {
    private let active: ActiveConfiguration

    package init(active: ActiveConfiguration) { self.active = active }

    /// The relay of the configuration; empty where there is none.
    package var relay: String { active.configuration.mail?.relay ?? "" }

    /// Hands the mail over.
    ///
    /// - Returns: what became of it, with an exit status.
    /// - Throws: ``ControlClient/Fault``.
    package func carryOut(_ order: MailTestOrder) async throws -> ControlResponse {
        do {
            return try await ControlClient.ask(.testMail(order), path: active.configuration.controlSocketPath)
        } catch ControlClient.Fault.nobodyListens {
            return await MailTester(active: active).answer(order, asTheDaemon: false)
        }
    }
}
