package import Indicators

/// The store as corrections need it: what people take back.
package protocol CorrectionStore: Sendable {
    /// Takes back what is ordered: the older value holds again, or none.
    ///
    /// Nothing is removed: what held stays readable as an older revision, and the order is kept with who gave it and why.
    /// Every series whose value is another one now is marked to be judged, and so is every series made of it. A file that
    /// only took values back gives them back.
    ///
    /// - Parameters:
    ///   - order: the order.
    ///   - dependants: the derived series to judge when this one changes.
    /// - Returns: what became of the order.
    /// - Throws: ``StoreError``.
    func obey(
        _ order: WithdrawalOrder,
        dependants: @escaping @Sendable (SeriesKey) -> [SeriesKey]
    ) async throws -> WithdrawalOrder.Outcome

    /// The revisions of one series that stand where they are because a value was taken back, each behind the one that it was
    /// taken back from, by the moment of the order.
    func corrections(of series: SeriesKey) async throws -> [CorrectedValue]
}
