extension ZipArchive {
    /// Parses a part from beginning to end; `false` where there is no such part.
    ///
    /// What the handler has made of it is proven when this returns.
    @discardableResult
    func parse(_ part: String, with handler: some XMLHandler) throws -> Bool {
        guard let entry = entry(named: part) else { return false }
        let source = try open(entry)
        let parser = try XMLPushParser()
        while try parser.advance(handler, fill: source.read) != .finished {}
        return true
    }

    /// Parses a part that has to be there and may hold at most so many bytes.
    func parse(_ part: String, upTo limit: Int, with handler: some XMLHandler) throws {
        guard let entry = entry(named: part) else { throw WorkbookFault.Problem.missingPart(part) }
        guard entry.size <= limit else { throw ZipFault.expandsTooFar(entry: part) }
        try parse(part, with: handler)
    }
}
