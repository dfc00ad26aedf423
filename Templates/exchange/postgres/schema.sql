-- The library in PostgreSQL 12 or later, database encoding UTF8. Written by gongkai; load.sh runs it and loads the data.
SET client_min_messages = warning;
DROP SCHEMA IF EXISTS gongkai CASCADE;
CREATE SCHEMA gongkai;

-- A document that is public on the day of the export. `line` is its line of documents.jsonl without html, markdown and provisions;
-- `folded` all its searchable text, folded, its body in one piece.
CREATE TABLE gongkai.documents (
  id text COLLATE "C" PRIMARY KEY,
  url text NOT NULL,
  kind text NOT NULL,
  column_path text NOT NULL,
  title text NOT NULL,
  number text,
  listed_on date,
  folded text COLLATE "C" NOT NULL,
  line jsonb NOT NULL
);

-- Its text provision by provision: pairs of neighbouring characters with their positions. A row goes on into the next by 15
-- characters, so that a phrase of up to 16 stands in one row. Weights: A title, B numbers, issuers, keywords and summary, C headings.
CREATE TABLE gongkai.passages (
  document text COLLATE "C" NOT NULL,
  place integer NOT NULL,
  part text NOT NULL,
  anchor text,
  grams tsvector NOT NULL,
  PRIMARY KEY (document, place)
);

-- Its states from day to day: `begins` is the first day (NULL: from the beginning), `ends` the first day of the next one.
CREATE TABLE gongkai.states (
  document text COLLATE "C" NOT NULL,
  begins date,
  ends date,
  code text NOT NULL,
  label text NOT NULL
);

CREATE TABLE gongkai.terms (
  document text COLLATE "C" NOT NULL,
  facet text NOT NULL,
  place integer NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (document, facet, place)
);

-- What a document does to others; `target` is NULL for one outside the library.
CREATE TABLE gongkai.relations (
  document text COLLATE "C" NOT NULL,
  place integer NOT NULL,
  relation text NOT NULL,
  target text COLLATE "C",
  target_title text NOT NULL,
  begins date,
  articles text NOT NULL,
  PRIMARY KEY (document, place)
);

-- What each searchable character is folded to (Sources/Search/FORMAT.md). Other characters are dropped.
CREATE TABLE gongkai.folding (
  character text COLLATE "C" PRIMARY KEY,
  folded text COLLATE "C" NOT NULL
);

-- A text as the index has it. Characters outside the basic plane become two, their surrogates plus 0x800.
CREATE FUNCTION gongkai.fold(written text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(
    CASE
      WHEN f.folded IS NOT NULL THEN f.folded
      WHEN ascii(c.character) BETWEEN 65536 AND 126975 OR ascii(c.character) BETWEEN 131072 AND 917503
        THEN chr(57344 + ((ascii(c.character) - 65536) >> 10)) || chr(58368 + ((ascii(c.character) - 65536) & 1023))
      ELSE ''
    END, '' ORDER BY c.place), '')
  FROM unnest(string_to_array(written, NULL)) WITH ORDINALITY AS c(character, place)
  LEFT JOIN gongkai.folding f ON f.character = c.character
$$;

-- The query for a folded phrase: each pair directly after the one before. Of a longer phrase, its first 16 characters.
CREATE FUNCTION gongkai.phrase(folded text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE length(folded)
    WHEN 0 THEN NULL
    WHEN 1 THEN ('''' || folded || ''':*')::tsquery
    ELSE (
      SELECT string_agg('''' || substr(folded, i, 2) || '''', ' <-> ' ORDER BY i)
      FROM generate_series(1, least(length(folded), 16) - 1) AS i
    )::tsquery
  END
$$;

-- The documents that contain every phrase of a query; phrases are separated by blanks. The same documents as our own index
-- finds by proof. `anchor` is where the first phrase begins last in the body (a row also has the beginning of the next).
CREATE FUNCTION gongkai.find(query text) RETURNS TABLE (id text, url text, title text, anchor text)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
  phrases text[];
  wanted text;
  pairs tsquery;
  found text[];
BEGIN
  SELECT array_agg(folded) INTO phrases FROM (
    SELECT gongkai.fold(word) AS folded FROM regexp_split_to_table(query, '\s+') AS word
  ) AS words WHERE folded <> '';
  IF phrases IS NULL THEN RETURN; END IF;
  FOREACH wanted IN ARRAY phrases LOOP
    pairs := gongkai.phrase(wanted);
    SELECT array_agg(DISTINCT p.document) INTO found FROM gongkai.passages p
      WHERE p.grams @@ pairs AND (found IS NULL OR p.document = ANY (found));
    IF length(wanted) > 16 THEN
      SELECT array_agg(d.id) INTO found FROM gongkai.documents d
        WHERE d.id = ANY (found) AND strpos(d.folded, wanted) > 0;
    END IF;
    IF found IS NULL THEN RETURN; END IF;
  END LOOP;
  pairs := gongkai.phrase(phrases[1]);
  -- In one pass: asking for the place in each document by itself would read all its passages again.
  RETURN QUERY
    WITH places AS (
      SELECT DISTINCT ON (p.document) p.document, p.anchor FROM gongkai.passages p
      WHERE p.grams @@ pairs AND p.part = 'body' AND p.document = ANY (found) ORDER BY p.document, p.place DESC
    )
    SELECT d.id, d.url, d.title, places.anchor FROM gongkai.documents d LEFT JOIN places ON places.document = d.id
    WHERE d.id = ANY (found) ORDER BY d.id;
END
$$;

-- What the clock says of a document on a day, without another export.
CREATE FUNCTION gongkai.state(wanted text, day date) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT s.code FROM gongkai.states s
  WHERE s.document = wanted AND (s.begins IS NULL OR s.begins <= day) AND (s.ends IS NULL OR s.ends > day)
$$;
