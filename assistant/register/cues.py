"""The other words of questions about grades, each phrase with what it tells of the question.

A question is answered from the register only when every word of it is here, in the lexicon, or is
a council, a date or an inspector: a word that is missing costs an answer, and makes no wrong one.
"""

from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from assistant.register.lexicon import AREAS, FRAMEWORKS, GRADES
from assistant.register.light_words import LIGHT_WORDS

Phrase = tuple[str, ...]


class Cue(StrEnum):
    """What a phrase tells of the form of a question."""

    GRADE = "grade"
    GET = "get"
    DO = "do"
    HOW_GOOD = "how good"
    PASSING = "passing"
    BETTER = "better"
    BEST = "best"
    WORST = "worst"
    CHANGE = "change"
    COMPARE = "compare"
    BOTH = "both"
    PREVIOUS = "previous"
    LATEST = "latest"
    LAST = "last"
    FIRST = "first"
    EVER = "ever"
    MANY = "many"
    COUNCILS = "councils"
    INSPECTIONS = "inspections"
    INSPECTION = "inspection"
    REPORT = "report"
    LIST = "list"
    EVERY = "every"
    EVERY_AREA = "every area"
    AREA = "area"
    LED = "led"
    LEADERS = "leaders"
    INSPECTED = "inspected"
    PUBLISHED = "published"
    WHEN = "when"
    WHO = "who"
    WHICH = "which"
    HOW = "how"
    VISIT = "visit"
    NOT = "not"
    NEUTRAL = "neutral"


_CUES: dict[Cue, str] = {
    Cue.GRADE: """
        grade | grades | graded | grading | gradings | rating | ratings | rated | score | scores | scored
        | judgement | judgements | judgment | judgments | judged | mark | marks | marked | ranked | verdict | verdicts
        | result | ofsted results | inspection results | classed | deemed | awarded | ofsted outcome
        | inspection outcome | overall outcome | outcome of | outcome of the | ofsted rate | inspectors rate | they rate
        | ofsted judge | inspectors judge | they judge | watchdog rate | regulator rate | came out as | band | bands | banding | tier | ofsted category | inspection category | report card
        | ofsted standing | ofsted position | ofsted performance | overall performance | what standard | come out as | pass or fail | ofsted grade | inspectors grade | ofsted status | current status
        | ofsted mark | ofsted score | ofsted wise | grade wise | rating wise""",
    Cue.GET: "get | got | gets | receive | received | achieve | achieved | given | gave | give | award | hold | holds | reach | reached | earn | earned | end up with | ended up with",
    Cue.DO: "do | done | fare | fared | perform | performed | get on | got on | doing",
    Cue.HOW_GOOD: "how good | how bad | how well | how highly | any good",
    Cue.PASSING: "pass | passed | passes | fail | fails | failed | failing",
    Cue.BETTER: """
        better | worse | higher | lower | stronger | weaker | ahead | behind | beat | beats | outperform | outperforms
        | improvement on | wins | win | winner | on top | comes out best | come out best""",
    Cue.BEST: "best | highest | strongest | top | top scoring | best scoring | better than the rest | higher than the rest",
    Cue.WORST: "worst | lowest | weakest | bottom | worse than the rest | lower than the rest | weak spot | let it down | marked down",
    Cue.CHANGE: """
        change | changed | changes | changing | move | moved | moving | improve | improved | improving | decline
        | declined | declining | deteriorated | slipped | dropped | fallen | risen | gone up | gone down | gone | went | go up | go down
        | went up | went down | going up | going down | up or down | trajectory | trend | track record | history | journey
        | over time | over the years | timeline | progressed | progression | turned around | turned round | better or worse
        | got better | got worse | get better | get worse | getting better | getting worse | in date order | date order | each time | every time | through the years | fell | fall | rise | rose | jump | jumped | climb | climbed | slid | slide | plunged
        | bounced back | recovered | shift | shifted | evolved | fluctuated | altered | drop | drops | dropping | upgraded
        | upgrade | downgraded | downgrade | then and now | successive inspections | consecutive inspections | went from
        | turn around | year by year | stayed the same | inspection by inspection | ofsted record | inspection record""",
    Cue.COMPARE: """
        compare | compared | compares | comparison | versus | vs | v | against | difference | differ | than
        | side by side | next to each other | stack up | measure up | match up | on a par | level with""",
    Cue.BOTH: "both | same | the same | equal",
    Cue.PREVIOUS: """
        previous | previously | prior | preceding | before that | before this | before this one | the time before
        | the one before | the one before that | inspection before | before last | last but one | time before | before it
        | one before""",
    Cue.LATEST: """
        latest | newest | current | currently | now | nowadays | today | at the moment | at present | right now | recent
        | most recent | most up to date | up to date | most current | most recently | still | these days | as things stand | recently""",
    Cue.LAST: "last",
    Cue.FIRST: "first | earliest | oldest | become | became",
    Cue.EVER: "ever | at any time | at any point",
    Cue.MANY: "how many | tally | number | count | total | how often | how many of",
    Cue.COUNCILS: """
        councils | authorities | local authorities | las | places | which council | what council
        | which local authority | which authority | which la | which place | who else | anyone | anybody | anywhere | everyone | everybody | any council | any authority | which others
        | any local authority | each council | every council | which ones | which one of them""",
    Cue.INSPECTIONS: "inspections | reports | times | occasions",
    Cue.INSPECTION: "inspection | ofsted inspection | inspection by ofsted",
    Cue.REPORT: "report | inspection report | ofsted report",
    Cue.LIST: "list | show | name | set out | table | give me a list of",
    Cue.EVERY: "break down | all | every | each | full set | in full | breakdown | broken down | sub grades | sub ones | sub judgements | all of them",
    Cue.EVERY_AREA: """
        across the board | each area | every area | all areas | all four | all the areas | each of the areas
        | all of the areas | by area | area by area | in each area | per area | all four areas | every judgement | all the judgements | all judgements""",
    Cue.AREA: """
        area | areas | part | parts | bit | bits | strand | strands | aspect | aspects | category | categories | element
        | elements | group | groups | judgement areas | judgement area | service area | service areas | which judgement
        | which judgements | which judgment | which judgments | which grade was | which of the grades
        | which of the judgements | group of kids | group of children
        | anything | any area | any areas""",
    Cue.LED: "led | lead | leads | leading | headed | headed up | in charge of | in charge | ran | run | carried out | conducted | oversaw | did the inspection",
    Cue.LEADERS: "lead inspector | lead inspectors | which inspector | which inspectors | inspector | who inspected | inspectors names | inspector name",
    Cue.INSPECTED: """
        inspected | inspect | inspecting | on site | date | dates | days | visited | visit | ofsted visit | came in
        | inspectors in | were ofsted in | was ofsted in | inspectors at | inspectors on site | inspectors there | in the building | come in | take place | took place | happen | happened | come | came | turned up""",
    Cue.PUBLISHED: "published | publish | publication | released | issued | come out | came out | appeared | put out",
    Cue.WHEN: "when | what date | what dates | which dates | what year | which year | since when | what day | which date | what month | which month | whens",
    Cue.WHO: "who | whos | whose",
    Cue.WHICH: "which | which one | which two | which three",
    Cue.HOW: "how | hows",
    Cue.VISIT: """
        monitoring visit | monitoring visits | monitoring letter | focused visit | focused visits | focussed visit
        | focussed visits | focused visit letter | monitoring visit letter""",
    Cue.NOT: "not | never | no | nt | isnt | wasnt | arent | werent | didnt | doesnt | hasnt | havent",
    Cue.NEUTRAL: """
        that one | this one | the council | the authority | the borough | the local authority | the county | the city
        | it was | they were | or not | something else | anything else | or what | the year | in the year | going by
        | based on | judging by | that is | can you | could you | would you | i want to know | want to know | id like to know
        | i need to know | like to know | find out | found | found to be | give me | remind me | let me know | do we know
        | do you know | do you hold | you hold | do you have | you have | you hold here | documents | in your documents
        | in the documents | in your reports | in the reports | ended in | as well | same question | same again | ditto
        | social care | childrens services | children services | childrens service | childrens social care
        | child services | social services | childrens social services | services for | services to
        | experiences and progress | experiences | progress of | in terms of | terms of | when it comes to
        | what about | how about | at the time | at the time of | back in | time | held | according to | under | framework
        | that was | that were | between | since | until | quality of | at all | in order | in total | together with
        | both of them | outcome for | ever since | by ofsted | in force | on record | so far | as far | i was | about""",
}  # fmt: skip


@cache
def phrases() -> dict[Phrase, tuple[str, object]]:
    """Each phrase as its words → what it names ("cue", "areas", "grades", "framework") and which."""
    families: tuple[tuple[str, Iterable[tuple[object, str]]], ...] = (
        ("cue", _CUES.items()),
        ("framework", FRAMEWORKS.items()),
        ("areas", AREAS.items()),
        ("grades", GRADES.items()),
    )
    light = {(word,): ("cue", Cue.NEUTRAL) for word in LIGHT_WORDS.split()}
    return light | {
        tuple(phrase.split()): (kind, value)
        for kind, rows in families
        for value, written in rows
        for phrase in written.split("|")
    }


@cache
def known_words() -> frozenset[str]:
    """Every word that stands in a phrase."""
    return frozenset(word for phrase in phrases() for word in phrase)


@cache
def longest_phrase() -> int:
    """How many words the longest phrase has."""
    return max(map(len, phrases()))
