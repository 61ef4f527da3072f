/// One logical line: what stands behind one bullet, wrapped lines of prose joined.
struct LetterLine: Equatable {
    enum Bullet: Equatable {
        /// 「1.」, 「(2)」, 「①」
        case number
        /// ■ ◆ ● ○ and the like: a head of its own
        case head
        /// ・ - *
        case dot
        /// ※
        case remark
    }

    /// From the bullet to the end.
    let span: LetterText.Span
    /// Without the bullet.
    let content: LetterText.Span
    let bullet: Bullet?
    /// Columns of blank before it.
    let indent: Int
    let followsBlank: Bool
    let label: LetterText.FoundLabel?
    /// 【提出物】, ◆5月の予定◆: it names what follows.
    let isHeading: Bool
    /// The bracketed words at its beginning when more stands behind them: 【4月】 7(火)始業式.
    let prefix: LetterText.Span?
}
