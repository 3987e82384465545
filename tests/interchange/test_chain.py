import pytest

from articles.interchange.chain import chain, outlet_key
from articles.quotefinder import Credit

END = 1000


def credit(name, phrase="", *, footer=False) -> Credit:
    start = END if footer else 10
    return Credit(name, phrase or f"dilansir {name}", start, start + 10)


def ways(publisher, credits, vias=()) -> dict:
    """Each outlet's key and the key that it came through, in order."""
    return {link.key: link.via for link in chain(publisher, credits, vias, END)}


def test_report_goes_from_state_agency_over_wire_and_credited_outlet_to_the_page():
    credits = [credit("KCNA"), credit("AFP"), credit("pantai.com", footer=True)]

    assert ways("senja.online", credits) == {"senja": None, "pantai": "senja", "afp": "pantai", "kcna": "afp"}
    assert list(ways("senja.online", credits)) == ["senja", "pantai", "afp", "kcna"]


def test_outlets_without_a_wire_or_a_footer_came_straight_to_the_page():
    assert ways("senja.online", [credit("CNN"), credit("Tasnim")]) == {"senja": None, "cnn": "senja", "tasnim": "senja"}


def test_of_two_wires_the_one_that_was_spoken_to_is_the_nearer():
    credits = [credit("Reuters"), credit("AFP", "kepada AFP"), credit("KCNA")]

    assert ways("senja.online", credits)["kcna"] == "afp"


def test_way_of_a_quotation_overrules_the_general_order():
    credits = [credit("AFP"), credit("KCNA"), credit("Xinhua")]

    assert ways("senja.online", credits, [("KCNA", "Xinhua")])["kcna"] == "xinhua"


def test_ways_that_contradict_each_other_make_no_circle():
    found = ways("senja.online", [credit("CNN"), credit("Tasnim")], [("CNN", "Tasnim"), ("Tasnim", "CNN")])

    assert found == {"senja": None, "tasnim": "senja", "cnn": "tasnim"}


def test_page_that_names_itself_is_not_its_own_source():
    assert ways("KOMPAS.com", [credit("Kompas.com"), credit("Kompas")]) == {"kompas": None}


def test_outlet_goes_by_its_address_where_the_page_has_both():
    links = chain("senja.online", [credit("CNBC Indonesia"), credit("cnbcindonesia.com", footer=True)], [], END)

    assert [link.name for link in links] == ["senja.online", "cnbcindonesia.com"]


def test_page_alone_is_the_whole_chain():
    assert ways("senja.online", []) == {"senja": None}


@pytest.mark.parametrize(
    ("name", "phrase", "kind", "part"),
    [
        ("AFP", "", "agency", "cited"),
        ("KBP", "kantor berita KBP", "agency", "cited"),
        ("TV Senja", "menurut rekaman yang disiarkan di TV Senja", "broadcaster", "recording"),
        ("pantai.com", "", "outlet", "cited"),
        ("Suara Pantai", "", "outlet", "cited"),
    ],
)
def test_outlet_s_kind_and_part_follow_from_its_name_and_phrase(name, phrase, kind, part):
    link = chain("senja.online", [credit(name, phrase)], [], END)[1]

    assert (link.kind, link.part) == (kind, part)


def test_one_outlet_has_one_key():
    keys = {outlet_key(name) for name in ("CNBC Indonesia", "cnbcindonesia.com", "www.CNBCIndonesia.com")}

    assert keys == {"cnbcindonesia"}
