/// Where a configuration to start from has its folders.
package enum StartingPlaces: Hashable, Sendable {
    /// Under `var/`, wherever the program is run: to try it.
    case here
    /// Those of the installed service: its unit lets the daemon write nowhere else.
    case service

    /// The folders of files that people drop, and what becomes of them.
    package var files: String {
        switch self {
        case .here: "var"
        case .service: "/srv/peilwacht"
        }
    }

    /// What is the daemon's alone.
    var state: String {
        switch self {
        case .here: "var"
        case .service: "/var/lib/peilwacht"
        }
    }

    var log: String {
        switch self {
        case .here: "var"
        case .service: "/var/log/peilwacht"
        }
    }

    var rootRemark: String {
        switch self {
        case .here: " Relative paths of folders are meant from --root."
        case .service: ""
        }
    }

    var folderRemark: String {
        switch self {
        case .here: " As a service: `init --service`."
        case .service: " The unit lets the daemon write in these alone."
        }
    }

    /// The socket that members of the group peilwacht ask the daemon on.
    var socketLines: String {
        switch self {
        case .here: ""
        case .service:
            "\n\n# The socket on which the running daemon takes commands.\ncontrol_socket: /run/peilwacht/peilwacht.sock"
        }
    }
}
