-- The city, its history, what matching suggests, and long work. Ids sort by code point (collation C) on every server.
create extension if not exists postgis;

-- One sequence for versions and for the log: a version names one write and never comes back.
create sequence change_sequence as bigint;

create table change_log (
  transaction xid8 not null default pg_current_xact_id(),
  sequence bigint not null,
  subject text not null check (subject in ('city', 'organization', 'site', 'flow')),
  id text collate "C" not null,
  action text not null check (action in ('created', 'replaced', 'removed')),
  primary key (transaction, sequence)
);

create table city (
  only_one boolean primary key default true check (only_one),
  id text not null,
  year integer not null,
  currency text not null,
  sources jsonb not null,
  version bigint not null default nextval('change_sequence')
);

create table organizations (
  id text collate "C" primary key,
  name text not null,
  name_folded text not null,
  nace text[] not null,
  version bigint not null default nextval('change_sequence')
);

create table sites (
  id text collate "C" primary key,
  organization_id text collate "C" not null references organizations,
  name text not null,
  longitude double precision,
  latitude double precision,
  country text,
  source jsonb,
  version bigint not null default nextval('change_sequence'),
  place geometry(Point, 4326) generated always as (
    case when longitude is null or latitude is null then null else st_setsrid(st_makepoint(longitude, latitude), 4326) end
  ) stored,
  check ((longitude is null) = (latitude is null))
);
create index sites_of_organization on sites (organization_id, id);
create index sites_by_place on sites using gist (place);

create table flows (
  id text collate "C" primary key,
  site_id text collate "C" not null references sites,
  direction text not null check (direction in ('supply', 'demand')),
  type text collate "C" not null,
  name text not null,
  amount double precision not null,
  unit text not null,
  precision text not null check (precision in ('measured', 'estimated', 'archetype')),
  hours bit(168) not null,
  months bit(12) not null,
  valid_from date,
  valid_to date,
  quality jsonb not null,
  quality_precision text check (quality_precision in ('measured', 'estimated', 'archetype')),
  ewc text[] not null,
  cpa text,
  hs text,
  price jsonb,
  disposal_cost jsonb,
  max_distance_km double precision,
  min_yearly_amount double precision,
  source jsonb,
  version bigint not null default nextval('change_sequence')
);
create index flows_at_site on flows (site_id, id);
create index flows_by_type on flows (type, direction, id);

create table match_run (
  only_one boolean primary key default true check (only_one),
  engine text not null,
  k integer not null,
  based_on text not null,
  notices jsonb not null,
  stored_at timestamptz not null
);

-- Columns are what lists filter and sort by; `match` is the whole answer of the engine.
create table matches (
  supply_id text collate "C" not null references flows on delete cascade,
  demand_id text collate "C" not null references flows on delete cascade,
  family text collate "C" not null,
  type text collate "C" not null,
  supply_type text collate "C" not null,
  demand_type text collate "C" not null,
  supply_site_id text collate "C" not null,
  demand_site_id text collate "C" not null,
  supply_organization_id text collate "C" not null,
  demand_organization_id text collate "C" not null,
  score double precision not null,
  margin_eur_per_year double precision not null,
  co2_t_per_year double precision not null,
  hours bit(168) not null,
  months bit(12) not null,
  match jsonb not null,
  primary key (supply_id, demand_id)
);
create index matches_of_demand on matches (demand_id);
create index matches_by_value on matches (margin_eur_per_year desc, supply_id, demand_id);
create index matches_by_score on matches (score desc, supply_id, demand_id);
create index matches_of_supplier on matches (supply_organization_id);
create index matches_of_receiver on matches (demand_organization_id);

create table near_misses (
  supply_id text collate "C" not null references flows on delete cascade,
  demand_id text collate "C" not null references flows on delete cascade,
  family text collate "C" not null,
  type text collate "C" not null,
  supply_site_id text collate "C" not null,
  demand_site_id text collate "C" not null,
  supply_organization_id text collate "C" not null,
  demand_organization_id text collate "C" not null,
  cost_eur_per_year double precision not null,
  near_miss jsonb not null,
  primary key (supply_id, demand_id)
);
create index near_misses_of_demand on near_misses (demand_id);
create index near_misses_by_cost on near_misses (supply_id, cost_eur_per_year, demand_id);

create table jobs (
  id uuid primary key default gen_random_uuid(),
  place bigint generated always as identity,
  kind text not null,
  key text,
  input jsonb not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
  done double precision not null default 0,
  total double precision,
  progress_text text not null default '',
  result jsonb not null default 'null',
  error text,
  attempts integer not null default 0,
  token uuid,
  lease_until timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz
);
create index jobs_not_ended on jobs (place) where state in ('queued', 'running');
create unique index jobs_waiting_once on jobs (kind, key) where state = 'queued' and key is not null;
