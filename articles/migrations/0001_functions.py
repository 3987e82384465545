"""The functions by which PostgreSQL tells that two texts are alike; columns and triggers of the next migration use them."""

from django.db import migrations

# The function that reads a text's fingerprints: two texts that share six words in a row share at least one.
#
# Winnowing (Schleimer, Wilkerson, Aiken 2003) over words: of every three neighbouring shingles of four words the one with
# the smallest hash is kept, so a text of n words has about n / 2 fingerprints. Letter case and punctuation do not count.
FINGERPRINTS = """
CREATE FUNCTION newsportal_fingerprints(words text) RETURNS bigint[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    WITH word AS (
        SELECT w, row_number() OVER (ORDER BY n) AS n, count(*) OVER () AS total
        FROM regexp_split_to_table(lower(words), '[^[:alnum:]]+') WITH ORDINALITY AS t (w, n) WHERE w <> ''
    ), shingle AS (
        SELECT n, total,
            hashtextextended(string_agg(w, ' ') OVER (ORDER BY n ROWS BETWEEN CURRENT ROW AND 3 FOLLOWING), 0) AS hash
        FROM word
    ), chosen AS (
        SELECT n, total, min(hash) OVER (ORDER BY n ROWS BETWEEN CURRENT ROW AND 2 FOLLOWING) AS hash
        FROM shingle WHERE n <= greatest(total - 3, 1)
    )
    SELECT coalesce(array_agg(DISTINCT hash), '{}') FROM chosen WHERE n <= greatest(total - 5, 1)
$$
"""

# The function that sketches a story's text: the 64 smallest hashes of its runs of four words (bottom-k, Broder 1997).
#
# Two texts that share much share many of them, however long they are, and a sketch is never longer. Tags, letter case and
# punctuation do not count; of a very long text the first 100,000 characters do, so that a save costs milliseconds.
SKETCH = """
CREATE FUNCTION newsportal_sketch(body text) RETURNS bigint[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    WITH word AS (
        SELECT w, row_number() OVER (ORDER BY n) AS n, count(*) OVER () AS total
        FROM regexp_split_to_table(
            lower(regexp_replace(left(body, 100000), '<[^>]*>|&[a-z]+;', ' ', 'g')), '[^[:alnum:]]+'
        ) WITH ORDINALITY AS t (w, n) WHERE w <> ''
    ), shingle AS (
        SELECT n, total,
            hashtextextended(string_agg(w, ' ') OVER (ORDER BY n ROWS BETWEEN CURRENT ROW AND 3 FOLLOWING), 0) AS hash
        FROM word
    ), smallest AS (
        SELECT DISTINCT hash FROM shingle WHERE n <= total - 3 ORDER BY hash LIMIT 64
    )
    SELECT coalesce(array_agg(hash ORDER BY hash), '{}') FROM smallest
$$
"""


class Migration(migrations.Migration):
    operations = [
        migrations.RunSQL(FINGERPRINTS, "DROP FUNCTION newsportal_fingerprints(text)"),
        migrations.RunSQL(SKETCH, "DROP FUNCTION newsportal_sketch(text)"),
    ]
