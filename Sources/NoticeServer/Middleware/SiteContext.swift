import Hummingbird
import Logging
import NIOCore
import NoticeCore

/// What is known of every request: who asks from where, in which language, and as whom.
struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let peer: ClientAddress
    /// The client behind trusted proxies; the peer until ``ReaderMiddleware`` has looked.
    var client: ClientAddress
    var language: Language = .ja
    /// The officers that the presented device token stands for: one an association.
    var officers: [Officer] = []
    /// What `Otayori-Association` names.
    var chosenAssociation: String?
    var household: AuthenticatedHousehold?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        // A Unix domain socket and the tests' channel have no address: they count as this machine.
        peer = ClientAddress(source.channel.remoteAddress) ?? ClientAddress(high: 0, low: 1)
        client = peer
    }
}

/// A household that showed its secret.
struct AuthenticatedHousehold: Sendable {
    let id: Household.ID
    let secret: Secret<HouseholdSecret>
}
