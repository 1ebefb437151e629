"""What each register row rests on: the words of the table, the short id in the register, and the source in full.

One entry a distinct source; the order is the order in the register.
"""

PFA = "ONS lookup of districts to police force areas, December 2018"
FRA = "ONS lookup of districts to fire and rescue authorities, December 2016"
CCG = (
    "Postcode shares of primary care trusts by clinical commissioning group (dsfood, ccg2ons.js) joined to the ONS lookup "
    "of small areas to groups to districts, July 2015"
)
PROBATION = (
    "ONS lookup of police force areas, with which probation areas were coterminous (Wikipedia, Probation Service; 42 local "
    "boards, Ministry of Justice evidence PB 36)"
)
TRUST = "SI 2014/2704 art.2 (names); ONS lookup of police force areas (area)"
CODE_CHANGE = "mySociety MapIt, BL-2010-10-code-change.csv: old to new codes, October 2010"
FIX_UPS = "mySociety MapIt, initial-fix-ups.sql: old codes of authorities abolished in 2009"
HISTORY = "ONS Code History Database, July 2024, as quoted in a secondary text"

AUTHORITY_SOURCES = {
    "mapit BL-2010-10-code-change.csv": ("code-change-2010", CODE_CHANGE),
    "mapit initial-fix-ups.sql; ONS CHD as quoted (text 54495109624); census 2001 zone list (text 28152022939)": (
        "abolished-2009",
        f"{FIX_UPS}; {HISTORY}; list of zones of the 2001 census",
    ),
    "mapit BL-2010-10-code-change.csv; mysociety uk_local_authorities.csv; SI 2009/837": (
        "unitaries-2009",
        f"{CODE_CHANGE}; mySociety, uk_local_authorities.csv; SI 2009/837",
    ),
    "ONS CHD as quoted (text 54495109624); census 2001 zone list (text 28152022939)": (
        "history-and-census",
        f"{HISTORY}; list of zones of the 2001 census",
    ),
    "mapit initial-fix-ups.sql; ONS CHD as quoted (text 54495109624)": (
        "fix-ups-and-history",
        f"{FIX_UPS}; {HISTORY}",
    ),
    "ONS CHD as quoted (text 54495109624); old-code list (text 35386862102)": (
        "history-and-old-codes",
        f"{HISTORY}; a list of old codes",
    ),
    "mapit BL-2010-10-code-change.csv; mysociety uk_local_authorities.csv": (
        "code-change-and-list",
        f"{CODE_CHANGE}; mySociety, uk_local_authorities.csv",
    ),
}

PARTNER_SOURCES = {
    "ONS LAD18-CSP-PFA lookup (ons-lookups csv/190.csv); Police Act 1996 Sch.1": (
        "police-area-and-act",
        f"{PFA}; Police Act 1996 Sch.1",
    ),
    "ONS LAD18-CSP-PFA lookup (ons-lookups csv/190.csv)": ("police-area", PFA),
    "ONS LAD18-CSP-PFA lookup (ons-lookups csv/190.csv); Police Act 1996 Sch.1; force title from memory": (
        "force-area-and-act",
        f"{PFA}; Police Act 1996 Sch.1; title of the force from memory",
    ),
    "ONS LAD18-CSP-PFA lookup (ons-lookups csv/190.csv); force title from memory": (
        "force-area",
        f"{PFA}; title of the force from memory",
    ),
    "ONS LAD16-FRA16 lookup (ons-lookups csv/128.csv)": ("fire-area", FRA),
    "ONS LAD16-FRA16 lookup (ons-lookups csv/128.csv); romar.org.uk page166; FOIwiki": (
        "fire-area-scilly",
        f"{FRA}; romar.org.uk page 166; FOIwiki",
    ),
    "SI 1996/2920 explanatory note; ONS LAD16-FRA16 lookup (ons-lookups csv/128.csv, later Dorset & Wiltshire row)": (
        "fire-dorset",
        f"SI 1996/2920 explanatory note; {FRA} (later row of Dorset and Wiltshire)",
    ),
    "SI 2015/435 (names the two former authorities); ONS LAD16-FRA16 lookup (ons-lookups csv/128.csv, later Dorset & "
    "Wiltshire row)": (
        "fire-wiltshire",
        f"SI 2015/435 (names the two former authorities); {FRA} (later row of Dorset and Wiltshire)",
    ),
    "dsfood ccg2ons.js + ONS LSOA11-CCG15-LAD15 (ons-lookups csv/212.csv); BritishDrugDynamics tables/Locations.md": (
        "trust-area",
        f"{CCG}; BritishDrugDynamics, Locations.md",
    ),
    "dsfood ccg2ons.js + ONS LSOA11-CCG15-LAD15 (ons-lookups csv/212.csv)": ("trust-area-by-group", CCG),
    "Hansard 31 Jan 2008 and NDTMS-linked PCT list (text 48710515505); heart.co.uk 1 Apr 2010; borehamwoodtimes.co.uk 2006": (
        "trusts-of-hertfordshire",
        "Hansard 31 January 2008 and a list of trusts linked to drug treatment data; heart.co.uk 1 April 2010; "
        "borehamwoodtimes.co.uk 2006",
    ),
    "dsfood ccg2ons.js + ONS LSOA11-CCG15-LAD15 (ons-lookups csv/212.csv); heart.co.uk 1 Apr 2010; BritishDrugDynamics "
    "tables/Locations.md": (
        "trust-of-hertfordshire-2010",
        f"{CCG}; heart.co.uk 1 April 2010; BritishDrugDynamics, Locations.md",
    ),
    "SI 2005/421 art.5": ("si-2005-421", "SI 2005/421 art.5"),
    "SI 1996/1243 Sch.1": ("si-1996-1243", "SI 1996/1243 Sch.1"),
    "SI 1996/1243 Sch.1 (Cheshire, Derbyshire, Staffordshire, Barnsley, Kirklees read; rest of the entry not); "
    "sheffielder.net; saddleworthlibdems.org.uk": (
        "park-peak-district",
        "SI 1996/1243 Sch.1 (Cheshire, Derbyshire, Staffordshire, Barnsley, Kirklees read; rest of the entry not); "
        "sheffielder.net; saddleworthlibdems.org.uk",
    ),
    "SI 2010/497": ("si-2010-497", "SI 2010/497"),
    "SI 1996/1243 Sch.1 lists the authority (its councils not read); yorkshiredales.org.uk members page gives the post-2016 "
    "councils; pre-2016 area from memory": (
        "park-yorkshire-dales",
        "SI 1996/1243 Sch.1 lists the authority (its councils not read); the members page of yorkshiredales.org.uk gives "
        "the councils after 2016; the area before 2016 from memory",
    ),
    "step-projects.eu (Norfolk and Suffolk Broads Act 1988); area inferred from the Act title": (
        "broads-act",
        "step-projects.eu (Norfolk and Suffolk Broads Act 1988); area inferred from the title of the Act",
    ),
    "Transport Briefing 9 Feb 2009 (busnews.blogspot.com); Transport Act 1968 s.9 as amended; metropolitan membership from "
    "ONS FRA lookup": (
        "passenger-transport",
        "Transport Briefing 9 February 2009 (busnews.blogspot.com); Transport Act 1968 s.9 as amended; metropolitan "
        "membership from the ONS lookup of fire and rescue authorities",
    ),
    "en.wikipedia Passenger transport executive; brand names from memory": (
        "passenger-transport-executives",
        "Wikipedia, Passenger transport executive; brand names from memory",
    ),
    "Child Poverty Act 2010 s.20 (parallel list); area from ONS region": (
        "transport-for-london",
        "Child Poverty Act 2010 s.20 (parallel list); area from the ONS region",
    ),
    "politics.co.uk regional development agencies; regions from authorities.csv": (
        "regional-agencies",
        "politics.co.uk, Regional Development Agencies; regions as in the register of authorities",
    ),
    "ONS PFA lookup (probation areas coterminous with police areas, en.wikipedia Probation Service; 42 local boards, MoJ "
    "evidence PB 36); Hansard HL 22 Oct 2008": (
        "probation-board",
        f"{PROBATION}; Hansard HL 22 October 2008",
    ),
    "ONS PFA lookup (probation areas coterminous with police areas, en.wikipedia Probation Service; 42 local boards, MoJ "
    "evidence PB 36); Hansard HL 22 Oct 2008; HC 519 written evidence PB 42 (first wave, April 2008)": (
        "probation-board-2008",
        f"{PROBATION}; Hansard HL 22 October 2008; HC 519 written evidence PB 42 (first wave, April 2008)",
    ),
    "ONS PFA lookup (probation areas coterminous with police areas, en.wikipedia Probation Service; 42 local boards, MoJ "
    "evidence PB 36); SI 2009/547": (
        "probation-board-2009",
        f"{PROBATION}; SI 2009/547",
    ),
    "SI 2014/2704 art.2 (names); ONS PFA lookup (area); Hansard HL 22 Oct 2008 (April 2010)": (
        "probation-trust-2010",
        f"{TRUST}; Hansard HL 22 October 2008 (April 2010)",
    ),
    "SI 2014/2704 art.2 (names); ONS PFA lookup (area)": ("probation-trust", TRUST),
    "SI 2014/2704 art.2 (names); ONS PFA lookup (area); HC 519 written evidence PB 42 (first wave, April 2008)": (
        "probation-trust-2008",
        f"{TRUST}; HC 519 written evidence PB 42 (first wave, April 2008)",
    ),
    "SI 2014/2704 art.2 (names); ONS PFA lookup (area); SI 2009/547 (date)": (
        "probation-trust-2009",
        f"{TRUST}; SI 2009/547 (date)",
    ),
    "SI 1985/1884 Sch.1": ("si-1985-1884", "SI 1985/1884 Sch.1"),
    "en.wikipedia Waste disposal authorities in London": (
        "waste-london",
        "Wikipedia, Waste disposal authorities in London",
    ),
    "en.wikipedia Greater Manchester Waste Disposal Authority; HC 536 memorandum RC 21 (nine districts)": (
        "waste-greater-manchester",
        "Wikipedia, Greater Manchester Waste Disposal Authority; HC 536 memorandum RC 21 (nine districts)",
    ),
    "Hansard HL 21 Nov 1985": ("waste-merseyside", "Hansard HL 21 November 1985"),
    "statutory guidance July 2008 para 5.4 points at the list; entry from memory": (
        "statutory-guidance",
        "Statutory guidance of July 2008, para 5.4, points at the list; the entry from memory",
    ),
}

INDICATOR_SOURCES = {
    "publications.parliament.uk/pa/cm200809/cmselect/cmcomloc/649/649we32.htm (Cambridgeshire Supporting People memorandum, "
    "NI appendix)": "cambridgeshire-memorandum",
    "charitytimes.com/pages/ct_news/June_08_news/300608a_Local.html": "charity-times",
    "docstoc.com/docs/20064882 (DCMS technical note on NI 8); gov.uk/government/statistics/national-indicator-8-interim-data":
        "sport-note",
    "certificates.theodi.org/en/datasets/22921 (DCMS NI 9-11 baselines)": "culture-baselines",
    "hansard.parliament.uk/Commons/2010-03-03/debates/10030367000148/YouthOffendingTeams": "hansard-2010-03-03",
    "webarchive.nationalarchives.gov.uk CLG nationalindicators page": "archived-indicator-page",
    "certificates.theodi.org/en/datasets/7862": "open-data-7862",
    "education.gov.uk a00193004 (webarchive, Tellus4) ; vdocument.in using-tellus-data-for-national-and-local-indicators":
        "tellus",
    "communitycare.co.uk/2008/06/30/local-area-agreements-how-far-have-areas-prioritised-social-care": "community-care",
    "yumpu.com/en/document/view/24774326 p63 (Lambeth JSNA Oct 2008)": "lambeth-p63",
    "yumpu.com/en/document/view/24774326 p64 (Lambeth JSNA Oct 2008)": "lambeth-p64",
    "standards.esd.org.uk/?uri=metricType/5172": "esd-5172",
    "data4nr.net/xml/1009/rss.xml ; yumpu.com/en/document/view/24774326 p64 (Lambeth JSNA)": "data4nr-1009-and-lambeth",
    "data.gov.uk/dataset/ni_092_-_narrowing_the_gap... ; open-data-certificates 7487": "open-data-ni-92",
    "data4nr.net/xml/1017/rss.xml": "data4nr-1017",
    "data.gov.uk/dataset/ni_102_-_achievement_gap... ; certificates.theodi.org/en/datasets/7484": "open-data-ni-102",
    "data.gov.uk/dataset/ni-104-the-special-educational-needs-gap-achieving-ks2-english-and-maths-threshold":
        "open-data-ni-104",
    "ckan.staging.publishing.service.gov.uk/dataset/ni_112_-_under_18_conception_rate": "open-data-ni-112",
    "paperzz.com/doc/6769917 (health and wellbeing outcome report)": "outcome-report",
    "infochimps.com/datasets/ni-117-16-to-18-year-olds-who-are-not-in-education-training-or-e": "infochimps-ni-117",
    "councillors.herefordshire.gov.uk/ieIssueDetails.aspx?IId=13792 (Cabinet 10 April 2008)": "herefordshire-2008-04-10",
    "doc.esd.org.uk/MetricTypeList/0.01.xml": "esd-metric-types",
    "trustnet.carers.org fact sheet 4439 Local Area Agreements": "carers-fact-sheet",
    "data4nr.net/xml/894/rss.xml": "data4nr-894",
    "moderngov.rotherham.gov.uk/ieIssueDetails.aspx?IId=55985": "rotherham",
    "data.gov.uk/dataset/ni-136-people-supported-to-live-independently-through-social-services-all-ages ; "
    "data4nr.net/xml/895/rss.xml": "open-data-ni-136",
    "pdfslide.us handbook of definitions Annex 4 (title fragments only)": "handbook-annex-4",
    "webarchive.nationalarchives.gov.uk/20091111101305 Cabinet Office Social Exclusion Task Force PSA 16 indicators and data":
        "social-exclusion-indicators",
    "chris-spittles.co.uk/psa-public-service-agreement (says NI 143-150 are the PSA 16 set)": "service-agreement-16",
    "egenda.stockton.gov.uk cabinet decision 18 March 2010 (LAA refresh)": "stockton-2010-03-18",
    "ckan.staging.publishing.service.gov.uk/dataset/ni-154-net-additional-homes-provided ; infochimps": "open-data-ni-154",
    "data4nr.net/resources/local-economy/901/": "data4nr-901",
    "certificates.theodi.org/en/datasets/7585": "open-data-7585",
    "what-when-how.com Transport-Policy-and-Planning-in-Great-Britain-368 (Table 20.3)": "transport-table",
    "webarchive.nationalarchives.gov.uk stats.berr.gov.uk/ed/national_indicators": "business-statistics",
    "certificates.theodi.org/en/datasets/14237": "open-data-14237",
    "gov.uk/government/collections/national-indicators-statistics": "indicator-statistics",
    "docslib.org/doc/13658312 (DWP circular HB/CTB A10/2008)": "benefits-circular",
    "decc.gov.uk NI 185 / NI 186 page; certificates.theodi.org/en/datasets/7574": "carbon-pages",
    "yumpu.com/en/document/view/11293220 p53 (RCEP 28th report)": "pollution-commission",
    "id.esd.org.uk/metricType/46": "esd-46",
    "cleanliness-indicator.defra.gov.uk/16.0.aspx": "cleanliness-manual",
    "nuneatonandbedworth.org.uk indicator page NI 196": "nuneaton",
    "glnp.org.uk local-sites-reporting; worcestershire.gov.uk local sites partnership": "local-sites",
}
# These are addresses already, so the register carries them as they stand.
INDICATOR_SOURCES = {address: (key, address) for address, key in INDICATOR_SOURCES.items()}
