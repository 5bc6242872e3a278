"""Spans of time that a passage sets against each other: the law's and the shop's, a claim and its correction.

Read clause by clause, “two years by law, but this one carries six months” grants, and “some sellers write one
month; it is two years” denies.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from bot.understanding.told_spans import LESS, OF_ELSE, Told, at_word_start, bare, told, unquoted

_RIGHT = at_word_start(
    r"(?:laws?|legal\w*|lawful\w*|statut\w+|withdraw\w*|cooling|\w+ act|directive|EU|europe\w*|your country"
    r"|guarantee|warranty"
    r"|gesetz\w*|widerruf\w*|gewährleistung\w*|garantie|BGB|richtlinie|europa|deutschland|ihr land"
    r"|закон\w*|прав[оау]|стать[яией]\w*|росси\w+|ваш[аеи]? стран\w+|гаранти\w+"
    r"|ley(?:es)?|normativa|directiva|desist\w*|retract\w*|derecho|españa|méxico|chile|argentina|su país"
    r"|garant[ií]a)(?!\w)"
)
_LAW_ITSELF = at_word_start(r"(?:laws?|legally|gesetz(?:lich)?|закон\w*|ley)(?!\w)")
_SHOP = at_word_start(
    r"(?:we|us|our|my|only|just|but|however|though|this|these|those"
    r"|wir|uns|unse\w+|nur|lediglich|aber|jedoch|dagegen|allerdings|dies\w+|bloß|doch"
    r"|мы|нас|наш\w*|нам|только|лишь|но|однако|эт\w+|всего"
    r"|nosotros|nuestr\w+|s[oó]lo|únicamente|pero|sin embargo|est[aeo]s?|nada más|solamente|máximo)(?!\w)"
)
_NOT_OF_THE_RIGHT = at_word_start(
    rf"{OF_ELSE}|valid|voucher|coupon|expir|pass(?:ed)?\b|gone|bought|purchas|left\b|prov[ei]|presum|first"
    r"|office|clos|need|already used|label|(?:\w*day|tag|день|día) \d|day (?:one|two|three|four|five|six)"
    r"|has run|have run|gültig|gutschein|vorbei|abgelaufen sind|gekauft|erst|büro|geschlossen|beweis|brauch"
    r"|etikett|действует \d|купон|прош[её]?л|куп(?:или|лен)|нужн|осталось|доказ|закры|этикетк|истек"
    r"|válid|cup[oó]n|pasado|pasaron|lleva|compr[óoa]|atrás|antes|primer|prueba|prob|cerra|etiqueta|quedan"
    r"|necesit"
)
"""The span is of something else, or of the time that has passed."""
_ONLY = re.compile(
    r"\b(?:only|just|nur|bloß|lediglich|только|лишь|всего|s[oó]lo|solamente|únicamente)\W+\Z", re.I
)
_CLAIMED = at_word_start(
    r"(?:(?:some|(?:an)?other|many|most) (?:sellers?|shops?|traders?|people|agents?)|others"
    r"|(?:my|our|a) colleague"
    r"|(?:manche|andere|einige|viele)[rs]? (?:händler|verkäufer|shops?|läden|anbieter|leute)"
    r"|kolleg(?:e|in)|man"
    r"|(?:некотор|друг|многи)\w* (?:продав\w+|магазин\w*|люди)|кто-то из продавц\w+|коллега|иногда"
    r"|(?:hay|otr[oa]s?|algun[oa]s?|much[oa]s) (?:vendedor\w*|tiendas?|comercios?|colegas?)|compañer[oa]"
    r"|manufacturer|hersteller|производител\w|fabricante|leaflet|beileger|листовк\w|folleto)\b[^.!?]{0,30}?"
    r"\b(?:says?|said|writes?|wrote|tells?|told|claims?|sag|schr[ie]|behaupt|lies|hör|steht|пиш|писал|написа"
    r"|говор|сказал|утвержд|dice|dij|asegur|escrib|pone|afirm)"
)
"""Somebody else is told to say what follows."""
_DENIED = re.compile(r"\b(?:not|nicht|не|no s[oó]n)(?: just| only| nur| только| s[oó]lo)? \Z", re.I)
_OF_THE_RIGHT = at_word_start(
    r"(?:you\w*|it|it'?s|apply|applies|sie|ihnen|ihre?|es|gilt|gelten|вы|вас|вам|ваш\w*|он[аи]?|действу\w+"
    r"|usted\w*|le|su|son|es|tiene|rige\w*|corren|valen|but|sondern|а|sino)(?!\w)"
)
WINDOW = 30
"""Characters before a span in which it is denied or made little of."""
_DISOWNED = at_word_start(
    r"(?:not (?:so|true)|wrong|untrue|false|mistake|nonsense|stimmt (?:aber )?nicht|falsch|irr|unsinn"
    r"|неправда|не так|неверно|ошиб|no es (?:cierto|verdad|así)|falso|se equivoc|error)"
)
_OURS = at_word_start(r"(?:we|us|our|wir|uns|unser\w*|мы|нас|наш\w*|nosotros|nuestr\w+)(?!\w)")
_STOP = re.compile(r"[.!?…]\s")


@dataclass(frozen=True)
class Compared:
    """The clauses of a passage with all spans that they tell, to be compared."""

    text: str
    starts: Sequence[int]
    spans: Sequence[Told]

    @classmethod
    def of(cls, clauses: Sequence[str]) -> Compared:
        """Reads the clauses as one text, without quotations."""
        text = unquoted(" ".join(clauses))
        starts = list(accumulate((len(c) + 1 for c in clauses), initial=0))
        return cls(text, starts, [*(spans := told(text)), *_counts(text, starts, spans)])

    def falls_short(self) -> list[int]:
        """The clauses in which a span of the shop's falls short of one told before it.

        A right has to be named before it, and a word of the shop in the clause, but none of something else.
        A hint alone: whether the span is one of the right is left to what else is heard there.
        """
        right = _RIGHT.search(self.text)
        if right is None:
            return []
        short = {self._row(own) for own in self.spans if right.start() < own.start and self._less(own)}
        return [row for row in sorted(short) if _of_the_shop(self._clause(row))]

    def corrected(self, row: int) -> bool:
        """Whether the clause is what others are told to claim, or is not so, and a longer span follows.

        Where it tells no span itself, it has to be disowned in words.
        """
        begin, end = self.starts[row], self.starts[row + 1]
        own = [span for span in self.spans if begin <= span.start < end]
        sentence = max((stop.end() for stop in _STOP.finditer(self.text, 0, begin)), default=0)
        claim = _CLAIMED.search(self.text, sentence, end)
        if claim is None or _OURS.search(self.text, claim.end(), end):
            claimed = any(_DENIED.search(self._before(span)) for span in own)
        else:
            claimed = bool(own or _DISOWNED.search(self.text, claim.end()))
        most = max((span.days for span in own), default=0.0)
        later = (span for span in self.spans if span.start >= end and LESS * span.days > most)
        return claimed and any(_of_the_right(self._clause(self._row(span))) for span in later)

    def _clause(self, row: int) -> str:
        return self.text[self.starts[row] : self.starts[row + 1]].rstrip()

    def _row(self, span: Told) -> int:
        return bisect(self.starts, span.start) - 1

    def _before(self, span: Told) -> str:
        return self.text[max(0, span.start - WINDOW) : span.start]

    def _less(self, own: Told) -> bool:
        return any(span.end <= own.start and 0 < own.days < LESS * span.days for span in self.spans)


def _counts(text: str, starts: Sequence[int], spans: Sequence[Told]) -> Iterator[Told]:
    """Counts that end a clause, in the unit told last before it: “with us only two”."""
    ends = [span.end for span in spans]
    for begin, end in pairwise(starts):
        before = bisect(ends, begin)
        count = bare(text, begin, end - 1, spans[before - 1].unit) if before else None
        if count and (
            count.days > count.unit or _ONLY.search(text[max(0, count.start - WINDOW) : count.start])
        ):
            yield count


def _of_the_shop(clause: str) -> bool:
    other = _NOT_OF_THE_RIGHT.search(clause) or _LAW_ITSELF.search(clause) or clause.endswith("?")
    return bool(_SHOP.search(clause)) and not other


def _of_the_right(clause: str) -> bool:
    return bool(_OF_THE_RIGHT.search(clause)) and not _NOT_OF_THE_RIGHT.search(clause)
