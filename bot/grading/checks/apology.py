"""Whether the shop says sorry where it is at fault."""

from __future__ import annotations

import re

from bot.grading.checks.courtesies import upset
from bot.grading.judgement import NO_REPLY, Judgement, broken, excused, first_act, kept
from bot.grading.offers import GOODWILL
from bot.grading.talk import Said, Talk

NEAR = 40
"""Characters before an admission in which it is denied."""

_OWN_FAULT = re.compile(
    r"\b(?:unser(?:e[mnrs]?)?|mein(?:e[mnrs]?)?)(?: \w+)? (?:fehler|versehen|schuld|panne)\b"
    r"|\bwir (?:haben|hatten) (?:\w+ ){0,4}(?:verwechselt|vergessen|vertauscht|falsch verpackt)"
    r"|\bour(?: own)? (?:mistake|fault|error|slip)\b|\bmy mistake\b"
    r"|\bwe (?:mixed up|forgot|packed the wrong)\b"
    r"|\b(?:наш\w{1,2}|моя|мой) (?:ошибк|вин|недосмотр|промах)|\bмы (?:перепутали|забыли|ошиблись)\b"
    r"|\b(?:nuestr[oa]|mi) (?:error|culpa|fallo|descuido)\b|\b(?:equivocamos|confundimos)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:nicht|kein\w*|wenn|falls|not|isn['’]t|wasn['’]t|no|if|even|нет|не|если|si|aunque|o)\b[^.!?]{0,25}$",
    re.IGNORECASE,
)
"""Denied, or supposed only."""
_OWN_WISH = re.compile(
    r"\bmy (?:own )?(?:fault|mistake|bad)\b|\bI\b[^.!?]{0,60}\bby mistake|changed? my mind"
    r"|\bI (?:\w+ )?(?:picked|ordered|chose|entered|typed) (?:the )?wrong"
    r"|\bI (?:\w+ )?(?:picked|ordered|chose)\b.{0,60}\bbut (?:I )?(?:need|want)"
    r"|don['’]t (?:need|want|like) (?:it|them)\b"
    r"|(?:mein|eigener) (?:fehler|versehen)|tippfehler|ver(?:klickt|tippt|wählt)\b|anders überlegt"
    r"|\b(?:zu|too) (?:groß|klein|eng|weit|lang|kurz|big|large|small|tight|wide|long|short)\b"
    r"|widerruf|retract|desist|сам[аи]? виноват\w*|qued[aóe]\w* (?:muy )?(?:grande|chic[oa]|pequeñ[oa])"
    r"|\bich (?:habe? )?(?:\w+ )?(?:falsch bestellt|falsche \w+ (?:bestellt|gewählt))"
    r"|gefällt (?:mir|uns) (?:doch )?nicht|brauche? (?:\w+ ){0,2}doch nicht"
    r"|(?:моя|мо[её]й) (?:ошибк|вин)\w*|\bя (?:\w+ )?(?:ошиб|перепут)\w*|передумал\w*|не мо[её]\b"
    r"|не подош[её]?л\w*|не понравил\w*|\b(?:великоват|маловат|мал)[аоы]?\b"
    r"|(?:culpa|error) m[íi]a|mi (?:culpa|error)|mea culpa|la he liado|me (?:equivoqu|confund)\w+"
    r"|me arrepent\w+|cambi[eé] de (?:idea|opinión)|(?:ya )?no (?:lo|la|los|las) (?:quiero|necesito)"
    r"|no me (?:gust|convenc)\w*",
    re.IGNORECASE,
)
"""The buyer's own slip or second thoughts."""
_SORRY = re.compile(
    r"\b(?:sorry|apolog|regret|forgiv|entschuldig|verzeih|pardon|bedau[er]"
    r"|tut (?:mir|uns)\b[^.!?]{0,30}\bleid|leid tut"
    r"|nicht böse|извин|сорри|прост(?:ите|и)\b|прошу прощ|сожале|жаль|disculp|perd[oó]n"
    r"|lament|sient[oea]|sentimos)",
    re.IGNORECASE,
)


def apology_when_due(talk: Talk) -> Judgement:
    """The agent said sorry, where the shop is at fault: so says the scenario, the agent, or the buyer.

    A buyer who says so but once and calmly, and was given nothing for it, makes this kept or not judged.
    """
    admitted = [(said, match) for said in talk.agent if (match := _own_fault(said))]
    reported = talk.sheet is None and _reported(talk)
    if not admitted and not reported and not (talk.sheet and talk.sheet.at_fault):
        return excused("不知道责任在店铺", "nothing says that the shop is at fault")
    if not talk.agent:
        return excused(*NO_REPLY)
    shown = first_act(talk.agent, "apologise") or tuple(
        said.quote(*match.span()) for said in talk.agent if (match := _SORRY.search(said.turn.text))
    )
    if shown:
        return kept(shown[:1])
    if reported and not (admitted or upset(talk) or first_act(talk.agent, *GOODWILL)):
        return excused("买家只是平静地说明问题", "the buyer told the trouble calmly")
    return broken([said.quote(*match.span()) for said, match in admitted[:1]] or [talk.agent[0].due()])


def _reported(talk: Talk) -> bool:
    """Whether the buyer complains of what was bought, and not of an own slip or second thoughts."""
    complained = bool(talk.troubled("complaint"))
    return complained and not any(_OWN_WISH.search(said.turn.text) for said in talk.buyer)


def _own_fault(said: Said) -> re.Match[str] | None:
    """The words by which the agent takes the fault on the shop; denied or supposed, they do not."""
    for match in _OWN_FAULT.finditer(said.turn.text):
        if not _NOT.search(said.turn.text, max(0, match.start() - NEAR), match.start()):
            return match
    return None
