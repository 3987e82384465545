"""The function that reads a text's fingerprints: two texts that share six words in a row share at least one.

Winnowing (Schleimer, Wilkerson, Aiken 2003) over words: of every three neighbouring shingles of four words the one with
the smallest hash is kept, so a text of n words has about n / 2 fingerprints. Letter case and punctuation do not count.
"""

from django.db import migrations

CREATE = """
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


class Migration(migrations.Migration):
    operations = [migrations.RunSQL(CREATE, "DROP FUNCTION newsportal_fingerprints(text)")]
