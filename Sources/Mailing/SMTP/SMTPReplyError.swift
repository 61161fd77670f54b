/// How what the relay sent fails to be a reply (RFC 5321 section 4.2).
package enum SMTPReplyError: Error, Equatable {
    /// A line of more than 2048 octets.
    case lineTooLong

    /// More than 128 lines.
    case tooManyLines

    /// A line that does not begin with a code and a space, a hyphen or its end.
    case malformed

    /// A continuation line with another code than the first.
    case codeChanged
}
