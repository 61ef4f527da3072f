import Testing

@testable import NoticeCore

@Suite struct TimeScannerTests {
    private func first(_ text: String) -> String? {
        let text = LetterText(text)
        return TimeScanner(text: text).times(in: 0..<text.count).first.map {
            ($0.start?.text ?? "") + ($0.isRange ? "~" : "") + ($0.end?.text ?? "")
        }
    }

    @Test(arguments: [
        ("9:30", "09:30"), ("９：３０", "09:30"), ("午前9時30分", "09:30"), ("9時半", "09:30"), ("午後1時", "13:00"),
        ("正午", "12:00"),
        ("午前九時三十分", "09:30"), ("14:30頃", "14:30"), ("3時30分", "15:30"), ("ごご 2じ", "14:00"), ("ll:3O", "11:30"),
        ("9:30～11:00", "09:30~11:00"), ("午後1時20分～4時30分", "13:20~16:30"), ("9:30～", "09:30~"),
        ("午前十時五十分より午前十一時三十分", "10:50~11:30"), ("8時45分から正午まで", "08:45~12:00"), ("午後零時三十分", "12:30"),
    ])
    func time_inEverySpelling_isRead(text: String, time: String) {
        #expect(first(text) == time)
    }

    @Test(arguments: ["5時間授業", "3時限目", "25:00", "1:5", "電話 0940", "10時代"])
    func whatIsNoTimeOfDay_isLeft(text: String) {
        #expect(first(text) == nil)
    }
}
