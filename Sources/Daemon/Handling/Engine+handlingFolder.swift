internal import Alerting
internal import Catalogue
internal import Feeds
internal import Files
internal import Indicators
internal import Logging

/// Acts that administrators drop as files.
extension Engine {
    /// Refuses a folder that others may write in.
    func verifyHandlingFolder() throws {
        guard let path = active.configuration.folders.handling else { return }
        _ = try HandlingFolder(opening: path)
    }

    /// Carries out what was dropped: of each file all acts, or none; gives how many files were refused.
    func takeHandling() async throws -> Int {
        guard let path = active.configuration.folders.handling else { return 0 }
        let folder: HandlingFolder
        do {
            folder = try HandlingFolder(opening: path)
        } catch let fault as HandlingFolder.Unsafe {
            logger.error("\(fault)")
            return 1
        }
        var refused = 0
        for name in try folder.leftBehind() {
            try file(name, as: name.withoutClaim, in: folder, isTaken: false, [Self.endedInTheMiddle])
            refused += 1
        }
        for name in try folder.ready(at: WallClock.system.now()) {
            guard let claimed = try folder.claim(name) else { continue }
            refused += try await take(claimed, name, in: folder) ? 0 : 1
        }
        return refused
    }

    private static let endedInTheMiddle =
        "the program ended while it carried this file out; alerts.jsonl shows what was done of it"

    private func take(_ claimed: FileName, _ name: FileName, in folder: HandlingFolder) async throws -> Bool {
        guard let bytes = try folder.bytes(of: claimed, upTo: YAMLDocument.maximumSize) else {
            let words = "the file is larger than \(YAMLDocument.maximumSize) bytes; divide it over several files"
            try file(claimed, as: name, in: folder, isTaken: false, [words])
            return false
        }
        let orders: [HandlingOrder]
        do throws(ConfigurationFaults) {
            orders = try readHandlingOrders(bytes, file: name.printable, in: active.zone, at: now)
        } catch {
            try file(claimed, as: name, in: folder, isTaken: false, error.faults.map(\.description))
            return false
        }
        return try await carryOut(orders, claimed, name, in: folder)
    }

    /// All of the acts, or none.
    private func carryOut(
        _ orders: [HandlingOrder],
        _ claimed: FileName,
        _ name: FileName,
        in folder: HandlingFolder
    ) async throws -> Bool {
        let desk = HandlingDesk(store: store, active: active)
        var refusals: [String] = []
        for (number, order) in orders.enumerated() {
            guard let refusal = try await desk.refusal(of: order) else { continue }
            refusals.append("act \(number + 1): \(refusal.words(in: active))")
        }
        guard refusals.isEmpty else {
            try file(claimed, as: name, in: folder, isTaken: false, refusals + ["nothing of the file was done"])
            return false
        }
        var done: [String] = []
        for order in orders { done.append(try await handle(order).text) }
        try file(claimed, as: name, in: folder, isTaken: true, done)
        return true
    }

    private func file(
        _ claimed: FileName,
        as name: FileName,
        in folder: HandlingFolder,
        isTaken: Bool,
        _ lines: [String]
    ) throws {
        let text = lines.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined()
        try folder.file(claimed, as: name, isTaken: isTaken, saying: text)
        logger.log(
            level: isTaken ? .notice : .warning,
            isTaken ? "handling carried out" : "handling refused: \(lines.first?.oneLine(limit: 300) ?? "")",
            metadata: ["file": "\(name.printable)"]
        )
    }
}

extension FileName {
    /// The name that a claimed file had before.
    fileprivate var withoutClaim: FileName {
        FileName(bytes: Array(bytes.dropFirst().dropLast(HandlingFolder.busy.utf8.count)))
    }
}
