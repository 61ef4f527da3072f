"""Two invented associations, as the folders a real one would bring."""

from __future__ import annotations

from pathlib import Path

from oracle import School

PTA = "hamatsubame"
OTHER_PTA = "hoshimidai"
JUNIOR_HIGH = School("hamatsubame-jh", 3, "中")
ELEMENTARY = School("hoshimidai-es", 6, "小")

FILES = {
    "hamatsubame/association.yaml": """\
name: {ja: 浜つばめ中学校育友会, en: Hamatsubame Junior High PTA, ja-simple: はまつばめちゅうがっこう いくゆうかい}
short_name: 育友会
two_person: flagged
republish:
  school: {level: dates, agreed: 2026-04-01}
  association: {level: text}
week_starts: sunday
slip_days: 30
holidays: {add: {2026-05-20: 開校記念日}, remove: []}
""",
    "hamatsubame/schools/hamatsubame-jh.yaml": """\
name: {ja: 青波市立浜つばめ中学校, en: Hamatsubame Junior High School, ja-simple: はまつばめちゅうがっこう}
stage: junior_high
classes: {1: 3, 2: 3, 3: [1, 2, 3, 5]}
""",
    "hoshimidai/association.yaml": """\
name: {ja: ほしみ台小学校育友会, en: Hoshimidai Elementary PTA, ja-simple: ほしみだいしょうがっこう いくゆうかい}
short_name: 育友会
two_person: flagged
week_starts: monday
slip_days: 30
""",
    "hoshimidai/schools/hoshimidai-es.yaml": """\
name: {ja: 白鷺野市立ほしみ台小学校, en: Hoshimidai Elementary School, ja-simple: ほしみだいしょうがっこう}
stage: elementary
classes: {1: 2, 2: 2, 3: 2, 4: 2, 5: 2, 6: 2}
group_names: {special_support: なかよし学級}
""",
}


def write_associations(folder: Path) -> None:
    for name, text in FILES.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
