-- The ledger: entries and what row-level security needs beside them. Text ids compare bytewise, as they do on a phone.

create table programme (
  id uuid primary key,
  -- A restored server starts another epoch, so that phones offer everything again.
  epoch uuid not null default gen_random_uuid(),
  -- The last place given in this programme's order. Its row is locked before a number is drawn and until commit, so whoever
  -- reads last_seq = n sees every entry up to n.
  last_seq bigint not null default 0,
  -- Author of what the server itself says, such as a referral that nobody saw in time.
  system uuid not null,
  created_at timestamptz not null default now()
) with (fillfactor = 20);

create table person (
  programme uuid not null references programme,
  id uuid not null,
  name text not null,
  primary key (programme, id)
);

create table membership (
  programme uuid not null references programme,
  person uuid not null,
  role text not null check (role in ('kader', 'midwife', 'lead', 'head', 'operator')),
  site uuid,
  from_seq bigint not null,
  to_seq bigint,
  primary key (programme, person, role, from_seq)
);
create unique index membership_current on membership (programme, person, role) where to_seq is null;
create index membership_of_person on membership (person) where to_seq is null;
create index membership_of_site on membership (programme, site);

create table stream (
  programme uuid not null references programme,
  id text collate "C" not null,
  kind text not null check (kind in ('mother', 'kader', 'meeting', 'programme')),
  site uuid,
  site_seq bigint not null,
  count bigint not null,
  digest text collate "C" not null check (length(digest) = 16),
  first_seq bigint not null,
  last_seq bigint not null,
  last_at timestamptz not null,
  erased_seq bigint,
  primary key (programme, id)
) with (fillfactor = 70);
create index stream_of_site on stream (programme, site, kind);

-- Sites that a stream belonged to before.
create table stream_was (
  programme uuid not null,
  stream text collate "C" not null,
  site uuid not null,
  to_seq bigint not null,
  primary key (programme, stream, to_seq),
  foreign key (programme, stream) references stream
);
create index stream_was_of_site on stream_was (programme, site, to_seq);

create table assignment (
  programme uuid not null,
  stream text collate "C" not null,
  person uuid not null,
  site uuid,
  from_seq bigint not null,
  to_seq bigint,
  primary key (programme, stream, from_seq),
  foreign key (programme, stream) references stream
);
create unique index assignment_current on assignment (programme, stream) where to_seq is null;
create index assignment_of_person on assignment (programme, person, to_seq);

-- No foreign key from here: 50 look-ups a batch, for what the same transaction has just made sure of.
create table entry (
  programme uuid not null,
  id uuid not null,
  stream text collate "C" not null,
  seq bigint not null,
  type text collate "C" not null,
  version integer not null,
  author uuid not null,
  performer uuid not null,
  device uuid not null,
  device_seq integer not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  -- Null where there is none, which is the rule: it takes no room.
  replaces uuid[],
  flags text[],
  hash text collate "C" not null check (length(hash) = 16),
  -- JSON in UTF-8; of a mother's stream sealed under her key.
  body bytea not null,
  primary key (programme, id)
) partition by hash (programme);
create unique index entry_of_stream on entry (programme, stream, seq);

do $$
begin
  for part in 0..7 loop
    execute format('create table entry_%s partition of entry for values with (modulus 8, remainder %s)', part, part);
  end loop;
end $$;

-- The key of a mother's record, wrapped by a master key that lives outside the database. Erasure deletes the row.
create table mother_key (
  programme uuid not null,
  stream text collate "C" not null,
  master text not null,
  wrapped bytea not null,
  primary key (programme, stream),
  foreign key (programme, stream) references stream
);

-- What was refused, without its content: shown to people, since it stays on a phone until somebody deals with it.
create table refused (
  programme uuid not null references programme,
  device uuid not null,
  person uuid not null,
  entry text collate "C" not null,
  code text not null,
  place text,
  times integer not null default 1,
  first_at timestamptz not null default now(),
  last_at timestamptz not null default now(),
  primary key (programme, device, entry, code)
);
