"""Every page of data that the app prints is as its schema in protocols/ says."""

import json
import shutil
import sys

from support import LISTS, PLAN, ROOT, AppTest, CaseTest

sys.path.insert(0, str(ROOT / "tests" / "support"))
import schemas  # noqa: E402

PROTOCOLS = ROOT / "protocols"


class Judge:
    def judge(self, *lines, all_keys=False):
        judged = schemas.Schemas(PROTOCOLS)
        pages = [json.loads(self.rehab(*line, "--json").stdout) for line in lines]
        for line, page in zip(lines, pages):
            self.assertEqual([error.message for error in judged.errors(page)], [], line)
            self.assertEqual(list(schemas.accepted(judged, page)), [], line)
        if all_keys:
            self.assertEqual(judged.dead({page["format"] for page in pages}), [])
        return [page["format"] for page in pages]


class DataTest(Judge, AppTest):
    def test_lists_of_all_kinds(self):
        self.judge(["list"], *(["list", what] for what in LISTS), all_keys=True)

    def test_what_was_checked_sound_and_broken(self):
        text = (PROTOCOLS / "calf-strain.toml").read_text()
        (self.folder / "broken.toml").write_text(text.replace("supervision", "supervison", 1))
        shutil.copy(PROTOCOLS / "calf-strain.toml", self.folder)
        self.judge(["check", "calf-strain.toml"], ["check", "--coverage", "calf-strain.toml"], ["check", "broken.toml"], all_keys=True)

    def test_a_protocol_a_plan_and_their_reasons(self):
        self.judge(["show", "calf-strain"], [*PLAN], [*PLAN, "--days", "mon", "--equipment", "none"],
                   ["explain", "calf-strain", "--severity", "mild", "--week", "2"])


class FollowedDataTest(Judge, CaseTest):
    def test_pages_of_a_course(self):
        self.begin()
        own = ["--case", "case.toml"]
        formats = self.judge(["log", *own, "--pain", "7", "--done", "part"], ["today", *own], ["history", *own], ["progress", *own],
                             ["plan", *own], ["plan", *own, "--what-if", "pain=6 on 2026-12-10"],
                             ["explain", *own, "--date", "2026-12-10"])
        self.assertEqual(formats, ["rehab-comparison", "rehab-today", "rehab-history", "rehab-progress", "rehab-plan",
                                   "rehab-comparison", "rehab-explanation"])


del AppTest, CaseTest  # they are no tests of this file
