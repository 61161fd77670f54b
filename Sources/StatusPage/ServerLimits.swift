/// What one client may take of the server: sizes in bytes, times in seconds.
///
/// What the library leaves without a bound is bounded here: the time for a body, the life of a connection, and how long a
/// client that reads nothing is waited for.
package struct ServerLimits: Hashable, Sendable {
    /// Of one header.
    package var longestHeader = 8192
    /// Of all headers of a request.
    package var longestHeaders = 16_384
    /// Headers of a request.
    package var mostHeaders = 64
    /// Of the path with its query.
    package var longestAddress = 4096
    /// Of a form.
    package var longestBody = 64 * 1024
    /// So many are served at once; a further one waits in the system's line until one ends.
    package var mostConnections = 128
    /// Without a whole request, or between two of them; `nil` where the places of the server see to that.
    package var idleTime: Double? = 15.0
    /// For all of a request's body.
    package var bodyTime = 15.0
    /// Without reading anything of what is sent.
    package var stallTime = 30.0
    /// For sending all of an answer, however little at a time its reader takes; `nil` for as long as that takes.
    package var sendTime: Double?
    /// For all that happens on one connection; `nil` for as long as that takes.
    package var lifeTime: Double? = 600.0
    /// Whether a connection ends when it has had one answer: its place is another's then, however long its client stays.
    package var isForOneAnswer = false
    /// For an answer that is under way when that is over.
    package var lastAnswerTime = 120.0
    /// For whoever is still being answered when the server is asked to stop.
    package var farewellTime = 3.0
    /// Until an address that could not be listened at is tried again.
    package var retryTime = 60.0
    /// Until a socket of commands at which the system ended the listening is opened again.
    package var socketRetryTime = 1.0

    /// What holds for the page.
    package init() {}
}
