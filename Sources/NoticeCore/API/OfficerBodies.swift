/// `POST /officers/sign-in`. A bearer token sent along gains the new association instead of a second token.
public struct SignInBody: Codable, Equatable, Sendable {
    /// The invitation's one-time code.
    public var code: String
    /// The device's name, for the list of devices.
    public var device: String

    public init(code: String, device: String) {
        self.code = code
        self.device = device
    }
}

public struct SignedInBody: Codable, Equatable, Sendable {
    /// The device token, shown only here; absent when the bearer's own token gained an association.
    public var token: String?
    public var officer: OfficerBody
    /// Last day on which the device is signed in.
    public var expires: String
}

public struct OfficerBody: Codable, Equatable, Sendable {
    public var id: String
    public var association: String
    public var name: String
    /// `admin`, `officer`, `approver` or `auditor`.
    public var role: String
    public var revoked: Bool
    /// Devices signed in, newest first.
    public var devices: [DeviceBody]
}

public struct DeviceBody: Codable, Equatable, Sendable {
    public var name: String
    public var signedIn: String
    public var expires: String
}

public struct MeBody: Codable, Equatable, Sendable {
    public var officers: [OfficerBody]
}

public struct OfficerListBody: Codable, Equatable, Sendable {
    public var officers: [OfficerBody]
}

public struct InvitationDraftBody: Codable, Equatable, Sendable {
    public var role: String
    public var name: String

    public init(role: String, name: String) {
        self.role = role
        self.name = name
    }
}

public struct InvitationBody: Codable, Equatable, Sendable {
    public var association: String
    public var role: String
    public var name: String
    /// Shown once. Single use.
    public var code: String
    public var expires: String
}

/// `GET /association`: what the association's folder says.
public struct AssociationBody: Codable, Equatable, Sendable {
    public var id: String
    public var name: String
    /// What the association calls itself: 育友会, PTA, 保護者会.
    public var shortName: String
    public var twoPersonRule: String
    public var schools: [SchoolBody]
}

public struct SchoolBody: Codable, Equatable, Sendable {
    public var id: String
    public var name: String
    /// `elementary`, `junior_high` or `compulsory`.
    public var stage: String
    public var grades: [Int]
    /// By grade: the classes.
    public var classes: [String: [Int]]
}
