package import Feeds
package import Storage

extension InMemoryStore {
    package func deliveries(before id: Int?, limit: Int) async throws -> [DeliveredFile] {
        read { memory in
            memory.imports.indices.reversed().filter { $0 + 1 < id ?? Int.max }.prefix(limit).map(memory.delivery)
        }
    }

    package func delivery(_ id: Int) async throws -> DeliveredFile? {
        read { memory in memory.imports.indices.contains(id - 1) ? memory.delivery(id - 1) : nil }
    }

    package func deliveryCounts() async throws -> [IntakeReason?: Int] {
        read { memory in memory.imports.reduce(into: [:]) { $0[$1.refusal, default: 0] += 1 } }
    }

    package func deliveries(ofHashes hashes: Set<String>) async throws -> [String: DeliveredFile] {
        read { memory in
            let accepted = memory.imports.indices.filter { place in
                memory.imports[place].refusal == nil && hashes.contains(memory.imports[place].header.hash)
            }
            return Dictionary(accepted.map(memory.delivery).map { ($0.hash, $0) }) { first, _ in first }
        }
    }
}

extension Memory {
    /// The import at a place; the first one has the id 1.
    fileprivate func delivery(_ place: Int) -> DeliveredFile {
        let (header, tally) = (imports[place].header, imports[place].tally)
        return DeliveredFile(
            id: place + 1,
            hash: header.hash,
            fileName: header.fileName,
            byteCount: header.byteCount,
            at: header.at,
            profile: header.profile,
            refusal: imports[place].refusal,
            rows: tally.rows,
            taken: tally.taken,
            revised: tally.revised,
            unchanged: tally.unchanged,
            skipped: tally.skipCount,
            faults: tally.faultCount,
            isRepeat: imports[place].repeats != nil,
            isUndone: imports[place].undoneBy != nil
        )
    }
}
