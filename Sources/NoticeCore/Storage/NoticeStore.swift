public import Foundation
import ICalKit
import Synchronization

/// Everything the product remembers. One for a process; each method is one transaction: read, ask a pure function to decide,
/// write.
public struct NoticeStore: Sendable {
    let engine: any Engine
    let archive: AttachmentArchive
    let effects: Effects
    /// Where households reach the server, without a slash at the end.
    let baseURL: String
    let folder: URL
    private let lock: FolderLock?
    private let register: RegisterHolder
    let upkeepDay = UpkeepDay()
    let inspector = FileInspector()
    /// Rendered calendars, shared by all who ask.
    public let feeds: FeedPublisher

    /// Opens the data folder, migrates its database, and makes the first admins' invitations.
    ///
    /// - Throws: ``ConfigurationFault`` when the folder is in use, cannot be written, or is of a newer version.
    public static func open(
        folder: URL, register: AssociationRegister, baseURL: String, effects: Effects
    ) async throws -> NoticeStore {
        let lock: FolderLock?
        do {
            try DurableFile.makeFolder(folder)
            lock = try FolderLock(folder: folder)
        } catch {
            throw ConfigurationFault("NOTICE_DATA: \(folder.path) cannot be written; give this user the folder")
        }
        guard let lock else {
            throw ConfigurationFault(
                "NOTICE_DATA: another server uses \(folder.path); stop it or choose another folder")
        }
        do {
            let file = folder.appendingPathComponent("notice.sqlite")
            try DurableFile.makePrivate(file)
            let engine = try SQLiteEngine(path: file.path)
            try await engine.migrate(file: file, now: effects.now())
            let store = NoticeStore(
                engine: engine, archive: try AttachmentArchive(folder: folder.appendingPathComponent("files")),
                effects: effects, baseURL: baseURL, folder: folder, lock: lock, register: register,
                timeZone: try Self.tokyo()
            )
            store.archive.sweepIncoming()
            try await store.recordAssociations()
            return store
        } catch {
            lock.release()
            throw error
        }
    }

    init(
        engine: any Engine, archive: AttachmentArchive, effects: Effects, baseURL: String, folder: URL,
        lock: FolderLock?,
        register: AssociationRegister, timeZone: [UInt8]
    ) {
        self.engine = engine
        self.archive = archive
        self.effects = effects
        self.baseURL = baseURL
        self.folder = folder
        self.lock = lock
        let holder = RegisterHolder(register)
        self.register = holder
        feeds = FeedPublisher(engine: engine, register: { holder.value }, effects: effects, timeZone: timeZone)
    }

    /// VTIMEZONE of Asia/Tokyo for every school year that can be shown.
    static func tokyo() throws(ConfigurationFault) -> [UInt8] {
        do {
            let (first, last) = (SchoolYear(1990).firstDay.date, SchoolYear(2089).lastDay.date)
            return try VTimeZone.bytes(identifier: "Asia/Tokyo", from: first, to: last)
        } catch {
            throw ConfigurationFault("time zone data is missing on this machine; install Debian's tzdata")
        }
    }

    public func close() async throws {
        try await engine.close()
        lock?.release()
    }

    /// The associations as their folders say now.
    public var associations: AssociationRegister { register.value }

    /// Takes over changed folders; every rendered calendar is made anew.
    public func replaceRegister(_ value: AssociationRegister) async throws {
        register.replace(with: value)
        try await recordAssociations()
        feeds.forgetEverything()
    }

    func association(of officer: Officer) throws(NoticeError) -> Association {
        guard let association = associations[officer.association] else { throw .forbidden(.otherAssociation) }
        return association
    }

    private func recordAssociations() async throws {
        let ids = associations.associations.map(\.id)
        try await engine.transaction { database in
            for id in ids {
                try database.execute("INSERT INTO association (id) VALUES ($1) ON CONFLICT (id) DO NOTHING", .slug(id))
            }
        }
    }

    func newID<Entity>(_: Entity.Type = Entity.self) -> EntityID<Entity> { EntityID(effects.uuid()) }
}

/// Holds the register, which SIGHUP replaces while requests read it.
final class RegisterHolder: Sendable {
    private let register: Mutex<AssociationRegister>

    init(_ value: AssociationRegister) {
        register = Mutex(value)
    }

    var value: AssociationRegister { register.withLock { $0 } }

    func replace(with value: AssociationRegister) {
        register.withLock { $0 = value }
    }
}
