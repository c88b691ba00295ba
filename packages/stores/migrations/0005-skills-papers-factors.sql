-- What a flow's people can do and its owner's papers say: null where nothing is stated, also in the rows that imports keep to undo.
alter table flows add column skills jsonb, add column papers jsonb;

-- Factors that the city knows better than the table: [{ "version", "factor": { "id", "unit", "low", ... } }], by id.
alter table city add column factors jsonb not null default '[]';

-- Those that a written import has put, each with the one it overwrote: [{ "factor", "before" }].
alter table imports add column city_factors jsonb not null default '[]';

-- Runs hold no chains yet, and their lists are packed otherwise; the next matching makes them anew.
delete from match_runs;
