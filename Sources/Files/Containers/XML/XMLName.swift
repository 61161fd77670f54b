/// The name of an element or attribute, whatever prefix stood before it.
struct XMLName {
    let namespace: XMLNamespace
    let local: XMLWord

    /// Reads what the parser makes of a name: the namespace, `|`, and the name within it.
    init(_ joined: UnsafePointer<CChar>) {
        let whole = XMLWord(joined)
        var bar = whole.count - 1
        while bar >= 0, whole.start[bar] != UInt8(ascii: "|") { bar -= 1 }
        namespace = XMLNamespace(XMLWord(whole.start, count: max(0, bar)))
        local = XMLWord(whole.start + bar + 1, count: whole.count - bar - 1)
    }
}
