/// For whom a phrase of a letter says something is.
struct AudienceMention: Equatable {
    let span: LetterText.Span
    var grades: Set<Int> = []
    var classes: Set<SchoolClass> = []
    /// Codes of `SCHEMA.md`: `special_support`, `parents`, `applicants`, `elementary:6` …
    var groups: [String] = []
    /// 新6年: the grade of the school year that comes.
    var isNew = false
    /// 全学年 or 全校: nobody is left out.
    var isEverybody = false
}
