/// What becomes of the events in XML.
///
/// Words and bytes live as long as the call. Whatever is thrown ends the parsing and comes out of it.
protocol XMLHandler: AnyObject {
    func start(_ name: XMLName, _ attributes: XMLAttributes) throws
    func end(_ name: XMLName) throws -> XMLStep
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
}

/// Whether parsing goes on at once.
enum XMLStep {
    case goOn
    /// Parsing rests behind this element, until it is asked to go on.
    case pause
}
