"""The thread: seconds and peak memory of every step from files to report, on the example study."""

from __future__ import annotations

from tempfile import TemporaryDirectory

from benchmarks.measuring import show, steps_in_fresh_process

CODE = """
from pathlib import Path
from workbench.actions.example import make_example
from workbench.actions.maps import build_map
from workbench.actions.reporting import write_report
from workbench.actions.testing import load_matrix
from workbench.actions.topics import fit_study_topics
from workbench.actions.voting import count_sessions
step("loading the program")
study = make_example(Path(sys.argv[1]) / "voorbeeld")
step("example study: make, import, code")
build_map(study)
step("passages and experience map")
load_matrix(study)
step("assumption matrix")
count_sessions(study)
step("ranked lists")
fit_study_topics(study, ("builtin",), by="marit")
step("topics, built in")
fit_study_topics(study, ("bertopic",), by="marit")
step("topics, BERTopic (with loading it)")
write_report(study, study.output, by="marit")
step("figures and report in three forms")
"""


def main() -> None:
    """Walk the road in a fresh process and print what each step took."""
    with TemporaryDirectory() as folder:
        show("The thread on the example study", steps_in_fresh_process(CODE, folder))


if __name__ == "__main__":
    main()
