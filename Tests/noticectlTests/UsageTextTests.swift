import ArgumentParser
import NoticeCore
import Testing

@testable import noticectl

@Suite struct UsageTextTests {
    @Test func help_isJapaneseThroughout() throws {
        let words = try StringTable.shipped(.ja)
        let help = """
            OVERVIEW: お便り

            USAGE: noticectl notice add [<options>] <FILE> ...

            ARGUMENTS:
              <FILE>                  ファイル

            OPTIONS:
              --kind <kind>           種別 (values: event, deadline; default: event)
              --layout <layout>       表の形 (values: auto, list, matrix;
                                      default: auto)
              -h, --help              Show help information.

              See 'noticectl help notice <subcommand>' for detailed help.
            """
        #expect(
            UsageText.localized(help, words: words) == """
                説明：お便り

                使い方：noticectl notice add [<options>] <FILE> ...

                引数：
                  <FILE>                  ファイル

                オプション：
                  --kind <kind>           種別 (値: event, deadline; 省略時: event)
                  --layout <layout>       表の形 (値: auto, list, matrix;
                                          省略時: auto)
                  -h, --help              説明を表示する

                  くわしくは：noticectl help notice <コマンド>
                """)
    }

    @Test(arguments: [
        ("Error: Missing expected argument '<FILE> ...'", "エラー：<FILE> ... がありません。"),
        ("Error: Missing value for '--title <TEXT>'", "エラー：--title <TEXT> の値がありません。"),
        ("Error: Unknown option '--tilte'. Did you mean '--title'?", "エラー：--tilte というオプションはありません。"),
        ("Error: 2 unexpected arguments: 'a', 'b'", "エラー：余分な引数があります：a', 'b"),
        ("Error: The value 'x' is invalid for '--count <N>'", "エラー：--count <N> の値「x」は正しくありません。"),
        (
            "Error: The value 'x' is invalid for '--role <role>'. Please provide one of 'admin' and 'officer'.",
            "エラー：--role <role> に「x」は使えません。使える値：'admin' and 'officer'"
        ),
        ("Error: 枚数は1〜1000にしてください。", "エラー：枚数は1〜1000にしてください。"),
    ])
    func complaint_isTranslated(_ english: String, _ japanese: String) throws {
        #expect(UsageText.localized(english, words: try .shipped(.ja)) == japanese)
    }

    @Test func libraryWording_isStillWhatWeTranslate() throws {
        let words = try StringTable.shipped(.ja)
        for arguments in [["login"], ["notice", "add"], ["login", "--server"], ["whoami", "--nothing"], ["nothing"]] {
            let error = #expect(throws: (any Error).self) { try Noticectl.parseAsRoot(arguments) }
            guard let error else { continue }
            #expect(Noticectl.exitCode(for: error).rawValue == 64)
            let text = UsageText.localized(Noticectl.fullMessage(for: error), words: words)
            #expect(text.hasPrefix("エラー："), "\(text)")
            #expect(!text.contains("Error") && !text.contains("Usage") && !text.contains("See "), "\(text)")
        }
    }
}
