extension IntakeTally {
    /// How many there were, and the first hundred.
    package struct Listed<Item: Hashable & Sendable & Codable>: Hashable, Sendable, Codable {
        package private(set) var count = 0
        package private(set) var items: [Item] = []

        package init() {}

        package init(_ items: [Item]) {
            for item in items { add(item) }
        }

        package mutating func add(_ item: Item) {
            count += 1
            if items.count < IntakeTally.kept { items.append(item) }
        }

        package var isEmpty: Bool { count == 0 }

        /// The same, each of those that are kept as `change` says.
        package func changed(_ change: (Item) -> Item) -> Listed {
            var listed = self
            listed.items = items.map(change)
            return listed
        }
    }
}

extension IntakeTally.List {
    private enum CodingKeys: String, CodingKey {
        case skips, faults, revisions, withdrawn, lapsed, amended, remarks, vanished, folded, unfinished, dayRead,
            lines, byRow
    }

    /// Reads a list; what an earlier version did not keep is empty.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init()
        skips = try container.decode([IntakeReason: IntakeTally.Skips].self, forKey: .skips)
        faults = try container.decode([RowFault].self, forKey: .faults)
        revisions = try container.decode([RevisedValue].self, forKey: .revisions)
        withdrawn = try container.decodeIfPresent(forKey: .withdrawn) ?? withdrawn
        lapsed = try container.decodeIfPresent(forKey: .lapsed) ?? lapsed
        amended = try container.decodeIfPresent(forKey: .amended) ?? amended
        remarks = try container.decodeIfPresent(forKey: .remarks) ?? remarks
        vanished = try container.decodeIfPresent(forKey: .vanished) ?? vanished
        folded = try container.decodeIfPresent(forKey: .folded)
        unfinished = try container.decodeIfPresent(forKey: .unfinished)
        dayRead = try container.decodeIfPresent(forKey: .dayRead)
        lines = try container.decodeIfPresent(forKey: .lines)
        byRow = try container.decodeIfPresent(forKey: .byRow)
    }

    /// Writes a list; what is seldom there only where it is.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(skips, forKey: .skips)
        try container.encode(faults, forKey: .faults)
        try container.encode(revisions, forKey: .revisions)
        if !withdrawn.isEmpty { try container.encode(withdrawn, forKey: .withdrawn) }
        if !lapsed.isEmpty { try container.encode(lapsed, forKey: .lapsed) }
        if !amended.isEmpty { try container.encode(amended, forKey: .amended) }
        if !remarks.isEmpty { try container.encode(remarks, forKey: .remarks) }
        if !vanished.isEmpty { try container.encode(vanished, forKey: .vanished) }
        try container.encodeIfPresent(folded, forKey: .folded)
        try container.encodeIfPresent(unfinished, forKey: .unfinished)
        try container.encodeIfPresent(dayRead, forKey: .dayRead)
        try container.encodeIfPresent(lines, forKey: .lines)
        try container.encodeIfPresent(byRow, forKey: .byRow)
    }
}

extension KeyedDecodingContainer {
    fileprivate func decodeIfPresent<Value: Decodable>(forKey key: Key) throws -> Value? {
        try decodeIfPresent(Value.self, forKey: key)
    }
}
