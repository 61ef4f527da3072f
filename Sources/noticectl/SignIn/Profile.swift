import NoticeCore

/// One stored sign-in.
struct Profile: Equatable, Sendable {
    var server: ServerAddress
    var token: Secret<DeviceToken>
    /// The officer's name as the server knows it, for `whoami` and for messages.
    var officer: String
    /// The associations that this device is signed in to.
    var associations: [String]
    /// The last day on which the device is signed in.
    var expires: String
}

extension Profile: Codable {
    enum CodingKeys: CodingKey {
        case server, token, officer, associations, expires
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard let token = Secret<DeviceToken>(presented: try container.decode(String.self, forKey: .token)) else {
            throw DecodingError.dataCorruptedError(forKey: .token, in: container, debugDescription: "not a token")
        }
        self.init(
            server: try container.decode(ServerAddress.self, forKey: .server),
            token: token,
            officer: try container.decode(String.self, forKey: .officer),
            associations: try container.decode([String].self, forKey: .associations),
            expires: try container.decode(String.self, forKey: .expires)
        )
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(server, forKey: .server)
        try container.encode(token.text, forKey: .token)
        try container.encode(officer, forKey: .officer)
        try container.encode(associations, forKey: .associations)
        try container.encode(expires, forKey: .expires)
    }
}
