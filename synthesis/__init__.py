"""Synthesis: from coded passages to findings, maps, topics and verdicts in which every number can be counted back.

What is asked for is loaded when it is asked for: the verbs use pandas, scikit-learn and networkx.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from synthesis.eligible import Eligible as Eligible
    from synthesis.eligible import add_assumptions as add_assumptions
    from synthesis.evidence import Evidence as Evidence
    from synthesis.experience import ExperienceMap as ExperienceMap
    from synthesis.experience import map_experience as map_experience
    from synthesis.findings import Finding as Finding
    from synthesis.goals import Goal as Goal
    from synthesis.goals import weigh_goals as weigh_goals
    from synthesis.improvements import ImprovementPoint as ImprovementPoint
    from synthesis.judgement import Judgement as Judgement
    from synthesis.judgement import judge as judge
    from synthesis.judgement import judge_all as judge_all
    from synthesis.logic import LogicElement as LogicElement
    from synthesis.logic import LogicLink as LogicLink
    from synthesis.logic_audit import audit_logic as audit_logic
    from synthesis.matrix import test_assumptions as test_assumptions
    from synthesis.process import ProcessMap as ProcessMap
    from synthesis.process import ProcessStep as ProcessStep
    from synthesis.process import map_process as map_process
    from synthesis.proposals import propose_findings as propose_findings
    from synthesis.theory import Assumption as Assumption
    from synthesis.theory_checks import check_theory as check_theory
    from synthesis.topics import fit_topics as fit_topics
    from synthesis.topics import topics_by_code as topics_by_code
    from synthesis.verdicts import AssumptionMatrix as AssumptionMatrix
    from synthesis.verdicts import override_verdict as override_verdict

__all__ = [
    "Finding",
    "propose_findings",
    "Eligible",
    "map_experience",
    "ExperienceMap",
    "ProcessStep",
    "map_process",
    "ProcessMap",
    "judge",
    "judge_all",
    "Judgement",
    "fit_topics",
    "topics_by_code",
    "Assumption",
    "Evidence",
    "add_assumptions",
    "test_assumptions",
    "override_verdict",
    "AssumptionMatrix",
    "check_theory",
    "LogicElement",
    "LogicLink",
    "audit_logic",
    "Goal",
    "weigh_goals",
    "ImprovementPoint",
]

_HOMES = {
    "Finding": "findings",
    "propose_findings": "proposals",
    "Eligible": "eligible",
    "map_experience": "experience",
    "ExperienceMap": "experience",
    "ProcessStep": "process",
    "map_process": "process",
    "ProcessMap": "process",
    "judge": "judgement",
    "judge_all": "judgement",
    "Judgement": "judgement",
    "fit_topics": "topics",
    "topics_by_code": "topics",
    "Assumption": "theory",
    "Evidence": "evidence",
    "add_assumptions": "eligible",
    "test_assumptions": "matrix",
    "override_verdict": "verdicts",
    "AssumptionMatrix": "verdicts",
    "check_theory": "theory_checks",
    "LogicElement": "logic",
    "LogicLink": "logic",
    "audit_logic": "logic_audit",
    "Goal": "goals",
    "weigh_goals": "goals",
    "ImprovementPoint": "improvements",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"synthesis.{_HOMES[name]}"), name)
