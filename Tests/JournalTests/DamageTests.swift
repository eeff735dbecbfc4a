import Foundation
import JournalSpecimens
import Session
import Testing

@testable import Journal

/// PROMISES R6, in short; the full figure is in `Tests/Promises/damage`.
@Suite struct DamageTests {
  private let place = Place()

  @Test func `damage is noticed, never overwritten, never a crash`() throws {
    do {
      let store = try place.open()
      for name in ["lin", "wang", "sun"] { try Specimen.settle(name, in: store) }
    }
    let folder = place.folder + "/damage"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var damage = try Damage(path: place.store, key: place.key, folder: folder, seed: 11)
    let flips = try damage.flips(200)
    #expect(flips.missed == 0)
    #expect(flips.overwritten == 0)
    #expect(flips.noticed > 0)
    let cuts = try damage.cuts(50)
    #expect(cuts.noticed == 50)
    #expect(cuts.overwritten == 0)
  }

  @Test func `an empty file is a new store, unless its log ahead says otherwise`() throws {
    try StoreFile.makeFolders(above: place.store)
    try Data().write(to: URL(fileURLWithPath: place.store))
    #expect(try place.open().merchants().isEmpty)
    try Data().write(to: URL(fileURLWithPath: place.store))
    try Data([1]).write(to: URL(fileURLWithPath: place.store + "-wal"))
    #expect { try place.open() } throws: {
      if case .damaged = $0 as? StoreError { true } else { false }
    }
  }
}
