"""Names that look alike have one skeleton (Unicode TS #39): a function that indexes can be made of.

Which characters are confusable is read from the library's copy of Unicode's confusables.txt when this runs.
"""

import unicodedata

from confusable_homoglyphs.confusables import confusables_data
from django.db import migrations


def prototypes() -> dict[str, str]:
    """Each single character that can be taken for another, with the one that stands for all of its class."""
    parent: dict[str, str] = {}

    def root(char):
        while parent.setdefault(char, char) != char:
            char = parent[char]
        return char

    for char, others in confusables_data.items():
        for other in (each["c"].strip("\u200e") for each in others):
            if len(char) == len(other) == 1:
                one, two = root(char), root(other)
                keep, give = sorted((one, two), key=lambda each: (not each.isascii(), not each.islower(), each))
                parent[give] = keep
    return {char: root(char) for char in parent if root(char) != char and not unicodedata.combining(char)}


def function() -> str:
    found = {char: kept for char, kept in prototypes().items() if "'" not in char + kept and "\\" not in char + kept}
    return f"""
        CREATE FUNCTION newsportal_skeleton(name text) RETURNS text
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $skeleton$
            SELECT replace(replace(translate(lower(translate(
                regexp_replace(
                    normalize(name, NFKD),
                    '[\\u0300-\\u036f\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff'
                    '\\u0483-\\u0489\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff[:space:][:punct:]]', '', 'g'
                ), '{"".join(found)}', '{"".join(found.values())}'
            )), 'i1|!0', 'llllo'), 'rn', 'm'), 'vv', 'w')
        $skeleton$
    """


# Of many names. Its body is bound to the function that it calls, so that a restored dump, which names no schema, can
# build the indexes.
OF_MANY = """
    CREATE FUNCTION newsportal_skeletons(names text[]) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT coalesce(array_agg(newsportal_skeleton(name)), '{}') FROM unnest(names) AS name)
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_functions")]

    operations = [
        migrations.RunSQL(function(), "DROP FUNCTION newsportal_skeleton(text)"),
        migrations.RunSQL(OF_MANY, "DROP FUNCTION newsportal_skeletons(text[])"),
    ]
