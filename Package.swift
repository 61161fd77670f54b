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
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // Without its traits: settings come from our own configuration, and nothing here needs all of Foundation.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Below this line nothing opens a file, reads a clock, a socket or a database.
        room("Indicators"),
        room("Feeds", on: ["Indicators"]),
        room("Assessment", on: ["Indicators"]),
        room("Alerting", on: ["Indicators", "Assessment"]),
        room("Telling", on: ["Indicators", "Feeds", "Assessment", "Alerting"]),
        // Debian's own libraries, for what stands in zip archives and workbooks.
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        // The same, for the workbooks that Peilwacht writes.
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        // What the C library's allocator offers beside malloc, and Swift's own module of it leaves out.
        .systemLibrary(name: "CMalloc"),
        // Above it, outside libraries do the outside's work.
        room(
            "Files",
            on: [
                "Indicators", "Feeds", "CZip", "CExpat", "CXLSXWriter",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]
        ),
        room(
            "Catalogue",
            on: [
                "Indicators", "Feeds", "Assessment", "Alerting", "Files",
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "Yams", package: "Yams"),
            ]
        ),
        room("TargetTables", on: ["Indicators", "Feeds", "Catalogue"]),
        room(
            "Storage",
            on: [
                "Indicators", "Feeds", "Assessment", "Alerting", "Files",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]
        ),
        room(
            "Mailing",
            on: [
                "Indicators", "Feeds", "Assessment", "Alerting", "Telling", "Files",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOTLS", package: "swift-nio"),
            ]
        ),
        room(
            "StatusPage",
            on: [
                "Indicators", "Telling",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        room(
            "Daemon",
            on: [
                "Indicators", "Feeds", "Assessment", "Alerting", "Telling", "Files", "Catalogue", "Storage", "Mailing",
                "StatusPage", "CMalloc",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]
        ),
        .executableTarget(
            name: "peilwacht",
            dependencies: [
                "Indicators", "Feeds", "Assessment", "Alerting", "Telling", "Files", "Catalogue", "TargetTables",
                "Storage", "Mailing", "Daemon",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: ours,
            // It writes relocations in a hundredth of the room, all of which is read at each start (`make release`).
            linkerSettings: [.unsafeFlags(["-use-ld=lld"], .when(configuration: .release))]
        ),
        // Real servers and certificates for tests; found by their scripts through the source path.
        .target(
            name: "TestSupport",
            dependencies: [
                "Feeds", "Files", "Assessment", "Catalogue", .product(name: "SystemPackage", package: "swift-system"),
            ],
            path: "Tests/TestSupport",
            exclude: ["unruly_relay.py", "mail_server.py", "mail_parts.py"],
            swiftSettings: ours
        ),
        // Findings, facts and alerts as tests write them down.
        .target(
            name: "AlertSamples",
            dependencies: ["Indicators", "Assessment"],
            path: "Tests/AlertSamples",
            swiftSettings: ours
        ),
        // Digests as tests write them down, the recorded and the hostile ones.
        .target(
            name: "DigestSamples",
            dependencies: ["Indicators", "Assessment", "Alerting", "Telling", "AlertSamples"],
            path: "Tests/DigestSamples",
            swiftSettings: ours
        ),
        // Made-up input, for tests that try a part on whatever there can be.
        .target(name: "FuzzSupport", path: "Tests/FuzzSupport", swiftSettings: ours),
        // What must hold of every form of files, with a kept file of each; libFuzzer is built on it too (tools/libfuzzer).
        .target(
            name: "FormTrials",
            dependencies: ["Indicators", "Feeds"],
            path: "Tests/FormTrials",
            exclude: ["Corpus", "LibFuzzer"],
            swiftSettings: ours
        ),
        // The same of archives and workbooks.
        .target(
            name: "ContainerTrials",
            dependencies: ["Indicators", "Feeds", "Files", "TestSupport"],
            path: "Tests/ContainerTrials",
            exclude: ["Corpus", "LibFuzzer"],
            swiftSettings: ours
        ),
        // A rule that only tests put into the registry.
        .target(
            name: "TestRule",
            dependencies: ["Indicators", "Assessment"],
            path: "Tests/TestRule",
            swiftSettings: ours
        ),
        // A store in memory, for tests of whatever works on a store.
        .target(
            name: "StoreSupport",
            dependencies: ["Indicators", "Feeds", "Assessment", "Alerting", "Storage"],
            path: "Tests/StoreSupport",
            swiftSettings: ours
        ),
        tests(of: "Indicators", with: ["FuzzSupport"]),
        tests(of: "Feeds", with: ["Indicators", "FormTrials", "FuzzSupport"], excluding: ["Golden"]),
        tests(of: "Assessment", with: ["Indicators", "Feeds", "AlertSamples", "TestRule"], excluding: ["Methods"]),
        tests(of: "Alerting", with: ["Indicators", "Assessment", "AlertSamples"]),
        tests(
            of: "Telling",
            with: ["Indicators", "Assessment", "Alerting", "AlertSamples", "DigestSamples", "TestSupport"],
            excluding: ["Golden"]
        ),
        tests(
            of: "Files",
            with: [
                "Feeds", "ContainerTrials", "FuzzSupport", "TestSupport",
                .product(name: "SystemPackage", package: "swift-system"),
            ]
        ),
        tests(
            of: "Catalogue",
            with: ["Indicators", "Feeds", "Assessment", "Alerting", "Files", "FuzzSupport", "TestSupport"],
            excluding: ["Document", "Fixtures"]
        ),
        tests(
            of: "TargetTables",
            with: ["Indicators", "Catalogue", "FuzzSupport", "TestSupport"],
            excluding: ["Document"]
        ),
        tests(
            of: "Storage",
            with: [
                "Indicators", "Feeds", "Assessment", "Alerting", "Telling", "AlertSamples", "DigestSamples",
                "StoreSupport", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            excluding: ["Kept"]
        ),
        tests(
            of: "Mailing",
            with: [
                "Indicators", "Assessment", "Alerting", "Telling", "FuzzSupport", "TestSupport", "AlertSamples",
                "DigestSamples",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOTLS", package: "swift-nio"),
            ],
            excluding: ["Golden"]
        ),
        tests(
            of: "StatusPage",
            with: [
                "Indicators", "FuzzSupport", "TestSupport",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        tests(
            of: "Daemon",
            with: [
                "Indicators", "Feeds", "Assessment", "Alerting", "Telling", "Files", "Catalogue", "Storage", "Mailing",
                "StatusPage", "AlertSamples", "FuzzSupport", "StoreSupport", "TestRule", "TestSupport",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]
        ),
        // Through the real binary, which the dependency has built first.
        .testTarget(
            name: "PeilwachtTests",
            dependencies: ["peilwacht", "TestSupport"],
            exclude: ["Golden", "browser.py"],
            swiftSettings: ours
        ),
    ]
)
