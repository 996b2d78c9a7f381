"""More words by which people show what competence they talk about, by title.

A framework's own terms are weighed first; these are everyday words beside them. They are keyed by
words of a competence's title, so that they serve any framework with a competence of that name.
"""

from __future__ import annotations

WORDS: dict[str, str] = {
    "ethics": "gift hamper tickets hospitality bribe bribery facilitation declare declared "
    "declaration declarations brother-in-law "
    "sister-in-law cousin nephew interest interests conduct code confidential gdpr "
    "dpia privacy whistleblowing whistleblower honest integrity "
    "falsify fiddle fiddled backdate discrimination slavery monitoring-officer "
    "recuse stood-down improper lie lied cover-up professional cpd regulator law",
    "team management": "team crew gang foreman foremen one-to-one one-to-ones appraisal appraisals "
    "huddle stand-up morale rota workload shift shifts "
    "childcare new-starter newcomer underperform absence off-sick seconded lads "
    "volunteers delegate delegated feedback tuckman belbin charter retro coached "
    "people supervisor",
    "conflict": "conflict dispute row argument arguing argue argued fell-out falling-out quarrel "
    "clash mediate mediator mediation shouting grievance "
    "positions interests separately both-sides apologise apologised not-speaking "
    "disagreement disagree compromise collaborate avoid thomas kilmann lawyers "
    "resentment peace blame tempers",
    "leadership": "lead led leader leadership vision purpose follow morale trust inspire persuade "
    "reluctant example style directive situational sceptical "
    "sceptics motivate motivated belief courage honest humility launch direction "
    "influence hearts coaching servant transformational persuaded",
    "procurement": "tender tenders bid bids bidder bidders supplier suppliers quote quotes itt rfq "
    "rfp framework lot lots award awarded evaluate evaluation scored "
    "spec specification requisition purchase purchased buy bought buyer buying price "
    "quality market competition sourcing lowest portal clarification route",
    "contract "
    "management": "contract contracts contractor nec jct clause clauses notice notices claim "
    "claims compensation event variation kpi kpis service-credit service-credits "
    "invoice invoices retention penalty breach terminate termination supplier "
    "payment obligations warranty early-warning performance deductions subcontractor "
    "adjudication defect",
    "requirements": "requirement requirements user users need needs story stories backlog elicit "
    "interviews workshop moscow priority prioritise acceptance-criteria traceability "
    "analyst analysts signed-off wants specification signatories testable "
    "observation process must should scope",
    "solutions": "option options design designs designer prototype prototypes trade-off concept "
    "feasibility pilot trial architecture build tested alternatives criteria "
    "supplier "
    "mock-up rig sketch drawing engineer buildability whole-life technical solution "
    "solutions spike drawings layout",
    "schedule": "schedule schedules scheduling programme gantt critical path float milestone "
    "milestones baseline duration durations dependency dependencies lookahead p6 "
    "asta "
    "slip slipped late weeks logic network buffer resequence crash fast-track dates "
    "date planner overlap early predecessor delay",
    "resource "
    "management": "resource resources people crew staff plant kit equipment materials hire hired "
    "agency levelling smoothing histogram skills availability allocation "
    "bookings booked rota shifts names hours overtime clash line-manager lead-time "
    "shortage peak utilisation who where",
    "budget": "budget budgets cost costs spend spent money forecast forecasts actuals accrual "
    "accruals commitment commitments invoice invoices variance contingency overspend "
    "underspend earned-value cpi spi outturn ledger cost-code estimate over-budget "
    "reserve cashflow control finance accountant",
    "risk": "risk risks issue issues opportunity register raid likelihood probability impact "
    "mitigation contingency owner score scored appetite fallback threat response "
    "might "
    "uncertain correlation scenarios simulation monte carlo grid grids triage "
    "triggers hazard what-if",
    "quality": "quality inspect inspection inspections defect defects test tests testing tested "
    "acceptance criteria standard standards audit snag snags snagging rework "
    "certificate certificates "
    "iso checklist sample samples non-conformance ncr conformance right-first-time "
    "assurance reject rejected spec fail failed checks",
    "consolidated "
    "planning": "plan plans integrated integrate consolidated baseline scope schedule cost "
    "budget risk quality pmp together one-page assumptions joins linked package "
    "packages "
    "work-breakdown dependencies rebaseline master sections pid planning",
    "transition": "handover handed go-live cutover readiness ready training trained operations "
    "service users hypercare early-life support rollback adoption acceptance manuals "
    "switch switchover move moved live embed business-as-usual bau parallel ward "
    "staff snags closure new-system",
    "financial "
    "management": "funding grant grants funder funders drawdown cash cash-flow loan bond bonds "
    "donor treasury treasurer capital revenue interest npv discount covenant "
    "claim claims vat exchange finance accounts match-funding instalment "
    "affordability accounting borrowing lender lenders reserves invest investment "
    "audit",
    "capacity": "capacity demand pipeline forecast forecasts headcount fte ftes skills shortage "
    "utilisation resource overload overloaded booked quarter planners supply recruit "
    "recruits pool "
    "bottleneck too-many sheet percent months-ahead load overcommitted stretch names",
    "governance": "governance board boards sponsor sro terms-of-reference escalate escalated "
    "escalation tolerance tolerances gate gates decision decisions delegated "
    "authority committee raci minutes "
    "steering accountable accountability reporting quorum limits chair chaired "
    "highlight roles tiers agenda secretariat",
    "stakeholder": "stakeholder stakeholders communication communications comms residents "
    "neighbours councillors union unions newsletter meeting meetings engagement "
    "engage consult consultation "
    "grid power interest map persuade message messages audience briefing listen "
    "feedback angry objected drop-in press community doorstep parents",
    "frameworks": "method methodology methodologies framework frameworks prince2 agile scrum "
    "waterfall msp tailor tailored tailoring lifecycle life-cycle stage stages "
    "sprint template templates hybrid "
    "process processes handbook guidance pmo kanban products rules adapt governance standard",
    "reviews": "review reviews lessons learned retrospective gate gateway health-check stage "
    "end-of-stage closure reviewer reviewers findings recommendations post-project "
    "evaluation interviewed "
    "actions audit look-back board continue went-well peer pack ambers assessment",
    "change control": "change changes request requests log logged variation scope baseline impact "
    "approve approved reject rejected extra extras creep board form configuration "
    "version freeze "
    "drawing revision superseded rebaseline add wanted decision tolerance",
    "assurance": "assurance independent independence audit auditor auditors reviewer assess "
    "evidence finding findings report three-lines second-line objective opinion rag "
    "amber recommendations "
    "interviewed sampled marking-my-own own-work outsider terms-of-reference "
    "scrutiny challenge sound confidence not-my-project",
    "business case": "business-case case justification options do-nothing do-minimum npv payback "
    "benefits costs strategic economic commercial financial management investment "
    "sponsor outline "
    "worth viable approve approved appraisal treasury green-book five-case "
    "assumptions sensitivity preferred panel",
    "asset "
    "allocation": "portfolio bids proposals pot panel rank ranked ranking scored scoring weights "
    "weighting matrix criteria fund funded line mix balance share shared capital "
    "list stopped "
    "reallocate must-do schemes grant allocate allocated allocation priorities "
    "prioritise vehicles equipment roofs",
    "capability": "capability competence competences skills training mentor mentoring mentors "
    "academy maturity development course courses community practice learning coach "
    "coaching framework "
    "gap assessment career apprentices certificate learners buddy pathway shadowing cohort",
    "benefits": "benefit benefits outcome outcomes measure measures measured baseline realised "
    "realisation realise tracker profile owner dis-benefit savings saved saving "
    "target promised before-and-after "
    "survey map output outputs after-go-live improvement decay claimed",
}
