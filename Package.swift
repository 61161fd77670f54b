// swift-tools-version: 6.2
import PackageDescription

let ours: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// One room of the house (ARCHITECTURE.md): it imports only what stands below it.
func room(_ name: String, on lower: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: lower, swiftSettings: ours)
}

/// The tests of one room; what its tests import is named in full.
func tests(
    of name: String,
    with more: [Target.Dependency] = [],
    excluding files: [String] = []
) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.target(name: name)] + more,
        exclude: files,
        swiftSettings: ours
    )
}

let package = Package(
    name: "peilwacht",
    products: [.executable(name: "peilwacht", targets: ["peilwacht"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Below this line nothing opens a file, reads a clock, a socket or a database.
        room("Indicators"),
        room("Feeds", on: ["Indicators"]),
        room("Assessment", on: ["Indicators"]),
        room("Alerting", on: ["Indicators", "Assessment"]),
        // Above it, outside libraries do the outside's work.
        room(
            "Catalogue",
            on: ["Indicators", "Feeds", "Assessment", "Alerting", .product(name: "Yams", package: "Yams")]
        ),
        room(
            "Storage",
            on: [
                "Indicators", "Feeds", "Assessment", "Alerting",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        room(
            "Mailing",
            on: [
                "Indicators", "Assessment", "Alerting",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOTLS", package: "swift-nio"),
            ]
        ),
        room(
            "Daemon",
            on: [
                "Indicators", "Feeds", "Assessment", "Alerting", "Catalogue", "Storage", "Mailing",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]
        ),
        .executableTarget(
            name: "peilwacht",
            dependencies: [
                "Indicators", "Assessment", "Alerting", "Catalogue", "Storage", "Mailing", "Daemon",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: ours
        ),
        // Real servers and certificates for tests; found by their scripts through the source path.
        .target(
            name: "TestSupport",
            path: "Tests/TestSupport",
            exclude: ["unruly_relay.py", "mail_server.py", "mail_parts.py"],
            swiftSettings: ours
        ),
        // A store in memory, for tests of whatever works on a store.
        .target(
            name: "StoreSupport",
            dependencies: ["Indicators", "Feeds", "Alerting", "Storage"],
            path: "Tests/StoreSupport",
            swiftSettings: ours
        ),
        tests(of: "Indicators"),
        tests(of: "Feeds", with: ["Indicators"], excluding: ["Golden"]),
        tests(of: "Assessment", with: ["Indicators"]),
        tests(of: "Alerting", with: ["Indicators", "Assessment"]),
        tests(
            of: "Catalogue",
            with: ["Indicators", "Feeds", "Assessment", "Alerting"],
            excluding: ["Document", "Fixtures"]
        ),
        tests(
            of: "Storage",
            with: [
                "Indicators", "Feeds", "Assessment", "Alerting", "StoreSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        tests(
            of: "Mailing",
            with: [
                "Indicators", "Assessment", "Alerting", "TestSupport",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOTLS", package: "swift-nio"),
            ],
            excluding: ["Golden"]
        ),
        tests(
            of: "Daemon",
            with: [
                "Indicators", "Feeds", "Assessment", "Alerting", "Catalogue", "Storage", "Mailing", "StoreSupport",
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        // Through the real binary, which the dependency has built first.
        .testTarget(
            name: "PeilwachtTests",
            dependencies: ["peilwacht", "TestSupport"],
            exclude: ["Golden"],
            swiftSettings: ours
        ),
    ]
)
