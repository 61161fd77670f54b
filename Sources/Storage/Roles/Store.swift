/// What Peilwacht remembers, in all of its roles; whoever needs one of them asks for that one.
///
/// Each method of a role is one whole transaction, named for what it keeps true; when it returns, the change is on disk.
/// Several daemons may one day work on one store: nothing above may assume that it is the only one.
///
/// Every method throws ``StoreError``, and `CancellationError` where its task is cancelled; then nothing is kept.
package protocol Store: IntakeStore, JudgingStore, DigestStore, EventLogStore, OutboxStore, CorrectionStore,
    DisclosureStore, HandlingStore, StandingStore, DeliveryStore
{}
