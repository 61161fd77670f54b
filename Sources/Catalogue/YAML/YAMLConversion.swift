import Yams

/// Turns nodes of Yams into nodes with places, refusing anchors, tags and keys that are no plain text.
struct YAMLConversion {
    let file: String
    let faults: FaultList

    func node(_ node: Node) -> YAMLNode {
        let place = place(of: node)
        // An anchored part is not entered: an alias to it stands here as a copy.
        guard node.anchor == nil else {
            faults.add(YAMLDocument.anchorMessage, at: place)
            return YAMLNode(content: .refused, place: place)
        }
        return YAMLNode(content: content(of: node, at: place), place: place)
    }

    private func content(of node: Node, at place: Place) -> YAMLNode.Content {
        switch node {
        case .scalar(let scalar):
            let isPlain = scalar.style == .plain || scalar.style == .any
            checkTag(scalar.tag, accepted: isPlain ? [""] : ["", Tag.Name.str.rawValue], at: place)
            return .scalar(scalar.string, isPlain: isPlain)
        case .sequence(let sequence):
            checkTag(sequence.tag, accepted: [""], at: place)
            return .list(sequence.map(self.node))
        case .mapping(let mapping):
            checkTag(mapping.tag, accepted: [""], at: place)
            return .mapping(mapping.compactMap { entry(key: $0.key, value: $0.value) })
        case .alias:
            faults.add(YAMLDocument.anchorMessage, at: place)
            return .refused
        }
    }

    /// The pair; `nil` for a key that is no text.
    private func entry(key: Node, value: Node) -> YAMLNode.Entry? {
        let place = place(of: key)
        guard case .scalar(let scalar) = key, scalar.anchor == nil else {
            faults.add("a key has to be a plain word", at: place)
            return nil
        }
        checkTag(scalar.tag, accepted: ["", Tag.Name.str.rawValue], at: place)
        guard scalar.string != "<<" else {
            faults.add("merge keys (<<) are not accepted; write the keys out", at: place)
            return nil
        }
        return YAMLNode.Entry(key: Located(value: scalar.string, place: place), value: node(value))
    }

    private func checkTag(_ tag: Tag, accepted: [String], at place: Place) {
        guard !accepted.contains(tag.rawValue) else { return }
        faults.add("the tag \(quoted(tag.rawValue)) is not accepted; leave it out", at: place)
    }

    private func place(of node: Node) -> Place {
        Place(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }
}
