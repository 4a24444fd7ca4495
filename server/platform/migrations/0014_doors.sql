-- What must be answered before it is known who asks, or across programmes: narrow questions, each its own function.

create function devices_of_tokens(token_hashes bytea[])
returns table (token_hash bytea, programme uuid, device uuid, person uuid, role text, site uuid, member boolean, is_read boolean, revoked boolean, last_seen_at timestamptz)
language sql stable security definer set search_path = dampingi, pg_temp as $$
  select asked.hash, d.programme, d.id, d.person, d.role, m.site, m.person is not null, coalesce(d.read_hash = asked.hash, false), d.read_revoked_at is not null, d.last_seen_at
  from unnest(token_hashes) as asked (hash)
  cross join lateral (select * from device where upload_hash = asked.hash union select * from device where read_hash = asked.hash) d
  left join membership m on m.programme = d.programme and m.person = d.person and m.role = d.role and m.to_seq is null
$$;

-- The newest first, where a short code was given twice.
create function enrolment_of_token(token_hash bytea) returns table (programme uuid, id uuid)
language sql stable security definer set search_path = dampingi, pg_temp as $$
  select e.programme, e.id from enrolment e where e.link_hash = token_hash or e.code_hash = token_hash order by e.created_at desc limit 1
$$;

-- Counts wrong tokens from one source within a span of time, adding `more`; gives how many there are now.
create function wrong_tokens(from_source bytea, span interval, more integer) returns integer
language sql volatile security definer set search_path = dampingi, pg_temp as $$
  delete from enrol_attempt where more > 0 and since < now() - greatest(span, interval '1 day');
  insert into enrol_attempt as a (source, wrong) values (from_source, more)
  on conflict (source) do update set
    wrong = case when a.since < now() - span then more else a.wrong + more end,
    since = case when a.since < now() - span then now() else a.since end
  returning wrong
$$;

create function memberships_of(of_person uuid) returns table (programme uuid, role text, site uuid, from_seq bigint)
language sql stable security definer set search_path = dampingi, pg_temp as $$
  select programme, role, site, from_seq from membership where person = of_person and to_seq is null
$$;

-- Open referrals that nobody saw, or nobody answered, within the minutes that their class allows. A phone's clock may be ahead,
-- so time counts from when it was made or came in, whichever is earlier.
create function late_referrals(at timestamptz, classes text[], seen_minutes float8[], answer_minutes float8[], at_most integer)
returns table (programme uuid, system uuid, stream text, id uuid, class text, made_at timestamptz, received_at timestamptz, late text)
language sql stable security definer set search_path = dampingi, pg_temp as $$
  with due as (select * from unnest(classes, seen_minutes, answer_minutes) as d (class, seen, answer))
  select r.programme, p.system, r.stream, r.id, r.class, r.made_at, r.received_at, l.late
  from referral r join due using (class) join programme p on p.id = r.programme
  cross join lateral (
    select 'seen' where not r.late_seen and r.seen_at is null and least(r.made_at, r.received_at) + due.seen * interval '1 minute' < at
    union all
    select 'answered' where not r.late_answered and least(r.made_at, r.received_at) + due.answer * interval '1 minute' < at
  ) as l (late)
  where r.open
  order by r.made_at limit at_most
$$;

-- Counts for those who see no mother. Only for a current member.
create function site_counts() returns table (site uuid, kader bigint, mothers bigint, open_referrals bigint, late_referrals bigint)
language sql stable security definer set search_path = dampingi, pg_temp as $$
  select s.site,
    (select count(*) from membership m where m.programme = scope_uuid('programme') and m.site = s.site and m.role = 'kader' and m.to_seq is null),
    (select count(*) from stream x where x.programme = scope_uuid('programme') and x.site = s.site and x.kind = 'mother' and x.erased_seq is null),
    (select count(*) from referral r where r.programme = scope_uuid('programme') and r.site = s.site and r.open),
    (select count(*) from referral r where r.programme = scope_uuid('programme') and r.site = s.site and r.open and (r.late_seen or r.late_answered))
  from (
    select site from membership where programme = scope_uuid('programme') and site is not null
    union select site from stream where programme = scope_uuid('programme') and site is not null
  ) s
  where (select member_since()) is not null and (scope_text('role') in ('lead', 'head', 'operator') or s.site = scope_uuid('site'))
$$;

create function kader_counts() returns table (person uuid, mothers bigint, phones bigint, last_seen_at timestamptz)
language sql stable security definer set search_path = dampingi, pg_temp as $$
  select m.person,
    (select count(*) from assignment a join stream s on s.programme = a.programme and s.id = a.stream and s.erased_seq is null
      where a.programme = m.programme and a.person = m.person and a.to_seq is null),
    (select count(*) from device d where d.programme = m.programme and d.person = m.person and d.kind = 'phone' and d.read_revoked_at is null),
    (select max(d.last_seen_at) from device d where d.programme = m.programme and d.person = m.person and d.kind = 'phone')
  from membership m
  where m.programme = scope_uuid('programme') and m.role = 'kader' and m.to_seq is null and (select member_since()) is not null
    and (scope_text('role') in ('lead', 'operator') or (scope_text('role') = 'midwife' and m.site = scope_uuid('site')))
$$;

-- S4, also once the record is erased: who should have let go of it. For the midwife of its site.
create function holders_of(of_stream text) returns table (person uuid, device uuid, how text, first_day date, last_day date)
language sql stable security definer set search_path = dampingi, pg_temp as $$
  select h.person, h.device, h.how, min(h.first_day), max(h.last_day)
  from (
    select person, device, how, first_day, last_day from read_log where programme = scope_uuid('programme') and stream = of_stream
    union all
    select author, device, 'wrote', (received_at at time zone 'UTC')::date, (received_at at time zone 'UTC')::date from entry where programme = scope_uuid('programme') and stream = of_stream
  ) h
  where (select member_since()) is not null and scope_text('role') = 'midwife'
    and exists (select from stream s where s.programme = scope_uuid('programme') and s.id = of_stream and s.kind = 'mother' and s.site = scope_uuid('site'))
  group by h.person, h.device, h.how
$$;

-- Streams that this reader could see until some place after `after`, up to `upto`: `endedWithin` of core/ledger/scope.ts. The
-- caller leaves out what she still sees. Erasing a mother ends her assignment, too.
create function ended_streams(after bigint, upto bigint) returns table (id text)
language sql stable security definer set search_path = dampingi, pg_temp as $$
  with mine as (
    select role, site, to_seq from membership
    where programme = scope_uuid('programme') and person = scope_uuid('person') and role = scope_text('role') and site is not null
  ), ended as (
    select stream as id from assignment
    where scope_text('role') = 'kader' and programme = scope_uuid('programme') and person = scope_uuid('person') and to_seq > after and to_seq <= upto
    union
    select w.stream from stream_was w
    where w.programme = scope_uuid('programme') and w.site in (select site from mine) and w.to_seq > after and w.to_seq <= upto
      and (scope_text('role') = 'midwife' or w.stream like 'meeting:%')
    union
    select s.id from stream s join mine on mine.site = s.site and mine.to_seq > after and mine.to_seq <= upto
    where s.programme = scope_uuid('programme') and (scope_text('role') = 'midwife' or (scope_text('role') = 'kader' and s.kind = 'meeting'))
    union
    select e.stream from erasure e
    where scope_text('role') = 'midwife' and e.programme = scope_uuid('programme') and e.site in (select site from mine) and e.seq > after and e.seq <= upto
  )
  select ended.id from ended where (select member_since()) is not null
$$;

-- S4: whoever hands out or shows a mother's record writes that down, in the reader's name. Once a day: a second reading finds
-- the day's mark and writes nothing.
create function log_reads(streams text[], read_how text) returns void
language sql volatile security definer set search_path = dampingi, pg_temp as $$
  insert into read_log (programme, stream, person, device, how)
  select scope_uuid('programme'), s, scope_uuid('person'), scope_uuid('device'), read_how from unnest(streams) s
  where not exists (
    select from read_log r where r.programme = scope_uuid('programme') and r.stream = s and r.person = scope_uuid('person') and r.device = scope_uuid('device')
      and r.how = read_how and r.last_day = current_date
  )
  on conflict (programme, stream, person, device, how) do update set last_day = excluded.last_day
$$;

-- Cards that another version of the server folded.
create function stale_cards(now_folded_by text) returns table (programme uuid, stream text)
language sql stable security definer set search_path = dampingi, pg_temp as $$
  select programme, stream from mother_card where folded_by <> now_folded_by
  union all select programme, stream from kader_card where folded_by <> now_folded_by
  union all select programme, 'programme:' || programme from programme_card where folded_by <> now_folded_by
$$;

-- Begins the server's own work on one programme in this transaction: its scope, statements planned once and for all (they find
-- their rows by index), and its row, which `to_write` locks. No row where there is no such programme. In plpgsql, which keeps
-- its plans.
create function enter_ledger(of_programme uuid, to_write boolean) returns table (last_seq bigint, system uuid)
language plpgsql volatile set search_path = dampingi, pg_temp as $$
begin
  perform set_config('dampingi.programme', of_programme::text, true), set_config('dampingi.role', 'ledger', true), set_config('dampingi.person', '', true),
    set_config('dampingi.site', '', true), set_config('dampingi.device', '', true), set_config('plan_cache_mode', 'force_generic_plan', true);
  if to_write then
    return query select p.last_seq, p.system from programme p where p.id = of_programme for no key update;
  else
    return query select p.last_seq, p.system from programme p where p.id = of_programme;
  end if;
end $$;

-- After a backup was brought back, by its owner alone: every programme begins another epoch, so that phones offer everything
-- again. Keys are backed up apart and kept for a short time only, so a mother who was erased since has no key: she stays erased.
create function after_restore() returns void language plpgsql set search_path = dampingi, pg_temp as $$
declare
  gone record;
  seq bigint;
begin
  update programme set epoch = gen_random_uuid();
  for gone in select s.programme, s.id, s.site from stream s
    where s.kind = 'mother' and s.erased_seq is null and not exists (select from mother_key k where k.programme = s.programme and k.stream = s.id) loop
    update programme set last_seq = last_seq + 1 where id = gone.programme returning last_seq into seq;
    update stream set erased_seq = seq where programme = gone.programme and id = gone.id;
    update assignment set to_seq = seq where programme = gone.programme and stream = gone.id and to_seq is null;
    delete from mother_card where programme = gone.programme and stream = gone.id;
    delete from referral where programme = gone.programme and stream = gone.id;
    insert into erasure (programme, stream, site, seq, by_person, why)
      select gone.programme, gone.id, gone.site, seq, p.system, 'no key was left when a backup was brought back' from programme p where p.id = gone.programme on conflict do nothing;
  end loop;
end $$;

grant execute on function devices_of_tokens, enrolment_of_token, wrong_tokens, memberships_of, late_referrals, site_counts, kader_counts, holders_of, ended_streams, log_reads, stale_cards, enter_ledger
  to dampingi_serve;
