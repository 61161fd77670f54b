import Foundation

/// Says on a terminal that work goes on that takes long; nothing of it stays, and files and pipes see nothing of it.
enum Progress {
    /// What is done at once needs no words.
    private static let patience = Duration.seconds(1)

    /// Does the work, and says meanwhile what is done and for how long; without words it says nothing.
    static func shown<Result>(
        _ words: String?,
        whileDoing work: () async throws -> Result
    ) async rethrows -> Result {
        guard let words, Terminal.hearsMessages else { return try await work() }
        let teller = Task { await tell(words) }
        do {
            let result = try await work()
            await end(teller)
            return result
        } catch {
            await end(teller)
            throw error
        }
    }

    /// Waits until the line is empty again: what is printed next begins on it.
    private static func end(_ teller: Task<Void, Never>) async {
        teller.cancel()
        await teller.value
    }

    private static func tell(_ words: String) async {
        var seconds = 0
        while (try? await Task.sleep(for: patience)) != nil {
            seconds += 1
            write("\r\u{1B}[K\(words) (\(seconds) s)")
        }
        if seconds > 0 { write("\r\u{1B}[K") }
    }

    private static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
