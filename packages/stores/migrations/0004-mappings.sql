-- Mappings that users keep as templates, as JSON of the format crg-mapping/1.
create table mappings (
  name text collate "C" primary key,
  mapping jsonb not null,
  changed_at timestamptz not null default clock_timestamp()
);
