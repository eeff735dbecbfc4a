// swift-tools-version: 6.3;(experimentalCGen)
import PackageDescription

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The matcher is optimised in debug builds too: unoptimised, training the pack takes half a minute.
let hot: [SwiftSetting] = house + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// The pure rooms below Dialogue.
let core: [Target.Dependency] = ["Casework", "Policy", "Understanding"]

/// Test sources and test names mirror the rooms.
func tests(of room: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: room + "Tests", dependencies: [.byName(name: room)] + dependencies, swiftSettings: house)
}

let package = Package(
  name: "xiaoer",
  products: [.executable(name: "xiaoer", targets: ["xiaoer"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The core: pure and synchronous.
    // A C target, since Swift cannot take a table of some megabytes into a program as it is.
    .target(
      name: "WordTable", exclude: ["LICENCE.txt", "generate-words.py", "words.bin"]),
    .target(
      name: "Understanding", dependencies: ["WordTable"],
      exclude: [
        "Tables/LICENCE-OpenCC.txt", "Tables/LICENCE-Unicode.txt", "Tables/generate-tables.py",
      ],
      swiftSettings: hot),
    .target(name: "Policy", swiftSettings: house),
    .target(name: "Casework", dependencies: ["Policy"], swiftSettings: house),
    .target(
      name: "Dialogue", dependencies: ["Casework", "Policy", "Understanding"], swiftSettings: house),
    // The corridor and its ports.
    // Each target names every room whose values it holds, not only those it calls: a build that is not
    // from clean would otherwise keep the old layout of a value that came through another room.
    .target(name: "Session", dependencies: ["Dialogue"] + core, swiftSettings: house),
    // The edges.
    .target(
      name: "PackReader",
      dependencies: ["Dialogue", .product(name: "Yams", package: "Yams")] + core,
      swiftSettings: house),
    .target(
      name: "Rehearsal", dependencies: ["Session", "Dialogue"] + core, swiftSettings: house),
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .target(
      name: "Journal",
      dependencies: [
        "Session", "Dialogue", "CSodium", .product(name: "GRDB", package: "GRDB.swift"),
      ] + core, swiftSettings: house),
    .systemLibrary(name: "CEditline", providers: [.apt(["libedit-dev"])]),
    .target(name: "Terminal", dependencies: ["Session", "CEditline"], swiftSettings: house),
    // The pack inside the binary.
    .executableTarget(
      name: "PackCompiler", dependencies: ["PackReader", "Dialogue"] + core, swiftSettings: house),
    .plugin(
      name: "PackPlugin", capability: .buildTool(), dependencies: ["PackCompiler"],
      path: "Sources/PackPlugin"),
    // A C target, since only an assembler takes bytes into a program as they are; the experimental
    // feature of SwiftPM above lets a plugin write one of its sources.
    .target(name: "CompiledPack", plugins: ["PackPlugin"]),
    .target(
      name: "BuiltInPack", dependencies: ["CompiledPack", "Dialogue"] + core, swiftSettings: house),
    // The program.
    .executableTarget(
      name: "xiaoer",
      dependencies: [
        "Terminal", "Rehearsal", "Journal", "PackReader", "Session", "BuiltInPack", "Dialogue",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ] + core, swiftSettings: house),
    tests(of: "Understanding"),
    tests(of: "Policy"),
    tests(of: "Casework"),
    .target(
      name: "Fixtures", dependencies: ["Session", "Dialogue", "PackReader"] + core,
      path: "Tests/Fixtures", swiftSettings: house),
    tests(of: "Dialogue", ["Fixtures", "Session"] + core),
    tests(of: "Session", ["Fixtures", "Dialogue"] + core),
    tests(of: "PackReader", ["Dialogue"] + core),
    tests(of: "Rehearsal", ["Fixtures", "Session", "Dialogue", "PackReader"] + core),
    // Stores to be filled, damaged, shared and killed, and the program that does it.
    .target(
      name: "JournalSpecimens", dependencies: ["Journal", "Session"] + core,
      path: "Tests/JournalSpecimens", swiftSettings: house),
    .executableTarget(
      name: "JournalProbe", dependencies: ["Journal", "JournalSpecimens", "Session"] + core,
      path: "Tests/JournalProbe", swiftSettings: house),
    tests(
      of: "Journal",
      [
        "JournalSpecimens", "JournalProbe", "Session", "Dialogue",
        .product(name: "GRDB", package: "GRDB.swift"),
      ] + core),
    // A program at a pseudo-terminal, and what puts it there.
    .target(name: "CPty", path: "Tests/CPty"),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal"], path: "Tests/TerminalProbe",
      swiftSettings: house),
    tests(of: "Terminal", ["CPty", "TerminalProbe"]),
    // The built program, end to end.
    .testTarget(
      name: "ProgramTests",
      dependencies: ["xiaoer", "Fixtures", "Journal", "JournalSpecimens", "Session", "Dialogue"]
        + core,
      swiftSettings: house),
  ]
)
