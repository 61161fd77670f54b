package import Alerting

/// The store as the alert log needs it: the committed changes, numbered.
package protocol EventLogStore: Sendable {
    /// The number of the last event; 0 without one.
    func lastEventNumber() async throws -> Int

    /// The events after a number, in order.
    func events(after seq: Int, limit: Int) async throws -> [AlertEvent]
}
