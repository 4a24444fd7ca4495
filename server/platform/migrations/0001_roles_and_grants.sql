-- Runs as dampingi_migrate, which owns everything in the schema. dampingi_serve owns nothing and may do nothing that a
-- later migration does not grant it, table by table.
revoke all on schema dampingi from public;
grant usage on schema dampingi to dampingi_serve;
alter default privileges revoke execute on functions from public;

-- The scope of a transaction, for row-level security: null where it is not set. A setting that a transaction set
-- reads as '' afterwards, not as null.
create function dampingi.scope_text(name text) returns text
  language sql stable parallel safe
  as $$ select nullif(current_setting('dampingi.' || name, true), '') $$;

create function dampingi.scope_uuid(name text) returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('dampingi.' || name, true), '')::uuid $$;

grant execute on function dampingi.scope_text(text), dampingi.scope_uuid(text) to dampingi_serve;

-- Which keys have sealed something in this database. The keys themselves stay outside; by this list a lost one is noticed.
create table dampingi.key_in_use (
  id text primary key,
  since timestamptz not null default now()
);
grant select, insert on dampingi.key_in_use to dampingi_serve;
