import Hummingbird
import NoticeCore

/// A request of a signed-in device, whatever the association.
struct DeviceContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let language: Language
    let officers: [Officer]

    init(context: SiteContext) throws(NoticeError) {
        guard !context.officers.isEmpty else { throw .unauthorized }
        coreContext = context.coreContext
        language = context.language
        officers = context.officers
    }
}

/// A request of an officer of one association.
struct OfficerContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let language: Language
    let officer: Officer

    init(context: SiteContext) throws(NoticeError) {
        coreContext = context.coreContext
        language = context.language
        officer = try Self.choose(from: context.officers, association: context.chosenAssociation)
    }

    private static func choose(from officers: [Officer], association: String?) throws(NoticeError) -> Officer {
        guard let first = officers.first else { throw .unauthorized }
        if let association {
            guard let officer = officers.first(where: { $0.association.text == association }) else {
                throw .forbidden(.otherAssociation)
            }
            return officer
        }
        guard officers.count == 1 else {
            let choices = officers.map(\.association.text).sorted().joined(separator: ", ")
            throw .invalid(.associationRequired, field: "Otayori-Association", value: choices)
        }
        return first
    }
}

/// A request of a household.
struct HouseholdContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let language: Language
    let household: AuthenticatedHousehold

    init(context: SiteContext) throws(NoticeError) {
        guard let household = context.household else { throw .unauthorized }
        coreContext = context.coreContext
        language = context.language
        self.household = household
    }
}
