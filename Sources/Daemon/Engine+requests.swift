internal import Alerting
internal import Feeds
internal import Files
internal import Indicators
internal import Logging
internal import Storage
internal import SystemPackage
internal import Telling

/// What the engine answers to those who ask it over the control socket.
extension Engine {
    /// Answers a command.
    func answer(_ request: ControlRequest) async throws -> ControlResponse {
        switch request {
        case .pass:
            let summary = try await pass()
            return ControlResponse(status: summary.isComplete ? 0 : 1, json: JSONObject().line, text: statusLine)
        case .take(let name, let handed, let isDryRun):
            return try await answer(FileName(bytes: name), handed.file, isDryRun: isDryRun)
        case .takeAt(let path, let device, let inode, let isDryRun):
            // Within the sandbox of a service another file may stand there, or none.
            guard let file = try? OpenFile.open(path), let status = try? file.status(), status.kind == .regular,
                status.device == device, status.inode == inode
            else { return .notMet }
            return try await answer(FileName(endOf: FilePath(path)), file, isDryRun: isDryRun)
        case .show, .testMail, .health:
            // Never put in line: they are answered beside the work.
            return ControlResponse(status: .ownFault, words: "a question came where orders are carried out")
        case .queue(let order):
            let outcome = try await obey(order)
            let mails = QueuedMails(store: store, disclosure: try await disclosure())
            return try await ControlResponse(outcome, of: order, by: mails, active: active)
        case .withdraw(let order): return try await withdraw(order)
        case .handle(let order): return try await handle(order)
        case .disclose(let note): return try await keep(note)
        }
    }

    /// A mail that is tried again goes out from the sender of now, like those that waited.
    private func obey(_ order: QueueOrder) async throws -> QueueOrder.Outcome {
        let outcome = try await store.obey(order)
        try await writeOutputs()
        if try await MendedSender(store: store, outbox: outbox, active: active).run(at: order.at) > 0 {
            try await writeOutputs()
        }
        return outcome
    }

    private func answer(_ name: FileName, _ file: OpenFile, isDryRun: Bool) async throws -> ControlResponse {
        _ = try await hasItsFolders(isPatient: false)
        guard !isDryRun else { return try await rehearse(name, file) }
        let receipt = try await takeByHand(name: name, file: file, isHolding: true)
        var summary = Summary()
        try await decide(&summary)
        let told = receipt.claim.flatMap { summary.receipts[$0] }
        return ControlResponse(told ?? ToldReceipt(receipt), active: active)
    }

    /// Takes a file in that a user named.
    func takeByHand(name: FileName, file: OpenFile, isHolding: Bool) async throws -> Receipt {
        let receipt = try await inbox.takeByHand(
            file,
            name: name,
            isDryRun: false,
            isHolding: isHolding,
            with: intake,
            at: clock.now()
        )
        Self.tell(receipt, logger)
        return receipt
    }
}

extension Engine.Summary {
    /// Whether nothing was refused, no row set aside, and nothing left behind.
    var isComplete: Bool {
        inbox.outcomes[.refused, default: 0] == 0 && inbox.withRowsSetAside == 0 && inbox.stuck == 0
            && refusedActs == 0
    }
}
