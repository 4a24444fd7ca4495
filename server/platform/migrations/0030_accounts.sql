-- Who signs in to the console. Kader have no account here: their phones hold tokens of their own.
-- The tables are better-auth's, under our names. `account_person.id` is the person that memberships speak of.
create table account_person (
  id uuid primary key,
  name text not null,
  -- better-auth wants an address; ours is <person>@dampingi.invalid and is never shown or written to.
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  username text unique,
  -- May create the first programme of this server.
  founder boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table account_session (
  id uuid primary key,
  person_id uuid not null references account_person (id) on delete cascade,
  token text not null unique,
  -- 'link' or 'password': who came by a link may set a password without the old one.
  came_by text not null,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index account_session_person on account_session (person_id);
create table account_credential (
  id uuid primary key,
  person_id uuid not null references account_person (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  -- argon2id
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index account_credential_person on account_credential (person_id);
-- One-time sign-in links; the identifier holds the token's digest, the value the person.
create table account_once (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index account_once_identifier on account_once (identifier);
create index account_once_value on account_once (value);
-- Attempts by user name (its digest, known or not), so that guessing waits longer and longer on every server alike.
create table account_attempt (
  name text primary key,
  failures integer not null,
  until timestamptz not null
);
grant select, insert, update, delete on account_person, account_session, account_credential, account_once, account_attempt to dampingi_serve;
