internal import Alerting
internal import Feeds
internal import Files
internal import Logging
internal import Telling

extension Engine {
    /// Writes the receipts of what was judged now.
    func fileReceipts(_ summary: inout Summary) async throws {
        let filed = try await inbox.fileHeld(with: intake)
        summary.receipts = filed.told
        if filed.told.values.contains(where: { $0.receipt.profile?.receiptTo != nil }) { try await writeOutputs() }
        for trouble in filed.troubles {
            summary.inbox.stuck += 1
            logger.warning(
                "its receipt waits to be written: \(trouble.why.sentence)",
                metadata: ["file": "\(trouble.name.printable)"]
            )
        }
    }

    /// Says what would be taken in of a file that a user named, and what would follow.
    func rehearse(_ name: FileName, _ file: OpenFile) async throws -> ControlResponse {
        let told = try await inbox.rehearse(file, name: name, with: intake, foresight, at: now)
        Self.tell(told.receipt, logger)
        return ControlResponse(told, active: active)
    }

    /// Takes a file in that a user named, where nobody judges it now, and foresees what follows.
    func takeByHandUnjudged(name: FileName, file: OpenFile) async throws -> ControlResponse {
        let receipt = try await takeByHand(name: name, file: file, isHolding: true)
        let told = ToldReceipt(receipt, try await foresight.consequences(of: receipt, at: now))
        try await inbox.fileHeld(told, with: intake)
        return ControlResponse(told, active: active)
    }
}
