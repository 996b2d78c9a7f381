"""Answers for made-up interviews (scripts/make_transcripts), written by hand; nobody gave them.

They are as unlike one another as people's are: long and terse, about one's own doing and about
everybody's, what was done and what one would do, well told and off the point.
"""

from __future__ import annotations

DOING = (
    "On the library move I kept the risk log. Every Thursday I went round the five owners, "
    "asked what had changed and rescored with them. When the lift contractor began to slip I "
    "rang the manufacturer myself and got a second date in writing. My manager only saw the "
    "summary.",
    "we had a supplier who was late twice. we sorted it in the end by going to someone else",
    "I was the planner for the depot refit. There were four contractors on one site and none of "
    "them trusted the others' dates. I got them into a room every Monday, we agreed the "
    "handovers between trades, and I held the baseline. Two of them wanted to change it in week "
    "six; I took that to the board with what it would cost and they said no.",
    "My line manager asked me to update the spreadsheet each week and she checked it before it "
    "went out. I learnt how the earned value columns worked from that.",
    "Honestly I haven't done that one. I have sat in the meetings where it was discussed.",
    "In my last job I ran the change control for the payroll replacement. A request came in "
    "from HR two weeks before go-live for a new field on every screen. I had it sized, put the "
    "three choices on one page and chaired the board that turned it down for the first release. "
    "HR were cross for a day and then thanked us, because we went live on the Friday we had "
    "promised.",
    "If that came up I would probably start with a stakeholder map and then a communication plan.",
    "I led the close-out of the clinic extension. Twenty-six snags were open, the builder had "
    "moved his men to another job, and the trust wanted to move in on the first of May. I "
    "walked the site with the clerk of works, sorted the list into what stopped us and what did "
    "not, and held back the retention until the nine that mattered were done.",
    "The finance lead would not come to our meetings. I asked her what she needed, which was "
    "one page with forecast against budget, and sent that two days before each meeting. She "
    "came to the next one.",
    "Three new coordinators joined and I was asked to bring them on. I paired each of them with "
    "a workstream, read their first two reports with them line by line, and after a month they "
    "wrote them alone. One of them now does the training for newer people.",
    "I wrote the lessons learned report.",
    "Our programme had two sponsors who wanted opposite things: one wanted the old warehouse "
    "kept open, the other had promised the board to sell it. I drew up what each choice did to "
    "the dates and the benefit case, spoke to both alone first, and then had them decide "
    "together. It took three meetings. We kept it open for eight months with a date on which "
    "that would end.",
    "The budget was four hundred thousand and I reported against it monthly. In month five I "
    "saw that the scaffolding was being paid for twice, once by us and once by the landlord. I "
    "went through eleven invoices with the quantity surveyor and we recovered thirty-one "
    "thousand.",
    "Colleagues from the other regions ring me when they set up a benefits register, because I "
    "did ours first and wrote down what went wrong. Last year the head of portfolio asked me to "
    "look at the national one before it went to the executive.",
    "I assisted with the procurement. I booked the rooms, kept the scoring sheets in order and "
    "wrote the minutes of the moderation meeting.",
    "There was a conflict between the architect and the fire officer about a door. I read the "
    "guidance, asked both what would satisfy them, and found that a different closer did. Small "
    "thing, but it had held up the drawings for three weeks.",
    "I decided to split the delivery into two. The first part had no dependency on the network "
    "team, so people had something in their hands by June, and what they told us changed about "
    "a third of the second part.",
    "tbh the plan was wrong from day one and everybody knew. I rebuilt it with the people who "
    "do the work, it came out eleven weeks longer, and I had to tell the sponsor that. Not a "
    "nice meeting. He took it to the investment committee and they agreed it.",
    "I ran the quality reviews on the training material. I set the criteria with the two senior "
    "tutors, reviewed the first unit of each author myself and sampled after that. We sent back "
    "four of thirty.",
    "We used agile. There was a board with columns and a stand-up at ten.",
    "In the hospital programme I answered for five project managers. Two of their projects "
    "fought over the same ward closure. I asked each for the cost of waiting a week, put the "
    "numbers side by side, and moved the smaller one. Then I changed how closures are booked, "
    "so that it could not happen again, and the estates director took that over for the whole "
    "site.",
    "I escalated it to the board.",
    "At my cousin's wedding I did all the organising, the caterers, the lot, two hundred guests.",
    "We were told on a Tuesday that the grant would end in March and not in June. I froze what "
    "had not been ordered, listed what could be cut with what each cut would lose, and had a "
    "new scope agreed by the Friday. We lost the second pilot town and kept everything that "
    "people had already been promised.",
    "Ich habe das auf Deutsch gemacht, sorry: I mean I chaired the weekly call between Leeds "
    "and Essen, wrote the minutes in both languages and chased the actions.",
    "I compared three tenders on whole-life cost and not on price. The cheapest needed a new "
    "boiler after nine years. The committee had never seen it set out like that; two of them "
    "asked me to do the same for the vehicle contract.",
)
KNOWING = (
    "A risk may happen, an issue has. So a risk needs somebody who watches it and a plan for "
    "what to do, and an issue needs an action and a date.",
    "It is a document with the names of people on it.",
    "You baseline it so that there is something to compare with. Without that, every forecast "
    "is only an opinion about an opinion, and you can't tell a slow start from a wrong "
    "estimate.",
    "The usual way is a probability and impact grid. It works while people mean the same by "
    "'likely'. Where they don't, five reds from one department only tell you that they shout "
    "louder; then I would rather have ranges from each of them and a talk about why they "
    "differ.",
    "Stakeholders. Communication. Engagement. Governance. Benefits.",
    "Because if you let it in without looking at cost and time, the scope grows by small pieces "
    "and nobody has decided that. The point of a change board is that somebody with authority "
    "says yes knowing the price.",
    "I've heard of it but I couldn't say what it is.",
    "Earned value sets what was done against what was planned and what it cost. It tells you "
    "early that you are spending faster than you deliver. It is of little use where the work "
    "can't be measured in pieces, research say, because then the percentage done is made up.",
    "A benefit needs an owner in the business, not in the project, since the project is gone by "
    "the time it shows. And a baseline from before. I have seen cases with no baseline where "
    "everybody claimed the saving and nobody could show it.",
    "It depends how uncertain the aims are. With fixed aims you plan it through and control the "
    "changes. With open ones you plan the next step, show it, and let the plan move; what you "
    "fix is time and money. Mixed programmes fail where half the suppliers are paid by "
    "milestone and the other half by the month.",
    "Leadership is doing the right things and management is doing things right.",
    "You could accept it, avoid it, reduce it or pass it on. Passing it on has a price, and "
    "with insurance it is usually only the money that is passed on, not the delay or the bad "
    "press.",
    "I teach this to our new starters with a page of my own that starts from the decision "
    "somebody has to take and works back to the report. The common templates start from what we "
    "happen to measure. It has been taken over by two other departments since.",
    "Quality assurance looks at how we work, quality control at what came out. If control keeps "
    "finding the same fault, then it is the way of working that has to change.",
    "No idea, we have a team for that.",
    "Critical path is the longest chain, so a day lost there is a day lost at the end. What "
    "people forget is that it moves. On a tight plan the near-critical chains matter as much, "
    "and I'd sooner watch the float that is being eaten than the one path in red.",
    "A contract with a fixed price puts the risk on the supplier, so they charge for it, and "
    "then argue about every change. Target cost shares it, which only works if both sides open "
    "their books. For a small job I'd take the fixed price and write the scope with care.",
    "what do they call it, the RACI. who does it, who answers for it, who gets asked, who gets "
    "told. one name in the A column or nobody is it",
    "The literature would have you consult everyone. In a restructuring that is not honest: "
    "people can be told early and fully, but they can't choose, and asking as if they could "
    "does harm. So I'd be plain about what is open and what is not, and consult on the part "
    "that is.",
    "It keeps an eye on whether the case still holds. At each gate somebody may stop it. In my "
    "view most gates are too late: by then the contract is signed, and stopping costs more than "
    "going on.",
)
ASIDES = (
    "What do you mean by that?",
    "I don't know.",
    "Could you say that again?",
    "can we come back to that",
)
COMMENTS = (
    "Good example. Bring the minutes to our next talk.",
    "Whose decision was that? Ask yourself how you would show it.",
    "This reads as the team's work; I was there, and it was yours.",
    "Have a look at how the second site did it.",
    "I would have liked to hear what came of it.",
)
HIGHER = (
    "I saw the work: there were three others under their guidance.",
    "They explained this to me far better last month.",
    "The reader missed that two departments were in dispute.",
)
LOWER = (
    "The situation was simpler than it sounds here.",
    "It was checked by their manager throughout.",
    "That part was done before they joined; they kept it going.",
)
ACTIONS = (
    "Shadow the next change board and write a page on how it decided.",
    "Take over the risk review of workstream two.",
    "Read the benefits chapter and bring one question.",
    "Present the forecast to the sponsor without me.",
)
NAMES = (
    "Amara Osei", "Beth Corrigan", "Callum Reid", "Daria Nowak", "Ewan Pritchard", "Farah Siddiqui",
    "Gwen Howells", "Hamza Iqbal", "Isla Munro", "Jonah Blake", "Kerry-Ann Doyle", "Liam O'Hare",
    "Meera Patel", "Niall Fraser", "Olu Adeyemi", "Petra Lindqvist", "Rhys Morgan", "Saoirse Walsh",
    "Tomasz Zieliński", "Uma Krishnan", "Víctor Sáez", "Wen Zhao", "Yusuf Demir", "Zoë Ashworth",
)  # fmt: skip
MENTORS = ("Ruth Ogden", "David Mbeki", "Carys Thomas", "Ian Petrie")
