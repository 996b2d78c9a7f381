"""How people tell how complex a situation was: aims, risk, novelty, and who else had a stake."""

from __future__ import annotations

from interviewer.assessor.rules.vocabulary import EXECUTIVE, NUMBER, ORGANISATION

FAMILIES: dict[str, str] = {
    # --- contested, uncertain, new, many ---
    "at odds": r"\b(?:wanted (?:different|opposite|it stopped|to go last|the opposite)|each "
    r"other|at odds|disagree\w*|disput\w*|conflict\w*|contradict\w*|opposite things|"
    r"agreed on (?:nothing|one thing)|"
    r"couldn'?t agree|no two|each wanted|against each|fought|fight|fighting|row|rival|"
    r"misaligned|hostile|furious|refused|wouldn'?t (?:sign|agree|accept)|vetoe?\w*|"
    r"objected|oppos\w+|blocked|fell out|walked out|"
    r"blam\w+|stopped talking|not speaking|threat\w+|overruled|argu\w+|neither would|"
    r"pulled out|wanting opposite|leaned on|faced down)\b",
    "politics": r"\b(?:minister\w*|councillors?|mayor|politic\w*|members|mps?|elections?|elected|"
    r"unions?|press|paper|public(?:ly)?|inquiry|campaign\w*|residents|protest\w*|"
    r"media|treasury|parliament|leader's office|"
    r"headline|radio|petition|sovereign|commissioner)\b",
    "law": r"\b(?:lawyers?|court|judicial|legal|regulator\w*|statut\w+|adjudicat\w*|"
    r"licen[cs]e|insurers?|inspectorate|safety case|bankrupt\w*|insolven\w*|"
    r"administration|bust|strike|fraud|whistle\w*)\b",
    "uncertain": r"\b(?:uncertain\w*|unclear|nobody (?:knew|had|could|has)|no one (?:knew|had|"
    r"could|has)|never been (?:done|tried)|first (?:of its kind|time anyone|in the)|"
    r"novel|unknown|untested|unproven|no precedent|prototype|"
    r"keeps? (?:changing|moving)|kept (?:changing|moving)|hadn'?t been|moving target|"
    r"changed (?:twice|three times|again)|half[- ]designed|range|scenario\w*|could "
    r"not|couldn'?t be)\b",
    "many parties": rf"\b{NUMBER} (?:\w+ ){{0,2}}(?:{ORGANISATION}|funders|employers|bodies|unions|"
    rf"nations|organisations|directorates|contractors|partners|parties|owners|sponsors|"
    rf"ministries|systems|stakeholders|communities|villages|labs|wards|employers)\b|"
    r"\b(?:joint venture|alliance|consorti\w+|multi-?\w+|cross-?\w+|merger|merged|"
    r"merging|coalition|interfaces|partnership)\b",
    "big money": r"£\s?\d+(?:\.\d+)? ?(?:m|bn|million|billion)\b|\b\d+ (?:million|billion)\b|"
    r"\b(?:hundred|\w+ty) million\b|\bbillion\b",
    "big thing": r"\b(?:programme|portfolio|hospital|reactor|tunnel\w*|tram|airport|merger|"
    r"national|regional|group|platform|vessel|aircraft|submarine|terminal|grid|"
    r"nuclear|signalling|bridge|dam|railway|prison)\b",
    "crisis": r"\b(?:crisis|emergenc\w+|failed|failing|collapse\w*|went bust|flood\w*|shut|"
    r"closure|closing|redundan\w+|strike|death|died|accident|breach|catastroph\w*|"
    r"rescue|turn(?:ed)? round|overrun\w*|halted|stopped the)\b",
    "executives": rf"\b{EXECUTIVE}\b",
    "many "
    "numbers": r"\b(?:\d{2,}|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|nineteen|"
    r"twenty|thirty|forty|fifty|sixty|hundred\w*|thousand\w*)\b",
    "own rules": r"\b(?:adapt\w*|rebuilt|redesign\w*|rewrote|invented|made up a|dropped (?:our|"
    r"the)|scrapped|replaced the|instead of the|didn'?t fit|my own|threw out|no "
    r"template)\b",
    # --- clear, small, standard ---
    "small": r"\b(?:small\w*|little|tiny|short|minor|one-page|a page|modest|single|simple|"
    r"straightforward|easy|plain|ordinary|basic|routine|usual|standard|clear|fixed "
    r"price|quick|nothing clever|no drama|nobody argu\w*|"
    r"nothing fancy|not (?:big|huge|complicated|large)|only)\b",
    "one of": r"\b(?:one|a) (?:\w+ )?(?:contract|contractor|supplier|site|team|room|building|"
    r"office|school|grant|van|kitchen|week|day|page|form|department|customer|hall|"
    r"garden|floor|system)\b",
    "small money": r"£\s?\d{1,3}(?:,\d{3})?k?\b(?! ?(?:m|bn|million|billion))|\b\d+ ?k\b|"
    r"\b(?:thousand|grand|quid|pounds)\b",
    "small place": r"\b(?:village|church|parish|car park|allotment|club|library|school|shop|depot|"
    r"warehouse|hall|canteen|garden|reception|playgroup|museum|cafe|office move|"
    r"newsletter|website|rota|laptops?|phones?|leaflets?|toilets?|"
    r"kitchens?|signs|playground|community centre|roof|fete|wedding|charity)\b",
    "few people": r"\b(?:two|three|four|five|six) (?:of us|people|suppliers|quotes|firms|lads|"
    r"volunteers|staff|rooms|weeks|months|classrooms)\b|\bjust (?:me|the|us|two)\b",
    "template": r"\b(?:template|checklist|standard form|corporate form|our form|the form|the "
    r"policy|by the book|the usual way)\b",
}
