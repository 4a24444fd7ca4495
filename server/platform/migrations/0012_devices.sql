-- Phones, and the console's own numbering. Tokens are kept as SHA-256 only; they are random, so nothing slower is needed.

create table device (
  id uuid primary key,
  programme uuid not null references programme,
  person uuid not null,
  role text not null,
  kind text not null check (kind in ('phone', 'console')),
  enrolled_at timestamptz not null default now(),
  last_seen_at timestamptz,
  upload_hash bytea unique,
  read_hash bytea unique,
  read_revoked_at timestamptz,
  -- The last number given to an entry; a phone counts for itself.
  last_device_seq integer not null default 0
);
create index device_of_person on device (programme, person);
create unique index device_console on device (programme, person) where kind = 'console';

create table enrolment (
  id uuid primary key default gen_random_uuid(),
  programme uuid not null references programme,
  person uuid not null,
  role text not null,
  link_hash bytea not null unique,
  code_hash bytea not null,
  link_expires timestamptz not null,
  code_expires timestamptz not null,
  created_at timestamptz not null default now(),
  created_by uuid,
  used_at timestamptz,
  used_by uuid
);
create index enrolment_of_code on enrolment (code_hash);

-- Wrong tokens, by a digest of where they came from.
create table enrol_attempt (
  source bytea primary key,
  since timestamptz not null default now(),
  wrong integer not null
);
