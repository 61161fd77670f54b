/// Which way an open alert has gone since it was told last.
package enum Course: Hashable, Sendable {
    case worse
    case better
}
