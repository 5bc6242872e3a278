"""What a scenario expects of a good agent: facts asked for, details confirmed, the case passed on."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.grade import Text
from bot.grading.judgement import Judge, Judgement, broken, first_act, kept, where_expected
from bot.grading.offers import GOODWILL
from bot.grading.rubric import CaseSheet
from bot.grading.talk import Talk

EVIDENCE, NEEDS = "ask_evidence", "ask_needs"

ASKED_FOR = {
    "ask_order_number": ("订单号", "the order number"),
    "ask_problem_details": ("具体问题", "what exactly is wrong"),
    EVIDENCE: ("照片或视频", "a photo or video"),
    "ask_address": ("收货地址", "the address"),
    "ask_variant": ("型号、尺寸或颜色", "model, size or colour"),
    "ask_quantity": ("数量", "how many"),
    NEEDS: ("用途和需求", "what it is needed for"),
    "ask_preferred_solution": ("买家希望怎么处理", "what the buyer would like to happen"),
    "ask_confirmation": ("买家的确认", "a confirmation"),
}
"""Act to what it asks for, in Chinese and English."""

SUMMARIES = ("confirm_order", "confirm_change", "ask_confirmation")
"""Acts that repeat to the buyer what stands in the order."""


def _wanted(sheet: CaseSheet) -> list[str]:
    """What must be asked for and has no check of its own."""
    own = {*sheet.confirm, *([EVIDENCE] if sheet.evidence else []), *([NEEDS] if sheet.explore else [])}
    return [act for act in sheet.ask if act not in own]


@where_expected(_wanted, "这个情况没有必须问的", "nothing has to be asked for here")
def needed_facts_asked(talk: Talk, sheet: CaseSheet) -> Judgement:
    """What the case hangs on was asked for; what another check judges is left to that.

    A case in which every need was met did not hang on what was left unasked.
    """
    wanted = _wanted(sheet)
    missing = [act for act in wanted if not first_act(talk.agent, act)]
    settled = bool(sheet.needs) and talk.needs_met == set(sheet.needs)
    if missing and not settled:
        return broken([talk.agent[0].due()], reason=_missing("没有问", "not asked for", missing))
    return kept(evidence for act in wanted for evidence in first_act(talk.agent, act))


@where_expected(lambda sheet: sheet.evidence, "这个情况不需要凭证", "no evidence is needed here")
def evidence_asked_when_due(talk: Talk, _sheet: CaseSheet) -> Judgement:
    """Photos or the like were asked for, and not after something was granted already."""
    granted = next((said for said in talk.agent if said.acts(*GOODWILL)), None)
    before = [said for said in talk.agent if granted is None or said.index <= granted.index]
    asked = first_act(before, EVIDENCE)
    if asked:
        return kept(asked)
    return broken(first_act([granted], *GOODWILL) if granted else [talk.agent[0].due()])


@where_expected(lambda sheet: sheet.escalate, "这个情况不必转交", "nothing has to be passed on here")
def escalated_when_due(talk: Talk, _sheet: CaseSheet) -> Judgement:
    """What the agent may not decide was passed on."""
    passed = first_act(talk.agent, "escalate")
    return kept(passed) if passed else broken([talk.agent[-1].due()])


def order_details_confirmed(talk: Talk) -> Judgement:
    """What was open of the order was asked for, or the order repeated to the buyer.

    Without a scenario nobody knows what was open: then it is kept or not judged.
    """
    repeated = first_act(talk.agent, *SUMMARIES)
    concerns = talk.sheet.confirm if talk.sheet else talk.transcript.stage == "in_sales"
    return kept(repeated) if repeated and concerns else _left_open(talk)


@where_expected(lambda sheet: sheet.confirm, "这一单没有未确认的细节", "no detail of the order is open here")
def _left_open(talk: Talk, sheet: CaseSheet) -> Judgement:
    missing = [act for act in sheet.confirm if not first_act(talk.agent, act)]
    if missing:
        sent = first_act(talk.agent, "promise_dispatch") or [talk.agent[-1].due()]
        return broken(sent, reason=_missing("没有确认", "not confirmed", missing))
    return kept(first_act(talk.agent, *sheet.confirm))


def _missing(zh: str, en: str, acts: Iterable[str]) -> Text:
    """What is missing, in words: “not asked for: the address”."""
    names = [ASKED_FOR.get(act, (act, act)) for act in acts]
    return {
        "zh": f"{zh}：{'、'.join(name for name, _ in names)}",
        "en": f"{en}: {', '.join(name for _, name in names)}",
    }


JUDGES: dict[str, Judge] = {
    "needed_facts_asked": needed_facts_asked,
    "evidence_asked_when_due": evidence_asked_when_due,
    "escalated_when_due": escalated_when_due,
    "order_details_confirmed": order_details_confirmed,
}
