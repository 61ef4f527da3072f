/// Where a page of a list begins: the moment and the identifier of the item before.
struct PageCursor {
    let moment: Int64
    let id: String

    /// - Parameter text: What ``text(_:_:)`` wrote; anything else begins at the first page.
    init(_ text: String?, defaultMoment: Int64) {
        let parts = (text ?? "").split(separator: "~", maxSplits: 1)
        guard parts.count == 2, let moment = Int64(parts[0]), parts[1].utf8.count <= 40 else {
            self.moment = defaultMoment
            id = ""
            return
        }
        self.moment = moment
        id = String(parts[1])
    }

    static func text(_ moment: Int, _ id: String) -> String { "\(moment)~\(id)" }
}
