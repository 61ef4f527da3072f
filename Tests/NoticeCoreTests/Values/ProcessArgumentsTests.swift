import Foundation
import Testing

@testable import NoticeCore

@Suite struct ProcessArgumentsTests {
    @Test func words_areWhatFollowsTheProgram_emptyOnesToo() {
        let kept = Data("noticectl\0notice\0--title\0\0".utf8)
        #expect(ProcessArguments.words(kept) == ["notice", "--title", ""])
        #expect(ProcessArguments.words(Data("noticectl\0".utf8)) == [])
        #expect(ProcessArguments.words(Data("noticectl\0予定 表.csv\0".utf8)) == ["予定 表.csv"])
    }

    @Test func words_ofThisProcess_areItsOwn() {
        #expect(ProcessArguments.words() == Array(CommandLine.arguments.dropFirst()))
    }
}
