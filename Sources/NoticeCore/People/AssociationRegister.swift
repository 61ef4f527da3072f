public import Foundation

/// The associations that a server hosts, read from their folders; re-read when the operator asks for it.
public struct AssociationRegister: Equatable, Sendable {
    /// By identifier.
    public let associations: [Association]

    public subscript(id: Association.ID) -> Association? { associations.first { $0.id == id } }

    /// Reads `NOTICE_ASSOCIATIONS`: a sub-folder for each association.
    ///
    /// - Throws: ``ConfigurationFault`` that names the file and the key.
    public static func load(from folder: URL) throws(ConfigurationFault) -> AssociationRegister {
        let names = try listing(of: folder).sorted()
        var associations: [Association] = []
        for name in names where !name.hasPrefix(".") {
            let sub = folder.appendingPathComponent(name)
            guard isFolder(sub) else { continue }
            associations.append(try AssociationFile.load(folder: sub, name: name))
        }
        guard !associations.isEmpty else {
            throw ConfigurationFault(
                "\(folder.path): no association found; make a folder with an association.yaml in it")
        }
        return AssociationRegister(associations: associations)
    }

    static func listing(of folder: URL) throws(ConfigurationFault) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder.path)
        } catch {
            throw ConfigurationFault("\(folder.path): this folder cannot be read")
        }
    }

    private static func isFolder(_ url: URL) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory) && isDirectory.boolValue
    }
}

/// A setting or a file that keeps the server from starting: one line that says what to change.
public struct ConfigurationFault: Error, Equatable {
    public let message: String

    public init(_ message: String) {
        self.message = message
    }
}
