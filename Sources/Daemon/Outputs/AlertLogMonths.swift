internal import Feeds
internal import Files
internal import Indicators

/// The files with the lines of earlier months, beside the log: `alerts-2026-03.jsonl`, and `alerts-2026-03-2.jsonl` where
/// one of that name was there.
struct AlertLogMonths {
    let folder: Directory
    /// The name of the log itself.
    let log: FileName

    /// One of them.
    struct Month: Hashable {
        let name: FileName
        /// The number of its last line.
        let lastSeq: Int
    }

    /// The longest line that is written, and more.
    private static let longestLine = 1 << 20

    /// Those whose last line can be read, by its number.
    func all() throws(FileSystemFault) -> [Month] {
        var months: [Month] = []
        for name in try folder.names() where isOurs(name) {
            guard try folder.status(of: name)?.kind == .regular, let lastSeq = try lastSeq(of: name) else { continue }
            months.append(Month(name: name, lastSeq: lastSeq))
        }
        return months.sorted { $0.lastSeq < $1.lastSeq }
    }

    /// Puts the log among them, under the month of its last line; its name is free then.
    func add(_ month: String) throws(FileSystemFault) {
        var number = 1
        while true {
            let tail = number == 1 ? month : "\(month)-\(number)"
            if try folder.move(log, to: folder, as: FileName(bytes: stem + Array("-\(tail)".utf8) + ending)) { break }
            number += 1
        }
        try folder.sync()
    }

    /// The names of those whose month ended before a day.
    func names(endedBefore day: CalendarDate) throws(FileSystemFault) -> [FileName] {
        let bound = String(day.description.prefix(7))
        return try folder.names().filter { name in isOurs(name) && month(of: name) < bound }
    }

    /// The month of one of them: `2026-03`.
    private func month(of name: FileName) -> String {
        String(decoding: name.bytes.dropFirst(stem.count + 1).prefix(7), as: UTF8.self)
    }

    private var stem: [UInt8] { Array(log.bytes.dropLast(ending.count)) }

    /// From the last full stop on; none where that begins the name.
    private var ending: [UInt8] {
        guard let point = log.bytes.lastIndex(of: UInt8(ascii: ".")), point > 0 else { return [] }
        return Array(log.bytes[point...])
    }

    private func isOurs(_ name: FileName) -> Bool {
        let bytes = name.bytes
        guard bytes.count > stem.count + ending.count, bytes.starts(with: stem),
            bytes.suffix(ending.count) == ending[...]
        else { return false }
        let parts = bytes.dropFirst(stem.count).dropLast(ending.count)
            .split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard (3...4).contains(parts.count), parts[0].isEmpty, parts[1].count == 4, parts[2].count == 2 else {
            return false
        }
        return parts.dropFirst().allSatisfy { !$0.isEmpty && $0.allSatisfy { (48...57).contains($0) } }
    }

    private func lastSeq(of name: FileName) throws(FileSystemFault) -> Int? {
        let file = try folder.openFile(name)
        let size = try file.status().size
        let start = max(0, size - Self.longestLine)
        var tail: [UInt8] = []
        while tail.count < size - start {
            let part = try file.read(at: start + tail.count, count: 65_536)
            if part.isEmpty { break }
            tail += part
        }
        guard tail.last == UInt8(ascii: "\n"), let line = tail.dropLast().split(separator: UInt8(ascii: "\n")).last
        else {
            return nil
        }
        return AlertLogTail.seq(Array(line))
    }
}
