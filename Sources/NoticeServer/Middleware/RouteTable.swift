/// Which methods each path takes, so that another method gets 405 instead of 404 (RFC 9110, section 15.5.6).
struct RouteTable: Sendable {
    /// A template's components; `nil` stands for any text.
    private struct Entry: Sendable {
        let components: [Pattern]
        var methods: [String]

        var spelledOut: Int { components.count { if case .text = $0 { true } else { false } } }
    }

    private enum Pattern: Equatable, Sendable {
        case text(String)
        /// `{token}.ics`: any text with this ending.
        case anything(ending: String)
    }

    private var entries: [Entry] = []

    /// - Parameter template: As the router spells it: `/feeds/{token}.ics`.
    mutating func add(_ template: String, method: String) {
        let components = template.split(separator: "/").map(Self.pattern)
        if let index = entries.firstIndex(where: { $0.components == components }) {
            entries[index].methods.append(method)
        } else {
            entries.append(Entry(components: components, methods: [method]))
        }
    }

    /// - Returns: The methods of a path for `Allow`; `nil` when there is no such path.
    func methods(ofPath path: String) -> String? {
        let components = path.split(separator: "/")
        let matches = entries.filter { entry in
            entry.components.count == components.count && zip(entry.components, components).allSatisfy(Self.fits)
        }
        // The router prefers a spelled-out component to a pattern, and so does this table.
        guard let best = matches.max(by: { $0.spelledOut < $1.spelledOut }) else { return nil }
        return best.methods.sorted().joined(separator: ", ")
    }

    private static func pattern(_ component: Substring) -> Pattern {
        guard component.first == "{", let end = component.lastIndex(of: "}") else { return .text(String(component)) }
        return .anything(ending: String(component[component.index(after: end)...]))
    }

    private static func fits(_ pattern: Pattern, _ component: Substring) -> Bool {
        switch pattern {
        case .text(let text): text == component
        case .anything(let ending): component.hasSuffix(ending)
        }
    }
}
