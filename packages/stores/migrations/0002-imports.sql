-- Imports: their files, what a check has staged beside the city, and what it takes to undo a write. All of it is logged:
-- what a person has checked and not yet written outlives a crash.
create table imports (
  id uuid primary key default gen_random_uuid(),
  place bigint generated always as identity,
  state text not null default 'open' check (
    state in ('open', 'checking', 'checked', 'writing', 'imported', 'undoing', 'undone', 'cancelled', 'failed')),
  settings jsonb not null,
  summary jsonb not null default 'null',
  error text,
  job_id uuid,
  -- What the write and the undo have done, for whoever asks again.
  written jsonb,
  undone jsonb,
  -- The city that the write had to create, because there was none.
  created_city jsonb,
  created_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp()
);
create unique index imports_in_order on imports (place);

create table import_files (
  import_id uuid not null references imports on delete cascade,
  file integer not null,
  name text not null,
  size bigint not null default 0,
  primary key (import_id, file)
);

create table import_parts (
  import_id uuid not null references imports on delete cascade,
  file integer not null,
  part integer not null,
  bytes bytea not null,
  primary key (import_id, file, part)
);
-- Kept for a while, read twice: compressing them costs more than it saves.
alter table import_parts alter column bytes set storage external;

-- The sources that a written import has named; `added`: the city did not have them before.
create table import_sources (
  import_id uuid not null references imports on delete cascade,
  source text not null,
  added boolean not null,
  primary key (import_id, source)
);

-- No reference to `imports` from here on: a check per row would cost more than the rows. ImportStore.remove takes them out.

-- A record as its row will be, without version.
create table import_records (
  import_id uuid not null,
  kind text collate "C" not null check (kind in ('organization', 'site', 'flow')),
  id text collate "C" not null,
  file integer not null,
  "row" integer not null,
  record jsonb not null,
  primary key (import_id, kind, id)
);

create table import_problems (
  import_id uuid not null,
  file integer not null,
  "row" integer,
  place bigint generated always as identity,
  severity text not null check (severity in ('error', 'warning')),
  code text collate "C" not null,
  column_name text collate "C",
  expected text not null,
  got text not null,
  next text not null,
  fix jsonb not null
);
create unique index import_problems_in_order on import_problems (import_id, file, (coalesce("row", 0)), place);

-- `version` is the state that the import wrote, `before` the row that it overwrote (null: it created the record), with
-- its version. A migration that adds a column to a record's table adds it to the rows kept here.
create table import_undo (
  import_id uuid not null,
  kind text collate "C" not null check (kind in ('organization', 'site', 'flow')),
  id text collate "C" not null,
  version bigint not null,
  before jsonb,
  before_version bigint,
  -- Why it cannot be undone, while an undo is being worked out.
  in_the_way text,
  primary key (kind, id, import_id)
);

create index jobs_ended on jobs (place) where state not in ('queued', 'running');
