package import Indicators

extension Receipt {
    /// More would hide what stands below them; the JSON beside it has more.
    private static let mostRevisions = 20
    private static let wrap = TextWrap(width: 100, breaksWords: false)

    /// The receipt as plain text for people: the outcome first, then what to do, then how the file was read.
    ///
    /// - Parameters:
    ///   - language: the language.
    ///   - zone: the zone of the times.
    ///   - effects: a paragraph for each thing that follows from it.
    /// - Returns: the text.
    package func text(language: Language = .nl, zone: LocalZone, effects: [[String]] = []) -> String {
        let words = ReceiptWords(language)
        let parts = [
            heading(words),
            Self.wrap.lines(summary(language)),
            continuedLine(words, zone),
            earlierLine(words, zone),
            faultLines(words),
            quotedLines(words),
            countLines(words),
            unfinishedLines(words),
            remarkLines(words),
        ]
        let details = [
            revisionLines(words),
            amendedLines(words),
            withdrawnLines(words),
            vanishedLines(words),
            lapsedLines(words, zone),
            skipLines(words),
            readingLines(words, zone),
        ]
        let told = effects.map { $0.flatMap(Self.wrapped) }
        return (parts + told + details).filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(
            separator: "\n\n"
        ) + "\n"
    }

    /// A line of a paragraph, or an item of a list.
    private static func wrapped(_ line: String) -> [String] {
        line.hasPrefix("- ") ? wrap.lines(String(line.dropFirst(2)), mark: "- ") : wrap.lines(line)
    }

    /// What became of the file, in one or two sentences.
    package func summary(_ language: Language = .nl) -> String {
        let words = ReceiptWords(language)
        switch outcome {
        case .taken where earlier != nil: return words.takenAfterAll(tally)
        case .taken: return tally.faultCount == 0 ? words.allTaken : words.partlyTaken(tally)
        case .nothingTaken: return words.nothingTaken(tally)
        case .refused: return words.refused(self)
        case .duplicate: return words.duplicate(tally)
        case .dryRun: return words.dryRun(tally)
        }
    }

    private func heading(_ words: ReceiptWords) -> [String] {
        ["\(words.heading(outcome, isDryRun: isDryRun)): \(Printable.text(fileName.bytes, limit: 100))"]
    }

    private func earlierLine(_ words: ReceiptWords, _ zone: LocalZone) -> [String] {
        guard let earlier else { return [] }
        return Self.wrap.lines(
            words.earlier(words.time(zone.local(earlier.at)), Printable.text(earlier.fileName.bytes, limit: 100))
        )
    }

    private func faultLines(_ words: ReceiptWords) -> [String] {
        let shown = tally.faults.map { Self.wrap.lines(line($0, words), mark: "- ") }
        let rest = tally.unnamedFaults
        return shown.flatMap { $0 } + (rest > 0 ? [words.more(rest)] : [])
    }

    private func line(_ fault: RowFault, _ words: ReceiptWords) -> String {
        let sentence = fault.sentence(words.phrases.language)
        guard let rows = tally.folded[fault.reason], rows.count > 1 else { return sentence }
        return "\(sentence) \(words.likewise(rows))"
    }

    private func quotedLines(_ words: ReceiptWords) -> [String] {
        guard !quotedFirstLines.isEmpty else { return [] }
        return [words.firstLines] + quotedFirstLines.map { "  \($0)" }
    }

    /// The first lines as they may be shown anywhere: in quotation marks, so that none is a formula, and escaped.
    var quotedFirstLines: [String] { firstLines.map { "'\(Printable.quotable($0, limit: 100))'" } }

    private func unfinishedLines(_ words: ReceiptWords) -> [String] {
        tally.unfinished == 0 ? [] : Self.wrap.lines(words.unfinished(tally.unfinished))
    }

    private func countLines(_ words: ReceiptWords) -> [String] {
        guard tally.rows > 0 else { return [] }
        return words.counts(tally, outcome).map { name, count in
            let number = String(count)
            let gap = max(1, 24 - name.count - number.count)
            return name + String(repeating: " ", count: gap) + number
        }
    }

    private func continuedLine(_ words: ReceiptWords, _ zone: LocalZone) -> [String] {
        guard let continues else { return [] }
        return Self.wrap.lines(words.continued(words.time(zone.local(continues.at))))
    }

    private func withdrawnLines(_ words: ReceiptWords) -> [String] {
        guard !tally.withdrawn.isEmpty else { return [] }
        let lines = tally.withdrawn.items.flatMap { Self.wrap.lines(words.line($0), mark: "- ") }
        let rest = tally.withdrawn.count - tally.withdrawn.items.count
        return [words.withdrawn] + lines + (rest > 0 ? [words.more(rest)] : [])
    }

    private func amendedLines(_ words: ReceiptWords) -> [String] {
        guard !tally.amended.isEmpty else { return [] }
        let lines = tally.amended.items.flatMap { Self.wrap.lines(words.line($0), mark: "- ") }
        let rest = tally.amended.count - tally.amended.items.count
        return [words.amended] + lines + (rest > 0 ? [words.more(rest)] : [])
    }

    private func remarkLines(_ words: ReceiptWords) -> [String] {
        guard !tally.remarks.isEmpty else { return [] }
        let shown = tally.remarks.items.prefix(Self.mostRevisions)
        let rest = tally.remarks.count - shown.count
        return [words.remarks] + shown.flatMap { Self.wrap.lines(words.line($0), mark: "- ") }
            + (rest > 0 ? [words.more(rest)] : [])
    }

    private func vanishedLines(_ words: ReceiptWords) -> [String] {
        guard !tally.vanished.isEmpty else { return [] }
        let shown = tally.vanished.items.prefix(Self.mostRevisions)
        let lines = shown.flatMap { Self.wrap.lines(words.line($0), mark: "- ") }
        let rest = tally.vanished.count - shown.count
        return Self.wrap.lines(words.vanished) + lines + (rest > 0 ? [words.more(rest)] : [])
    }

    private func lapsedLines(_ words: ReceiptWords, _ zone: LocalZone) -> [String] {
        guard !tally.lapsed.isEmpty else { return [] }
        let lines = tally.lapsed.items.flatMap { value in
            let at = words.time(zone.local(Instant(milliseconds: value.at)))
            return Self.wrap.lines(words.line(value, at: at), mark: "- ")
        }
        let rest = tally.lapsed.count - tally.lapsed.items.count
        return [words.lapsed] + lines + (rest > 0 ? [words.more(rest)] : [])
            + Self.wrap.lines(words.howToHoldAgain(tally.lapsed.items))
    }

    private func revisionLines(_ words: ReceiptWords) -> [String] {
        guard !tally.revisions.isEmpty else { return [] }
        let shown = tally.revisions.prefix(Self.mostRevisions)
        let lines = shown.map { "- " + Self.line($0, words) }
        let rest = tally.revised - tally.amended.count - shown.count
        return [words.revisions(areReports: tally.revisions.contains(where: \.isReport))] + lines
            + (rest > 0 ? [words.more(rest)] : [])
    }

    private static func line(_ revision: RevisedValue, _ words: ReceiptWords) -> String {
        let series = Printable.text(revision.series.description, limit: 200)
        let (old, new) = words.change(revision)
        return "\(series), \(words.phrases.period(revision.period)): \(old) → \(new)"
    }

    private func skipLines(_ words: ReceiptWords) -> [String] {
        guard !tally.skips.isEmpty else { return [] }
        let wholeRows = tally.byRow.map { $0.skipped + tally.undoneValues.skipped } ?? tally.skipCount
        return [words.skipped(areParts: tally.skipCount > wholeRows)]
            + tally.orderedSkips.flatMap { reason, skips in
                Self.wrap.lines(
                    words.skip(skips, words.say(reason), inSheet: dialect?.container.sheet != nil),
                    mark: "- "
                )
            }
    }

    private func readingLines(_ words: ReceiptWords, _ zone: LocalZone) -> [String] {
        var lines = recognition.map { Self.wrap.lines(words.takenFor($0)) } ?? []
        lines += dialect.map { Self.wrap.lines(words.reading($0)) } ?? []
        if let read = tally.dayRead { lines += Self.wrap.lines(words.dayRead(read)) }
        if let feed { lines += Self.wrap.lines(words.feed(feed, files: feedFiles)) }
        if let profile { lines += words.delivery(profile).flatMap { Self.wrap.lines($0) } }
        lines.append(words.received + words.time(zone.local(at)) + (size.map(words.bytes) ?? ""))
        if let sha256 { lines.append("SHA-256: \(sha256)") }
        return lines
    }
}
