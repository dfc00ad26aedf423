-- Only with the Citus extension, after schema.sql and before load.sql (load.sh --citus). Every table that belongs to documents is
-- distributed by the document's id and lies beside it, so that a search runs on all workers at once and nothing is joined
-- across them: `find` folds the query on the coordinator, then asks each worker for its own passages.
SELECT create_distributed_table('gongkai.documents', 'id');
SELECT create_distributed_table('gongkai.passages', 'document', colocate_with => 'gongkai.documents');
SELECT create_distributed_table('gongkai.states', 'document', colocate_with => 'gongkai.documents');
SELECT create_distributed_table('gongkai.terms', 'document', colocate_with => 'gongkai.documents');
SELECT create_distributed_table('gongkai.relations', 'document', colocate_with => 'gongkai.documents');
SELECT create_reference_table('gongkai.folding');
