-- Run in the folder of the export: COPY's files are read by psql, so that the server need not see them.
SET client_encoding = 'UTF8';
\copy gongkai.folding FROM 'folding.copy'
\copy gongkai.documents FROM 'documents.copy'
\copy gongkai.passages FROM 'passages.copy'
\copy gongkai.states FROM 'states.copy'
\copy gongkai.terms FROM 'terms.copy'
\copy gongkai.relations FROM 'relations.copy'
CREATE INDEX passages_grams ON gongkai.passages USING gin (grams);
CREATE INDEX documents_listed ON gongkai.documents (listed_on DESC, id);
CREATE INDEX states_document ON gongkai.states (document);
CREATE INDEX terms_name ON gongkai.terms (facet, name);
CREATE INDEX relations_target ON gongkai.relations (target);
ANALYZE gongkai.documents, gongkai.passages, gongkai.states, gongkai.terms, gongkai.relations, gongkai.folding;
