-- S1: who sees what, enforced here. A transaction says who it is for (person, programme, role, site); a person who is not a
-- current member in that role sees nothing, whatever the settings claim. The role 'ledger' is the server's own work on one
-- programme: judging what phones deliver, folding, erasing. The rule for readers stands in core/ledger/scope.ts too, for the
-- model in memory; tests/access holds both together.

create function is_ledger(of_programme uuid) returns boolean language sql stable as $$
  select dampingi.scope_text('role') = 'ledger' and of_programme = dampingi.scope_uuid('programme')
$$;

-- Since when the reader has been a member in that role at that site; null where she is not.
create function member_since() returns bigint language sql stable security definer set search_path = dampingi, pg_temp as $$
  select max(from_seq) from membership
  where programme = scope_uuid('programme') and person = scope_uuid('person') and role = scope_text('role')
    and site is not distinct from scope_uuid('site') and to_seq is null
$$;

-- `(select member_since())` is asked once a query, not once a row.
do $$
declare
  name text;
begin
  foreach name in array array['programme', 'person', 'membership', 'stream', 'stream_was', 'assignment', 'entry', 'mother_key', 'refused', 'programme_card',
    'kader_card', 'mother_card', 'referral', 'read_log', 'erasure', 'erased_count', 'device', 'enrolment', 'enrol_attempt'] loop
    execute format('alter table %I enable row level security', name);
    if name = 'programme' then
      execute 'create policy ledger on programme to dampingi_serve using (dampingi.is_ledger(id)) with check (dampingi.is_ledger(id))';
    elsif name not in ('read_log', 'enrol_attempt') then
      execute format('create policy ledger on %I to dampingi_serve using (dampingi.is_ledger(programme)) with check (dampingi.is_ledger(programme))', name);
    end if;
  end loop;
end $$;

create policy reader on programme for select to dampingi_serve using (id = scope_uuid('programme') and (select member_since()) is not null);
create policy reader on programme_card for select to dampingi_serve using (programme = scope_uuid('programme') and (select member_since()) is not null);
create policy reader on erased_count for select to dampingi_serve using (programme = scope_uuid('programme') and (select member_since()) is not null);

create policy reader on membership for select to dampingi_serve using (
  programme = scope_uuid('programme') and (select member_since()) is not null and (
    person = scope_uuid('person') or role <> 'kader' or scope_text('role') in ('lead', 'operator')
    or (scope_text('role') = 'midwife' and site = scope_uuid('site'))
  )
);
create policy reader on person for select to dampingi_serve using (
  programme = scope_uuid('programme') and (select member_since()) is not null and exists (select from membership m where m.programme = person.programme and m.person = person.id)
);

-- A kader sees her own cares; a midwife those at her site.
create policy reader on assignment for select to dampingi_serve using (
  programme = scope_uuid('programme') and (select member_since()) is not null and (
    (scope_text('role') = 'kader' and person = scope_uuid('person')) or (scope_text('role') = 'midwife' and site = scope_uuid('site'))
  )
);

create policy reader on stream for select to dampingi_serve using (
  programme = scope_uuid('programme') and (select member_since()) is not null and erased_seq is null and case scope_text('role')
    when 'kader' then kind = 'programme' or id = 'kader:' || scope_uuid('person') or (kind = 'meeting' and site = scope_uuid('site'))
      or (kind = 'mother' and exists (select from assignment a where a.programme = stream.programme and a.stream = stream.id and a.person = scope_uuid('person') and a.to_seq is null))
    when 'midwife' then kind = 'programme' or site = scope_uuid('site')
    when 'lead' then kind <> 'mother'
    when 'head' then kind = 'programme'
    when 'operator' then kind = 'programme'
    else false
  end
);

do $$
declare
  name text;
begin
  foreach name in array array['entry', 'mother_key', 'kader_card', 'mother_card', 'referral'] loop
    execute format('create policy reader on %1$I for select to dampingi_serve using (programme = scope_uuid(''programme'') and (select member_since()) is not null and exists (select from stream s where s.programme = %1$I.programme and s.id = %1$I.stream))', name);
  end loop;
end $$;

create policy reader on erasure for select to dampingi_serve using (programme = scope_uuid('programme') and (select member_since()) is not null and scope_text('role') = 'midwife' and site = scope_uuid('site'));

create policy reader on device for select to dampingi_serve using (
  programme = scope_uuid('programme') and (select member_since()) is not null and (
    person = scope_uuid('person') or scope_text('role') in ('lead', 'operator')
    or (scope_text('role') = 'midwife' and exists (select from membership m where m.programme = device.programme and m.person = device.person and m.site = scope_uuid('site')))
  )
);
create policy reader on refused for select to dampingi_serve using (
  programme = scope_uuid('programme') and (select member_since()) is not null and (
    person = scope_uuid('person') or scope_text('role') in ('lead', 'operator')
    or (scope_text('role') = 'midwife' and exists (select from membership m where m.programme = refused.programme and m.person = refused.person and m.site = scope_uuid('site')))
  )
);

-- Entries never change: nobody may update or delete one.
grant select, insert on entry, stream_was, erasure to dampingi_serve;
grant select, insert, update (last_seq) on programme to dampingi_serve;
grant select, insert, update (name) on person to dampingi_serve;
grant select, insert, update (to_seq) on membership, assignment to dampingi_serve;
grant select, insert, update (site, site_seq, count, digest, last_seq, last_at, erased_seq) on stream to dampingi_serve;
grant select, insert, delete on mother_key to dampingi_serve;
grant select, insert, update (place, times, last_at) on refused to dampingi_serve;
grant select, insert, update, delete on programme_card, kader_card, mother_card, referral to dampingi_serve;
grant select, insert, update (n) on erased_count to dampingi_serve;
grant select (id, programme, person, role, kind, enrolled_at, last_seen_at, read_revoked_at, last_device_seq), insert,
  update (upload_hash, read_hash, read_revoked_at, last_seen_at, last_device_seq) on device to dampingi_serve;
grant select, insert, update (used_at, used_by) on enrolment to dampingi_serve;
grant execute on function is_ledger, member_since to dampingi_serve;
