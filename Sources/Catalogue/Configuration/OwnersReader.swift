internal import Indicators

/// Reads where owners can be reached.
struct OwnersReader {
    let context: LoadingContext
    let programmes: [ProgrammeDraft]

    /// The addresses by the names that programmes write.
    func addresses(in configuration: Section) -> [String: String] {
        guard let node = configuration.node("owners") else { return [:] }
        guard case .mapping(let entries) = node.content else {
            context.faults.add(
                "'owners' has to be a mapping of names to mail addresses, not \(node.kindInWords)",
                at: node.place
            )
            return [:]
        }
        let known = Set(programmes.flatMap(\.packages).flatMap(\.indicators).compactMap(\.owner))
        var addresses: [String: String] = [:]
        for entry in entries {
            check(entry.key, among: known.sorted())
            if let address = address(of: entry) { addresses[entry.key.value] = address }
        }
        return addresses
    }

    private func check(_ name: Located<String>, among known: [String]) {
        guard !known.contains(name.value) else { return }
        let hint =
            NearestName.like(name.value, among: known).map { "; the nearest is '\($0)'" }
            ?? (known.isEmpty ? "; none has one: give it 'owner' in its programme file, or leave this out" : "")
        context.faults.add("no indicator has the owner \(quoted(name.value))\(hint)", at: name.place)
    }

    private func address(of entry: YAMLNode.Entry) -> String? {
        guard case .scalar(let text, _) = entry.value.content, !entry.value.isEmpty else {
            guard !entry.value.isRefused else { return nil }
            context.faults.add(
                "\(quoted(entry.key.value)) in 'owners' has to be a mail address, not \(entry.value.kindInWords)",
                at: entry.value.place
            )
            return nil
        }
        let address = Located(value: text, place: entry.value.place)
        noteComplaint(context.checks.mailAddress(text), about: address, key: "owners", in: context.faults)
        return text
    }
}
