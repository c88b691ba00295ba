-- Suggestions leave their tables: a run keeps its lists as packed columns, and readers hold them in memory (ADR 12).
-- They are derived, so nothing is carried over; the next matching makes them anew.
drop table matches, near_misses, match_run;

create table match_runs (
  id bigint generated always as identity primary key,
  -- Exactly one run is shown once there has been one; the others are being written or taken away.
  current boolean not null default false,
  engine text not null,
  k integer not null,
  based_on text not null,
  notices jsonb not null default '[]',
  -- Lists written so far; the next one gets this number.
  parts integer not null default 0,
  patches integer not null default 0,
  stored_at timestamptz not null default clock_timestamp()
);
create unique index match_runs_current on match_runs (current) where current;

create table match_run_parts (
  run bigint not null references match_runs on delete cascade,
  part integer not null,
  bytes bytea not null,
  primary key (run, part)
);
-- Columns of numbers hardly shrink, and packing them takes longer than writing them.
alter table match_run_parts alter column bytes set storage external;
