import NoticeCore
import Testing

@testable import NoticeServer

@Suite struct AcceptLanguageTests {
    @Test(arguments: [
        (nil, Language.ja), ("", .ja), ("en", .en), ("en-GB,en;q=0.9", .en), ("fr, de;q=0.5", .ja),
        ("fr, en;q=0.1", .en),
        ("ja-simple", .yasashii), ("ja-JP-simple, ja;q=0.5", .yasashii), ("ja;q=0.8, en;q=0.9", .en), ("*", .ja),
        ("en;q=0, ja;q=0.1", .ja), ("EN", .en), ("en;q=x", .ja), ("ja, en", .ja),
    ])
    func language_isTheMostWantedThatWeHave(field: String?, expected: Language) {
        #expect(AcceptLanguage.preferred(field) == expected)
    }
}
