-- What lists need, folded from the entries in the transaction that keeps them. `folded_by` names what folded it, so that a
-- newer server folds anew. Type json, not jsonb, which refuses characters that a person may have typed.

create table programme_card (
  programme uuid primary key references programme,
  folded_by text not null,
  view json not null
);

create table kader_card (
  programme uuid not null,
  stream text collate "C" not null,
  folded_by text not null,
  view json not null,
  primary key (programme, stream),
  foreign key (programme, stream) references stream
);

-- Sealed under the mother's key.
create table mother_card (
  programme uuid not null,
  stream text collate "C" not null,
  folded_by text not null,
  card bytea not null,
  primary key (programme, stream),
  foreign key (programme, stream) references stream
);

-- Nothing here says who she is. A referral's id comes from a phone: it is one within its stream.
create table referral (
  programme uuid not null,
  stream text collate "C" not null,
  id uuid not null,
  site uuid,
  class text not null check (class in ('PEKAN', 'R24', 'SEGERA')),
  made_at timestamptz not null,
  made_by uuid not null,
  received_at timestamptz not null,
  seen_at timestamptz,
  answered_at timestamptz,
  late_seen boolean not null,
  late_answered boolean not null,
  -- Until a midwife's answer is in (R1).
  open boolean not null,
  -- Why, in whose words, and the answers: sealed under the mother's key.
  detail bytea not null,
  primary key (programme, stream, id),
  foreign key (programme, stream) references stream
);
create index referral_open on referral (programme, site, made_at) where open;
create index referral_of_site on referral (programme, site, made_at);

-- S4: who held or saw which mother's record, from when to when.
create table read_log (
  programme uuid not null,
  stream text collate "C" not null,
  person uuid not null,
  device uuid not null,
  how text not null check (how in ('pulled', 'viewed')),
  first_day date not null default current_date,
  last_day date not null default current_date,
  primary key (programme, stream, person, device, how)
);

create table erasure (
  programme uuid not null,
  stream text collate "C" not null,
  site uuid,
  seq bigint not null,
  by_person uuid not null,
  why text not null,
  at timestamptz not null default now(),
  primary key (programme, stream)
);

-- What erased records counted for, with no way back to whom.
create table erased_count (
  programme uuid not null references programme,
  site uuid not null,
  month text not null check (month ~ '^\d{4}-\d\d$'),
  fact text not null,
  under_18 boolean not null,
  n integer not null,
  primary key (programme, site, month, fact, under_18)
);
