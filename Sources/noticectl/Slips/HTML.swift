/// Text made safe between tags and inside quoted attributes.
enum HTML {
    static func escaped(_ text: some StringProtocol) -> String {
        var result = ""
        for character in SafeText.line(text) {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.append(character)
            }
        }
        return result
    }
}
