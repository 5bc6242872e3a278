"""What a scenario expects of a good agent: facts asked for, evidence before a remedy, the case passed on."""

from __future__ import annotations

from collections.abc import Callable

from bot.core.grade import Text
from bot.grading.judgement import NO_REPLY, NO_SCENARIO, Judgement, broken, excused, first_act, kept
from bot.grading.offers import GOODWILL
from bot.grading.talk import Talk

EVIDENCE = "ask_evidence"

ASKED_FOR = {
    "ask_order_number": ("订单号", "the order number"),
    "ask_problem_details": ("具体问题", "what exactly is wrong"),
    EVIDENCE: ("照片或视频", "a photo or video"),
    "ask_address": ("收货地址", "the address"),
    "ask_variant": ("型号、尺寸或颜色", "model, size or colour"),
    "ask_quantity": ("数量", "how many"),
    "ask_needs": ("用途和需求", "what it is needed for"),
    "ask_preferred_solution": ("买家希望怎么处理", "what the buyer would like to happen"),
    "ask_confirmation": ("买家的确认", "a confirmation"),
}
"""Act to what it asks for, in Chinese and English."""


def needed_facts_asked(talk: Talk) -> Judgement:
    """What the case hangs on was asked for; evidence that is due has a check of its own."""
    if not talk.sheet:
        return excused(*NO_SCENARIO)
    wanted = [act for act in talk.sheet.ask if not (act == EVIDENCE and talk.sheet.evidence)]
    if not wanted:
        return excused("这个情况没有必须问的", "nothing has to be asked for here")
    if not talk.agent:
        return excused(*NO_REPLY)
    missing = [act for act in wanted if not first_act(talk.agent, act)]
    if missing:
        return broken([talk.agent[0].due()], reason=_not_asked(missing))
    return kept(evidence for act in wanted for evidence in first_act(talk.agent, act))


def _not_asked(acts: list[str]) -> Text:
    zh, en = zip(*(ASKED_FOR.get(act, (act, act)) for act in acts), strict=True)
    return {"zh": f"没有问：{'、'.join(zh)}", "en": f"not asked for: {', '.join(en)}"}


def evidence_asked_when_due(talk: Talk) -> Judgement:
    """Photos or the like were asked for, and not after something was granted already."""
    if not talk.sheet:
        return excused(*NO_SCENARIO)
    if not talk.sheet.evidence:
        return excused("这个情况不需要凭证", "no evidence is needed here")
    if not talk.agent:
        return excused(*NO_REPLY)
    granted = next((said for said in talk.agent if said.acts(*GOODWILL)), None)
    before = [said for said in talk.agent if granted is None or said.index <= granted.index]
    asked = first_act(before, EVIDENCE)
    if asked:
        return kept(asked)
    return broken(first_act([granted], *GOODWILL) if granted else [talk.agent[0].due()])


def escalated_when_due(talk: Talk) -> Judgement:
    """What the agent may not decide was passed on."""
    if not talk.sheet:
        return excused(*NO_SCENARIO)
    if not talk.sheet.escalate:
        return excused("这个情况不必转交", "nothing has to be passed on here")
    if not talk.agent:
        return excused(*NO_REPLY)
    passed = first_act(talk.agent, "escalate")
    return kept(passed) if passed else broken([talk.agent[-1].due()])


JUDGES: dict[str, Callable[[Talk], Judgement]] = {
    "needed_facts_asked": needed_facts_asked,
    "evidence_asked_when_due": evidence_asked_when_due,
    "escalated_when_due": escalated_when_due,
}
