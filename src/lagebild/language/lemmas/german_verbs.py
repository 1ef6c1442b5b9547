"""German infinitives: "aufgestanden" and "steht auf" belong to different verbs, as the treebanks have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_PARTICLES = sorted(
    """ab an auf aus bei da dabei dagegen daher dahin daran darauf dar davon dazu dazwischen durch ein einher empor
    entgegen entlang entzwei fehl fern fest fort frei gegenüber gerade gleich gut heim her herab heran herauf heraus
    herbei herein herum herunter hervor hin hinab hinauf hinaus hindurch hinein hintan hinter hinterher hinunter hinweg
    hinzu hoch klar krank kennen los mit nach nahe nieder offen preis ran raus rein richtig rück rum runter schief
    schwarz sicher still statt stand teil tot über überein um umher unter voll vor voran voraus vorbei vorher vorüber
    vorwärts wach wahr weg weh weiter wett wider wieder wiedergut zu zufrieden zurecht zurück zusammen zuvor zuwider
    aufrecht bereit bekannt bloß inne instand wiederauf vorweg zugute
    be emp ent er ge miss ver zer""".split(),
    key=len,
    reverse=True,
)
"""What stands before a verb, also what is never parted from it: longer ones first."""

_INSEPARABLE = {"be", "emp", "ent", "er", "ge", "miss", "ver", "zer"}
_SHORTEST_VERB = 3

_FINITE = """
gefällt gefallen
bog biegen|band binden|bat bitten|blies blasen|blieb bleiben|brach brechen|brachte bringen|briet braten|brannte brennen
dachte denken|drang dringen|durfte dürfen|fiel fallen|fing fangen|fand finden|flog fliegen|floh fliehen|floss fließen
fraß fressen|fror frieren|fuhr fahren|gab geben|ging gehen|galt gelten|gelang gelingen|genoss genießen|gewann gewinnen
glich gleichen|goss gießen|griff greifen|grub graben|half helfen|hatte haben|hielt halten|hieß heißen|hing hängen
hob heben|kam kommen|kannte kennen|klang klingen|konnte können|kroch kriechen|las lesen|lief laufen|ließ lassen
lag liegen|litt leiden|lieh leihen|log lügen|lud laden|maß messen|mied meiden|mochte mögen|musste müssen|nahm nehmen
nannte nennen|pfiff pfeifen|quoll quellen|rang ringen|rannte rennen|riet raten|riss reißen|ritt reiten|rief rufen
roch riechen|sah sehen|sandte senden|sang singen|sank sinken|saß sitzen|schuf schaffen|schied scheiden|schien scheinen
schlief schlafen|schlug schlagen|schloss schließen|schlich schleichen|schmiss schmeißen|schmolz schmelzen
schnitt schneiden|schob schieben|schoss schießen|schrie schreien|schrieb schreiben|schritt schreiten|schwand schwinden
schwang schwingen|schwamm schwimmen|schwieg schweigen|schwor schwören|soff saufen|spann spinnen|sprach sprechen
sprang springen|stach stechen|stahl stehlen|stand stehen|stank stinken|starb sterben|stieg steigen|stieß stoßen
strich streichen|stritt streiten|tat tun|traf treffen|trank trinken|trat treten|trieb treiben|trog trügen|trug tragen
verdarb verderben|vergaß vergessen|verlor verlieren|wandte wenden|war sein|warb werben|warf werfen|wich weichen
wies weisen|wog wiegen|wollte wollen|wuchs wachsen|wurde werden|wusch waschen|wusste wissen|zog ziehen|zwang zwingen
gebar gebären|gedieh gedeihen|geschah geschehen|empfahl empfehlen|befahl befehlen|erschrak erschrecken
"""
_STRONG_FINITE = dict(pair.split() for line in _FINITE.split("\n") for pair in line.split("|") if pair)

_PARTICIPLES = """
boten bieten|beten bitten|brochen brechen|bracht bringen|brannt brennen|bogen biegen|borgen bergen|borsten bersten
bunden binden|bissen beißen|blieben bleiben|drungen dringen|dacht denken|flogen fliegen|flohen fliehen|flossen fließen
froren frieren|funden finden|gangen gehen|gessen essen|glichen gleichen|glitten gleiten|golten gelten|gossen gießen
griffen greifen|hoben heben|holfen helfen|kannt kennen|klungen klingen|krochen kriechen|legen liegen|litten leiden
liehen leihen|logen lügen|gelungen gelingen|mieden meiden|nannt nennen|nommen nehmen|genossen genießen
pfiffen pfeifen|rannt rennen|rieben reiben|rissen reißen|ritten reiten|rochen riechen|rungen ringen|sandt senden
schieden scheiden|schienen scheinen|schlossen schließen|schmissen schmeißen|schmolzen schmelzen|schnitten schneiden
schoben schieben|schossen schießen|schrieben schreiben|schrien schreien|schritten schreiten|schwiegen schweigen
schwommen schwimmen|schworen schwören|schwunden schwinden|schwungen schwingen|sessen sitzen|sonnen sinnen
soffen saufen|sotten sieden|sponnen spinnen|sprochen sprechen|sprungen springen|standen stehen|stiegen steigen
stochen stechen|stohlen stehlen|storben sterben|strichen streichen|stritten streiten|stunken stinken|sungen singen
sunken sinken|troffen treffen|trieben treiben|trogen trügen|trunken trinken|tan tun|wandt wenden|wichen weichen
wiesen weisen|wogen wiegen|gewonnen gewinnen|worben werben|worden werden|worfen werfen|wunden winden|wusst wissen
zogen ziehen|zwungen zwingen|verloren verlieren|verdorben verderben|empfohlen empfehlen|befohlen befehlen
vergessen vergessen|erwogen erwägen|geboren gebären|gediehen gedeihen|erloschen erlöschen|erschrocken erschrecken
gewesen sein
"""
_STRONG_PARTICIPLES = dict(pair.split() for line in _PARTICIPLES.split("\n") for pair in line.split("|") if pair)
"""Of strong verbs that change their stem, without ge-."""

_ENDINGS = ("testen", "tetest", "test", "tet", "ten", "te", "est", "et", "en", "st", "e", "n", "t", "")
"""Of finite weak verbs, longer ones first."""


def verb_lemma(form: str, feats: Mapping[str, str], lookup: Callable[[str], str | None]) -> str:
    """Return the infinitive, with the prefix that the form has."""
    lower = form.lower()
    kind = feats.get("VerbForm") or ("Fin" if "Person" in feats else None)
    if kind == "Inf" or (kind is None and _is_infinitive(lower, lookup)):
        return _without_zu(lower, lookup)
    if kind != "Fin":
        with_zu = _without_zu(lower, lookup)
        if with_zu != lower:
            return with_zu
        return _infinitive_of_participle(lower, lookup) or _listed(lower, lookup) or lower
    return _infinitive_of_finite(lower, lookup)


def _is_infinitive(word: str, lookup: Callable[[str], str | None]) -> bool:
    return word.endswith("n") and lookup(word) == word


def _listed(lower: str, lookup: Callable[[str], str | None]) -> str | None:
    found = lookup(lower)
    return (
        found if found and found.islower() and (found.endswith(("en", "ln", "rn", "tun")) or found == "sein") else None
    )


def _without_zu(lower: str, lookup: Callable[[str], str | None]) -> str:
    """Turn "aufzustellen" into "aufstellen", but not "aufzucken"."""
    for particle in _PARTICLES:
        if lower.startswith(particle + "zu") and particle not in _INSEPARABLE:
            verb = lower[len(particle) + 2 :]
            if len(verb) > _SHORTEST_VERB and (_is_infinitive(particle + verb, lookup) or _is_infinitive(verb, lookup)):
                return particle + verb
    return lower


def _infinitive_of_participle(lower: str, lookup: Callable[[str], str | None]) -> str | None:
    """Return the infinitive of "abgefangen", "massiert", "basierend"."""
    if lower.endswith("end"):
        return lower[:-1]
    found = _strong_participle(lower) or _listed(lower, lookup)
    if found and found != lower:
        return found
    for prefix, rest in _prefixes(lower):
        if rest.startswith("ge") and prefix not in _INSEPARABLE:
            for verb in _verbs_of(rest, lookup):
                return prefix + verb
    for candidate in _weak_infinitives(lower, ("et", "t")):
        if _is_infinitive(candidate, lookup) or candidate.endswith("ieren"):
            return candidate
    return found


def _strong_participle(lower: str) -> str | None:
    """Return the infinitive of "abgebrochen", "gebrochen", "zerbrochen"."""
    for prefix, rest in _prefixes(lower):
        verb = _STRONG_PARTICIPLES.get(rest)
        if verb and (prefix or rest[:2] in {"ve", "em", "be", "ge", "er"}):
            return prefix + verb if prefix != "ge" else verb
        bare = _STRONG_PARTICIPLES.get(rest.removeprefix("ge"))
        if bare and rest.startswith("ge"):
            return prefix + bare
    return None


def _verbs_of(participle: str, lookup: Callable[[str], str | None]) -> Iterator[str]:
    """Yield infinitives of a participle in ge-."""
    found = _listed(participle, lookup)
    if found and found != participle and not found.startswith("ge"):
        yield found
    stem = participle[2:]
    for candidate in (stem if stem.endswith("en") else "", *_weak_infinitives(stem, ("et", "t"))):
        if candidate and _is_infinitive(candidate, lookup):
            yield candidate


def _weak_infinitives(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    for ending in endings:
        stem = word.removesuffix(ending)
        if word.endswith(ending) and len(stem) >= _SHORTEST_VERB - 1:
            yield stem + "en"
            if stem.endswith(("el", "er", "u")):
                yield stem + "n"


def _infinitive_of_finite(lower: str, lookup: Callable[[str], str | None]) -> str:
    found = _strong(lower) or _listed(lower, lookup)
    # A finite form has no ge- of its own: "gehört" is from "gehören".
    if found and (found.startswith("ge") or not lower.startswith("ge")):
        return found
    for candidate in _weak_infinitives(lower, _ENDINGS):
        if _is_infinitive(candidate, lookup):
            return candidate
    for prefix, rest in _prefixes(lower):
        if prefix:
            found = _strong(rest) or _listed(rest, lookup)
            if found:
                return prefix + found
    return found or next(_weak_infinitives(lower, _ENDINGS), lower)


def _strong(lower: str) -> str | None:
    """Return the infinitive of a strong past, which dictionaries mistake for a noun: "stand", "standen"."""
    for prefix, rest in _prefixes(lower.replace("wuß", "wuss").replace("muß", "muss")):
        for ending in ("", "en", "st", "t", "n", "est", "et"):
            verb = _STRONG_FINITE.get(rest.removesuffix(ending)) if rest.endswith(ending) else None
            if verb:
                return prefix + verb
    return None


def _prefixes(word: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to take a prefix off, first none and then longer ones before shorter ones."""
    yield "", word
    for prefix in _PARTICLES:
        if word.startswith(prefix) and len(word) >= len(prefix) + _SHORTEST_VERB:
            yield prefix, word[len(prefix) :]
            if prefix not in _INSEPARABLE:
                for inner in _INSEPARABLE - {"ge"}:
                    if word.startswith(prefix + inner) and len(word) >= len(prefix + inner) + _SHORTEST_VERB:
                        yield prefix + inner, word[len(prefix + inner) :]
