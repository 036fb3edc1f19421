"""The application: the pages of one study, behind the gate."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from study.folder import Study
from workbench.web import problems
from workbench.web.access import LOOPBACK, Gate
from workbench.web.desk import Desk
from workbench.web.found_names import FoundNames
from workbench.web.inbox import Inbox
from workbench.web.undo import Undo
from workbench.web.views import (
    adjudication,
    assumptions,
    codebook,
    codebook_editing,
    coding,
    coding_many,
    coding_rounds,
    colours,
    crosstabs,
    documents,
    experience,
    goals,
    guides,
    importing,
    journal,
    judgement,
    linking,
    logic,
    memos,
    nearest,
    overview,
    participants,
    priorities,
    privacy,
    process,
    pseudonyms,
    questions,
    reading,
    register,
    reporting,
    retrieval,
    searching,
    speaking,
    suggesting,
    topics,
    welcome,
)
from workbench.web.visitors import Speaking

STATIC = Path(__file__).parent / "static"
VIEWS = (
    overview,
    welcome,
    colours,
    importing,
    documents,
    reading,
    register,
    guides,
    questions,
    linking,
    speaking,
    participants,
    pseudonyms,
    privacy,
    coding,
    coding_many,
    suggesting,
    coding_rounds,
    adjudication,
    retrieval,
    crosstabs,
    memos,
    journal,
    codebook_editing,
    codebook,
    process,
    judgement,
    experience,
    logic,
    goals,
    assumptions,
    priorities,
    topics,
    reporting,
    searching,
    nearest,
)


def create_app(study: Study, *, hosts: Collection[str] = LOOPBACK) -> FastAPI:
    """The pages of this study, for browsers that reach it under one of these names (loopback unless told)."""
    app = FastAPI(title="Rode Draad", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.desk = Desk(study)
    app.state.settings = study.settings
    app.state.inbox = Inbox()
    app.state.undo = Undo()
    app.state.found_names = FoundNames()
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for view in VIEWS:
        app.include_router(view.router)
    problems.install(app)
    # Added last is met first: language, gate, then the net under everything.
    app.add_middleware(problems.FaultsLogged)
    app.add_middleware(Gate, hosts=hosts)
    app.add_middleware(Speaking)
    return app
