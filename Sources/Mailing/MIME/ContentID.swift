/// The id under which a picture stands in a mail (RFC 2392).
package enum ContentID {
    /// The id of a picture, without `cid:` and angle brackets.
    ///
    /// It follows from the picture itself: the same one has the same id everywhere, another one never has it, so that no mail
    /// program shows one mail's picture in another.
    ///
    /// - Parameters:
    ///   - digest: the digest of the picture, in hexadecimal.
    ///   - sender: the address that the mail comes from.
    /// - Returns: the id.
    /// - Throws: ``MIMEFault`` where the address cannot stand in a header.
    package static func make(digest: String, sender: String) throws(MIMEFault) -> String {
        "\(MessageID.label(String(digest.prefix(24)))).grafiek@\(try HeaderAddress(sender).domain)"
    }
}
