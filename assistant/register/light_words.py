"""Words that people put into a question without changing what it asks.

What is not here on purpose: words that deny or leave out (not, except, without), that look ahead
(will, next, should), that ask for reasons or for what was said (why, because, say, think), that
place in time without a date (ago, later, last year), and that pick some councils (north, nearby).
"""

LIGHT_WORDS = """
    a an the this that these those
    of for in at on to by with from as into onto off out up down within across upon via per over round
    and or so then too also plus again only just even still yet though
    is are was were be been being am does did has have had having
    it its they their them theirs we our us ours i me my mine you your yours myself
    there here one ones some any such
    what whats
    actually really basically exactly simply quickly briefly officially formally properly fully truly
    honestly anyway already specifically particularly especially essentially indeed certainly definitely
    surely apparently clearly obviously sort kind
    tell give show find see know check checking confirm wonder wondering wondered share provide supply
    remind remember recall hear heard understand read display print pull dig bring look looking
    please pls plz thanks thank cheers hi hello hey dear ok okay um er ta ps btw fyi
    question questions query thing things moment
    put set go goes going take takes took keep keeps kept sit sits sitting stand stands stood land landed lie lies
    place placed use using talk talking speak speaking write shown shows recorded noted labelled branded called
    described considered declared pronounced ruled regarded seen viewed listed named registered handed
    well true correct fair entire complete various respective exactly presently initially finally ultimately
    eventually meanwhile together apiece
    including include
    full official exact actual proper specific particular single individual separate simple quick short brief
    back whole altogether total side level levels round team
    councillor councillors cllr cllrs committee scrutiny panel member members chair colleague colleagues
    meeting briefing residents resident people public
    council authority la lea borough county city metropolitan unitary london royal district
    ofsted ofsteds hmi watchdog regulator inspectorate inspectors
    service services department directorate children childrens child kids young
"""
