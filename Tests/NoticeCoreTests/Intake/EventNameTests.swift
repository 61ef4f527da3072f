import Testing

@testable import NoticeCore

@Suite struct EventNameTests {
    @Test(
        arguments: [
            ("第42回　運動会", "運動会"), ("令和8年度 運動会のご案内", "運動会"), ("５年　林間学校", "5年林間学校"),
            ("始業式・入学式", "入学式 始業式"), ("2学期終業式", "終業式"), ("育友会総会", "PTA総会"), ("引き渡し訓練", "引渡し訓練"),
            ("避難訓練②", "第2回避難訓練"), ("夏休み", "夏季休業"), ("歯科健診", "歯科検診（3・4年）"), ("出欠票・委任状 提出", "出欠票・委任状"),
            ("春の遠足(全)", "春の遠足"), ("修学旅行 保護者説明会", "修学旅行説明会(6年保護者)"), ("1/2成人式(4年)", "1/2成人式"),
        ])
    func namesOfOneThing_areTheSame(_ one: String, _ other: String) {
        #expect(EventName(one).likeness(to: EventName(other)) == .same)
        #expect(EventName(other).likeness(to: EventName(one)) == .same)
    }

    @Test(
        arguments: [
            ("心電図", "心電図検査"), ("説明会", "修学旅行 説明会"), ("個人懇談", "個人懇談会"), ("運動会", "秋の運動会"),
            ("修学旅行説明会(6年保護者)", "説明会"),
        ])
    func namesWithMoreOrLess_areSimilar(_ one: String, _ other: String) {
        #expect(EventName(one).likeness(to: EventName(other)) == .similar)
    }

    @Test(
        arguments: [
            ("修学旅行", "修学旅行説明会"), ("運動会", "運動会前日準備"), ("内科検診", "眼科検診"), ("避難訓練①", "避難訓練②"), ("1学期終業式", "2学期終業式"),
            ("1年生を迎える会", "6年生を送る会"), ("書き初め展", "書き初め大会"), ("会", "総会"), ("授業参観・懇談会", "懇談会"), ("5年", "6年"), ("", "運動会"),
        ])
    func namesOfDifferentThings_areToldApart(_ one: String, _ other: String) {
        #expect(EventName(one).likeness(to: EventName(other)) == nil)
        #expect(EventName(other).likeness(to: EventName(one)) == nil)
    }

    @Test func listedParts_areFound() {
        let plan = EventName("授業参観・育友会総会")
        #expect(plan.isList)
        #expect(plan.part(meaning: EventName("PTA総会のご案内")) == 1)
        #expect(plan.part(meaning: EventName("授業参観")) == 0)
        #expect(plan.part(meaning: EventName("学級懇談")) == nil)
        #expect(!EventName("学年費・教材費 口座振替").isList)
        #expect(!EventName("授業参観 学級懇談").isList && EventName("授業参観 学級懇談").parts.count == 2)
        #expect(EventName("1・2年 校外学習").parts.map(\.core) == ["校外学習"])
    }

    @Test func bareNumberOrGrade_isNoName() {
        #expect(EventName("5年").parts.isEmpty)
        #expect(EventName("提出").parts.map(\.core) == ["提出"])
        let rainDate = EventName("(運動会予備日)")
        #expect(rainDate.parts.map(\.core) == ["運動会"] && rainDate.isRainDate)
    }
}
