// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "concordat",
    products: [.executable(name: "concordat", targets: ["concordat"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-asn1.git", from: "1.7.4"),
        .package(url: "https://github.com/apple/swift-certificates.git", from: "1.21.1"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.86.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.34.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: [
        // System libraries: headers only.
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CSyncFS"),

        // Formats: strict JSON and XML as values.
        .target(name: "JSONValues", swiftSettings: settings),
        .target(name: "XMLTrees", dependencies: ["CLibXML2"], swiftSettings: settings),

        // The pure middle: no disk, network, clock or random number.
        .target(name: "Workflows", dependencies: ["JSONValues"], swiftSettings: settings),
        .target(name: "Shares", dependencies: ["JSONValues", "Workflows"], swiftSettings: settings),
        .target(name: "Redundancy", dependencies: ["Shares"], swiftSettings: settings),
        .target(name: "SamplePortfolios", dependencies: ["JSONValues", "Shares"], swiftSettings: settings),

        // The edges, each with its one heavy dependency.
        .target(
            name: "Ledger",
            dependencies: [
                "JSONValues", "Shares", "Workflows",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .target(
            name: "Documents", dependencies: ["CLibZip", "Shares", "Workflows", "XMLTrees"], swiftSettings: settings),
        .target(
            name: "Signatures",
            dependencies: [
                "JSONValues", "Shares", "XMLTrees",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
            ],
            swiftSettings: settings),
        .target(
            name: "Interchange",
            dependencies: [
                "JSONValues", "Shares", "Signatures", "Workflows", "XMLTrees",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings),

        // Signing in through a department's own directory.
        .target(
            name: "OpenID",
            dependencies: [
                "JSONValues", "Shares",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: settings),

        // What a person can do, and the two ways of doing it.
        .target(
            name: "Casework",
            dependencies: [
                "CSyncFS", "Documents", "Interchange", "JSONValues", "Ledger", "Redundancy", "SamplePortfolios",
                "Shares", "Signatures", "Workflows",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            resources: [.copy("../../Templates"), .copy("../../Samples")],
            swiftSettings: settings),
        .target(
            name: "Web",
            dependencies: [
                "Casework", "Interchange", "JSONValues", "Ledger", "OpenID", "Redundancy", "Shares", "Signatures",
                "Workflows",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "concordat",
            dependencies: [
                "Casework", "Interchange", "Ledger", "OpenID", "Redundancy", "Shares", "Signatures", "Web", "Workflows",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),

        // `make bench`; no part of the program.
        .executableTarget(
            name: "benchmarks",
            dependencies: ["Casework", "Ledger", "Shares", "Workflows", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings),

        .testTarget(name: "JSONValuesTests", dependencies: ["JSONValues"], swiftSettings: settings),
        .testTarget(name: "WorkflowsTests", dependencies: ["JSONValues", "Workflows"], swiftSettings: settings),
        .testTarget(name: "SharesTests", dependencies: ["JSONValues", "Shares", "Workflows"], swiftSettings: settings),
        .testTarget(
            name: "DocumentsTests", dependencies: ["Documents", "Shares", "Workflows", "XMLTrees"],
            swiftSettings: settings),
        .testTarget(
            name: "InterchangeTests",
            dependencies: [
                "Interchange", "JSONValues", "SamplePortfolios", "Shares", "Signatures", "Workflows", "XMLTrees",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "RedundancyTests", dependencies: ["Redundancy", "Shares"],
            exclude: ["a", "b", "c", "d", "e"].map { "Labelled/vocabulary-\($0).json" },
            swiftSettings: settings),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Casework", "Documents", "Interchange", "JSONValues", "Ledger", "OpenID", "Redundancy", "Shares",
                "Signatures", "TestProviders", "Web", "Workflows",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "LedgerTests",
            dependencies: ["Ledger", "Shares", "Workflows", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings),
        .testTarget(
            name: "CaseworkTests",
            dependencies: [
                "Casework", "Interchange", "Ledger", "Redundancy", "Shares", "Signatures", "Workflows",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            exclude: ["Outbox/mail-server.py", "Webhooks/hook-server.py"], swiftSettings: settings),
        .testTarget(name: "CommandLineTests", dependencies: ["JSONValues", "concordat"], swiftSettings: settings),
        .testTarget(
            name: "OpenIDTests",
            dependencies: [
                "JSONValues", "OpenID", "Shares", "TestProviders",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: settings),
        // A provider for tests to sign in with.
        .target(
            name: "TestProviders",
            dependencies: [
                "JSONValues", "OpenID", "Shares",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Tests/TestProviders", swiftSettings: settings),
        .testTarget(name: "XMLTreesTests", dependencies: ["CLibXML2", "XMLTrees"], swiftSettings: settings),
        .testTarget(
            name: "SamplePortfoliosTests", dependencies: ["JSONValues", "SamplePortfolios", "Shares"],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
