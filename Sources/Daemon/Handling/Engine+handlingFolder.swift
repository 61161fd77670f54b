internal import Alerting
internal import Catalogue
internal import Feeds
internal import Files
internal import Indicators
internal import Logging
internal import SystemPackage

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
        do {
            return try await takeHandling(from: try HandlingFolder(opening: path))
        } catch let fault as HandlingFolder.Unsafe {
            logger.error("\(fault)")
        } catch let fault as FileSystemFault where !fault.isFatal {
            // The watch goes on: what is dropped there waits.
            logger.error("files with acts of handling are not carried out now: \(fault)")
        }
        return 1
    }

    private func takeHandling(from folder: HandlingFolder) async throws -> Int {
        var refused = 0
        for name in try folder.leftBehind() {
            try file(name, as: name.withoutClaim, in: folder, isTaken: false, [Self.endedInTheMiddle])
            refused += 1
        }
        for name in try folder.ready(at: WallClock.system.now()) {
            refused += try await take(name, in: folder) ? 0 : 1
        }
        return refused
    }

    /// It may have been interrupted before or after its acts were kept.
    private static let endedInTheMiddle =
        "this file was not carried out to its end; alerts.jsonl shows what was done of it"

    /// Takes a file; `false` where it is refused.
    private func take(_ name: FileName, in folder: HandlingFolder) async throws -> Bool {
        let opened: OpenFile?
        do throws(FileSystemFault) {
            opened = try folder.open(name)
        } catch {
            guard error.code == .permissionDenied else { throw error }
            opened = nil
        }
        guard let claimed = try folder.claim(name) else { return true }
        guard let content = opened else {
            let words = "the daemon may not read the file; give it to the daemon's user, and drop it again"
            try file(claimed, as: name, in: folder, isTaken: false, [words])
            return false
        }
        guard let bytes = try folder.bytes(of: content, upTo: YAMLDocument.maximumSize) else {
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
        let results = try await carryOut(orders)
        var (done, refusals): ([String], [String]) = ([], [])
        let disclosure = try await disclosure()
        for (number, result) in results.enumerated() {
            switch result {
            case .success: done.append(ControlResponse(result, by: disclosure, active: active).text)
            case .failure(let refusal):
                let act = active.phrases.say("handeling \(number + 1)", "act \(number + 1)")
                refusals.append("\(act): \(refusal.words(in: active))")
            }
        }
        guard refusals.isEmpty else {
            let nothing = active.phrases.say("van het bestand is niets uitgevoerd", "nothing of the file was done")
            try file(claimed, as: name, in: folder, isTaken: false, refusals + [nothing])
            return false
        }
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
